"""What a forger may do to a bundle, who can make every sum anew: the change, and the member that gives it away."""

import json
import re
from collections.abc import Callable, Mapping

from tests.exchange.bundle import made

from paradero.terms.chain import chain_hash

Forgery = Callable[[dict[str, bytes]], Mapping[str, bytes]]


def _forge(name: str, old: bytes, new: bytes) -> Forgery:
    def forged(content: dict[str, bytes]) -> Mapping[str, bytes]:
        assert old in content[name]
        return content | {name: content[name].replace(old, new, 1)}

    return forged


def _other_bytes(content: dict[str, bytes]) -> Mapping[str, bytes]:
    """Another page in the place of one, in the manifest and under items/ as well."""
    page = made.PAGE.replace(b"Galina", b"Nobody")
    old, new = made.item("I-7K3M-Q2XD", made.PAGE, "text/html"), made.item("I-7K3M-Q2XD", page, "text/html")
    manifest = content["paradero/manifest.json"]
    for digest in ("sha256", "sha512"):
        manifest = manifest.replace(getattr(old, digest).encode(), getattr(new, digest).encode())
    custody = content["paradero/custody.jsonl"].replace(old.sha256.encode(), new.sha256.encode())
    renamed = {name.replace(old.sha256, new.sha256): data for name, data in content.items()}
    return renamed | {
        f"items/{new.sha256}.html": page,
        "paradero/manifest.json": manifest,
        "paradero/custody.jsonl": custody,
    }


def _lengthened_log(content: dict[str, bytes]) -> Mapping[str, bytes]:
    line = json.loads(content["paradero/custody.jsonl"].splitlines()[-1])
    text = json.dumps(line["entry"] | {"seq": 13}, sort_keys=True, separators=(",", ":"))
    digest = chain_hash("0" * 64, text.encode())
    added = f'{{"entry":{text},"hash":"{digest}","previous":"{"0" * 64}"}}\n'
    return content | {"paradero/custody.jsonl": content["paradero/custody.jsonl"] + added.encode()}


def _another_actor(content: dict[str, bytes]) -> Mapping[str, bytes]:
    """Somebody else in the last entry, and its hash made anew; no entry after it is here to contradict it."""
    *lines, last = content["paradero/custody.jsonl"].splitlines()
    link = json.loads(last)
    text = json.dumps(link["entry"] | {"actor": "oleh"}, sort_keys=True, separators=(",", ":"))
    digest = chain_hash(link["previous"], text.encode())
    lines.append(f'{{"entry":{text},"hash":"{digest}","previous":"{link["previous"]}"}}'.encode())
    return content | {"paradero/custody.jsonl": b"\n".join([*lines, b""])}


def _first_proof(change: Callable[[str], str]) -> Forgery:
    def forged(content: dict[str, bytes]) -> Mapping[str, bytes]:
        head, line, rest = re.split(
            r'(?m)^(\{"day":"[0-9-]+","leaf".*)$', content["paradero/roots.json"].decode(), maxsplit=1
        )
        assert change(line) != line
        return content | {"paradero/roots.json": (head + change(line) + rest).encode()}

    return forged


def _proof_of_another(content: dict[str, bytes]) -> Mapping[str, bytes]:
    """A good proof, and beside it the name of an item that it is not of."""
    beside = f'{{"item":"I-7K3M-Q2XD","sha256":"{made.ITEMS[0].sha256}","what":"original","day":"2026-11-20","leaf":'
    return _first_proof(lambda line: line.replace('{"day":"2026-11-20","leaf":', beside))(content)


AMBIGUOUS: dict[str, tuple[Forgery, str]] = {
    "a field twice": (
        _forge("paradero/manifest.json", b'"kind":"HTML page"', b'"kind":"HTML page","kind":"video"'),
        "paradero/manifest.json",
    ),
    "a field again in escapes": (
        _forge("paradero/manifest.json", b'"kind":"HTML page"', b'"kind":"HTML page","\\u006bind":"video"'),
        "paradero/manifest.json",
    ),
    "a field again behind a space": (
        _forge("paradero/manifest.json", b'"kind":"HTML page"', b'"kind":"HTML page","kind" :"video"'),
        "paradero/manifest.json",
    ),
    "two items in one line": (
        _forge("paradero/manifest.json", b"},\n{", b"},{"),
        "paradero/manifest.json",
    ),
    "a second list of items": (
        _forge("paradero/manifest.json", b"\n]}\n", b'\n],"items":[\n]}\n'),
        "paradero/manifest.json",
    ),
    "something behind the end": (
        _forge("paradero/roots.json", b"\n]}\n", b'\n]}\n{"days":[]}\n'),
        "paradero/roots.json",
    ),
    "an entry with something before it": (
        _forge("paradero/custody.jsonl", b'{"entry":', b'{"xntry":'),
        "paradero/custody.jsonl",
    ),
    "a proof of another item": (_proof_of_another, "paradero/roots.json"),
    "a path of shorter steps": (_first_proof(lambda line: re.sub(r'\["..', '["', line)), "paradero/roots.json"),
    "a longer path": (_first_proof(lambda line: line.replace('"],', f'","{"0" * 64}"],')), "paradero/roots.json"),
    "no path": (_first_proof(lambda line: re.sub(r"\[.*\]", "[]", line)), "paradero/roots.json"),
    "a place that is no number": (
        _first_proof(lambda line: line.replace('"place":1', '"place":1.0')),
        "paradero/roots.json",
    ),
    "a place before the first": (
        _first_proof(lambda line: line.replace('"place":1', '"place":-1')),
        "paradero/roots.json",
    ),
    "a day twice": (
        lambda content: (
            content
            | {
                "paradero/roots.json": re.sub(
                    rb'(\{"day":"2026-11-20","kind".*\n)', rb"\1\1", content["paradero/roots.json"]
                )
            }
        ),
        "paradero/roots.json",
    ),
}


FORGERIES: dict[str, tuple[Forgery, str]] = {
    "another publisher": (
        _forge("paradero/manifest.json", b"El Faro del Sur", b"Another outlet"),
        "paradero/manifest.json",
    ),
    "an earlier day": (_forge("paradero/manifest.json", b'"2026-11-19"', b'"2026-11-09"'), "paradero/manifest.json"),
    "another collector": (_forge("paradero/manifest.json", b'"marta"', b'"oleh"'), "paradero/manifest.json"),
    "another item": (_other_bytes, "paradero/custody.jsonl"),
    "another actor in the log": (_forge("paradero/custody.jsonl", b'"marta"', b'"oleh"'), "paradero/custody.jsonl"),
    "another actor in the log, with a new hash": (_another_actor, "paradero/roots.json"),
    "an item passed off as destroyed": (
        _forge("paradero/manifest.json", b'"ref":"I-0006-BVRN"', b'"ref":"I-0007-BVRN"'),
        "paradero/custody.jsonl",
    ),
    "an entry that follows from nothing": (_lengthened_log, "paradero/custody.jsonl"),
    "another root": (_forge("paradero/roots.json", b'"root":"', b'"root":"00'), "paradero/roots.json"),
    "another place": (_forge("paradero/roots.json", b'"place":1}', b'"place":2}'), "paradero/roots.json"),
    "a day without a date": (
        _forge("paradero/roots.json", b'"day":"2026-11-20"', b'"day":"../../../x"'),
        "paradero/roots.json",
    ),
}
