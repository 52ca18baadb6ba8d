"""`paradero/roots.json` and the files beside it: days, proofs that lead up to their roots, and the stamps."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from paradero.exchange.bundle.fields import Fields
from paradero.exchange.bundle.lines import listed, listing, one_line
from paradero.exchange.bundle.parts import BundleDay, BundleParts, BundleProof, BundleToken
from paradero.exchange.bundle.refused import Wrong

FORMAT = "paradero roots 1"
_LISTS = ("days", "proofs", "tokens")
_FIRST_DAY = frozenset({"day", "kind", "previous", "root", "size"})
_DAY = _FIRST_DAY | {"custody"}
_PROOF = frozenset({"day", "leaf", "path", "place"})
_LEAF = frozenset({"item", "sha256", "what"})
_TOKEN = frozenset({"certificates", "day", "token"})
_DEEPEST = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    """A token with the names of its files."""

    token: BundleToken
    file: str
    certificates: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Roots:
    """What `roots.json` says."""

    days: tuple[BundleDay, ...]
    proofs: tuple[BundleProof, ...]
    tokens: tuple[BundleToken, ...]


def roots_text(bundle: BundleParts) -> bytes:
    """Return the days, the proofs and the list of the tokens."""
    return listing(
        {"format": FORMAT},
        {
            "days": [day.text.decode() for day in bundle.days],
            "proofs": [_proof_line(proof) for proof in bundle.proofs],
            "tokens": [
                one_line({"certificates": named.certificates, "day": named.token.day.isoformat(), "token": named.file})
                for named in _named(bundle.tokens)
            ],
        },
    )


def stamped_files(bundle: BundleParts) -> Mapping[str, bytes]:
    """Return the members that `openssl ts` takes: the text of each stamped day, the tokens, the certificates."""
    texts = {day.day: day.text for day in bundle.days}
    files = {}
    for named in _named(bundle.tokens):
        if named.token.day not in texts:
            raise Wrong(f"has a token over {named.token.day}, which is not among its days")
        files[f"paradero/{named.token.day}.json"] = texts[named.token.day]
        files[f"paradero/{named.file}"] = named.token.der
        files[f"paradero/{named.certificates}"] = named.token.certificates
    return dict(sorted(files.items()))


def roots_of(text: bytes, member: Callable[[str], bytes]) -> Roots:
    """Return what `roots_text` wrote; `member` gives the content of a file beside it.

    Raises:
        Wrong: If anything in it is not of its kind.
    """
    head, (days, proofs, tokens) = listed(text, _LISTS)
    if head != {"format": FORMAT}:
        raise Wrong("is of a form that this Paradero does not know")
    return Roots(
        days=tuple(map(_day, days)),
        proofs=tuple(map(_proof, proofs)),
        tokens=tuple(_token(row, member) for row in tokens),
    )


def _named(tokens: Iterable[BundleToken]) -> Iterable[_Named]:
    """Name the files after their day; a second token over a day is the second, whatever authority it is from."""
    so_far: Counter[date] = Counter()
    for token in tokens:
        so_far[token.day] += 1
        number = f"-{so_far[token.day]}" if so_far[token.day] > 1 else ""
        kind = "tst" if token.is_bare else "tsr"
        yield _Named(
            token=token,
            file=f"{token.day}{number}.{kind}",
            certificates=f"authority-{hashlib.sha256(token.certificates).hexdigest()[:16]}.pem",
        )


def _proof_line(proof: BundleProof) -> str:
    leaf = {"item": proof.item, "sha256": proof.sha256, "what": proof.what}
    return one_line({"day": proof.day.isoformat(), "leaf": leaf, "path": proof.path, "place": proof.place})


def _day(row: Any) -> BundleDay:
    names_custody = isinstance(row, dict) and "custody" in row
    fields = Fields(row, _DAY if names_custody else _FIRST_DAY)
    return BundleDay(
        day=fields.day("day"),
        size=fields.number("size"),
        root=fields.digest("root"),
        previous=fields.digest("previous"),
        custody=fields.number("custody") if names_custody else None,
    )


def _proof(row: Any) -> BundleProof:
    fields = Fields(row, _PROOF)
    leaf = Fields(fields.raw("leaf"), _LEAF)
    return BundleProof(
        day=fields.day("day"),
        place=fields.number("place"),
        what=leaf.text("what"),
        item=leaf.ref("item"),
        sha256=leaf.digest("sha256"),
        path=fields.digests("path", most=_DEEPEST),
    )


def _token(row: Any, member: Callable[[str], bytes]) -> BundleToken:
    fields = Fields(row, _TOKEN)
    file = fields.text("token")
    return BundleToken(
        day=fields.day("day"),
        der=member(f"paradero/{file}"),
        certificates=member(f"paradero/{fields.text('certificates')}"),
        is_bare=file.endswith(".tst"),
    )
