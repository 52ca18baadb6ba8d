"""Web addresses as archives write them: in ASCII for a record, turned around for an index.

Source: the SURT form of the Internet Archive, as far as viewers of WACZ look addresses up by it.
"""

import re
from urllib.parse import quote, urlsplit, urlunsplit

_SAFE = "!#$%&'()*+,/:;=?@[]~"
_WWW = re.compile(r"^www\d*\.")
_USUAL_PORT = {"http": ":80", "https": ":443"}


def is_web(address: str | None) -> bool:
    """Tell whether an address is one of the web, so that an archive can file something under it."""
    if not address or any(letter.isspace() for letter in address):
        return False
    try:
        parts = urlsplit(address)
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        return False


def in_ascii(address: str) -> str:
    """Return a web address in ASCII: the host by IDNA where it can be, all else percent-encoded.

    >>> in_ascii("https://faro.example/año?q=1")
    'https://faro.example/a%C3%B1o?q=1'
    """
    parts = urlsplit(address)
    try:
        host = parts.netloc.encode("idna").decode("ascii")
    except UnicodeError:
        host = parts.netloc
    return quote(urlunsplit(parts._replace(netloc=host)), safe=_SAFE)


def turned_around(uri: str) -> str:
    """Return the key under which an index files an address: the host from its end, everything in small letters.

    >>> turned_around("https://www.faro.example/Noticias/?b=2&a=1#top")
    'example,faro)/noticias?a=1&b=2'
    >>> turned_around("urn:sha256:1a2b")
    'urn:sha256:1a2b'
    """
    if not is_web(uri):
        return uri.lower()
    parts = urlsplit(uri.lower())
    host = parts.netloc.rpartition("@")[2].removesuffix(_USUAL_PORT[parts.scheme])
    name, colon, port = host.partition(":")
    labels = ",".join(reversed(_WWW.sub("", name).split(".")))
    query = "&".join(sorted(parts.query.split("&")))
    path = parts.path.rstrip("/") or "/"
    return f"{labels}{colon}{port}){path}{'?' + query if query else ''}"
