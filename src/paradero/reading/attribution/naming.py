"""How a source without a person's name is called in a chain: its whole phrase, in the nominative."""

from collections.abc import Iterator, Sequence

from paradero.reading.analysers.morphology import CASES, parses
from paradero.reading.analysis import Token
from paradero.reading.attribution.wording import tables_of
from paradero.reading.document import Document
from paradero.reading.grammar import OPENING
from paradero.reading.people.party import Mention

DECLINED = frozenset({"ru", "uk"})
LONGEST = 10
"""Words of a phrase, at most."""
QUOTING = frozenset({*OPENING, '"'})
KIND_WORDS = frozenset({"channels", "press", "bodies", "sayers", "formations"})
"""Tables of nouns that say what kind of source a name is: "agencia", "канал"."""
PHRASE = frozenset({"NOUN", "PROPN", "ADJ"})
NOMINATIVE = "Case=Nom"
GENDERS = frozenset({"masc", "femn", "neut"})


def source_name(document: Document, mention: Mention) -> str:
    """Return how a reader would name a source: "канал «Тихий блиндаж»", "fuentes de la morgue", "українська сторона".

    The word for its kind stands before a name, what belongs to a noun behind it; Russian and Ukrainian phrases are put
    into the nominative.
    """
    first = _begun(document, mention.first)
    end = _ended(document, document.past_name(mention.end))
    words = [document.tokens[at].text for at in range(first, end)]
    if document.language in DECLINED:
        for at, usual in _nominatives(document.tokens[first:end], document.language):
            words[at] = usual
    return _joined(document, first, words)


def _joined(document: Document, first: int, words: Sequence[str]) -> str:
    """Return words with what stands between them in the text, and a quotation mark that only one side has put right."""
    tokens, text = document.tokens, document.text
    name = words[0]
    for at, word in enumerate(words[1:], first + 1):
        gap = text[tokens[at - 1].span.end : tokens[at].span.start]
        name += (" " if gap.isspace() else gap) + word
    after = first + len(words)
    if name.count("«") > name.count("»") and after < len(tokens) and tokens[after].text == "»":
        name += "»"
    return name


def _begun(document: Document, first: int) -> int:
    """Return where a phrase begins: at the word for the kind of source before a name, at adjectives that agree."""
    begin, at = first, first - 1
    here, _ = document.sentences[document.sentence_of[first]]
    if at >= here and document.tokens[at].text in QUOTING:
        at -= 1
    while at > here and _of_platform(document, at):
        at -= 2
    while at >= here and document.tokens[at].tag == "ADJ" and first - at < LONGEST:
        at -= 1
    kind = at >= here and document.tokens[at].tag == "NOUN" and tables_of(document.cues[at]) & KIND_WORDS
    if kind and not (at == first - 1 and "Case=Gen" in document.tokens[first].features):
        begin = at
    while (
        begin > here and document.language in DECLINED and _agrees(document.tokens[begin - 1], document.tokens[begin])
    ):
        begin -= 1
    return begin


def _of_platform(document: Document, at: int) -> bool:
    """Tell whether a word is the platform in "canal de Telegram"."""
    return "platform" in tables_of(document.cues[at]) and "of" in tables_of(document.cues[at - 1])


def _agrees(adjective: Token, noun: Token) -> bool:
    cases = [feature for feature in adjective.features if feature.startswith("Case=")]
    return adjective.tag == "ADJ" and bool(cases) and set(cases) <= set(noun.features)


def _ended(document: Document, end: int) -> int:
    """Return where a phrase ends: behind adjectives, "of" with its noun, and genitives."""
    _, last = document.sentences[document.sentence_of[end - 1]]
    start = end
    if document.tokens[end - 1].tag not in PHRASE:
        return end
    while end < last and end - start < LONGEST:
        token = document.tokens[end]
        if document.language in DECLINED:
            if token.tag not in PHRASE or "Case=Gen" not in token.features:
                break
            end += 1
        elif _is_adjective_behind(document, end):
            end += 1
        elif (after := _after_of(document, end, last)) is not None:
            end = after
        else:
            break
    return end


def _is_adjective_behind(document: Document, at: int) -> bool:
    """Tell whether a word is a Spanish adjective behind its noun; participles go on with the sentence."""
    token, before = document.tokens[at], document.tokens[at - 1]
    plain = token.tag == "ADJ" and "VerbForm=Part" not in token.features
    return plain and before.tag == "NOUN" and document.language == "es"


def _after_of(document: Document, at: int, last: int) -> int | None:
    """Return where "of", its articles and the noun behind them end, `None` where there is none."""
    if "of" not in tables_of(document.cues[at]):
        return None
    at += 1
    while at < last and document.tokens[at].tag == "DET":
        at += 1
    while at < last and document.tokens[at].tag == "ADJ":
        at += 1
    if at >= last or document.tokens[at].tag not in {"NOUN", "PROPN"}:
        return None
    at = document.past_name(at + 1)
    while at < last and document.tokens[at].tag == "PROPN":
        at += 1
    return at


def _nominatives(tokens: Sequence[Token], language: str) -> Iterator[tuple[int, str]]:
    """Give the words of a phrase up to its noun that are in another case, each by its place with its nominative."""
    nouns = [at for at, token in enumerate(tokens) if token.tag in {"NOUN", "PROPN"}]
    head = next((at for at in nouns if at == nouns[-1] or not _declines_as_adjective(tokens[at], language)), None)
    if head is None or any(token.text in QUOTING for token in tokens[: head + 1]):
        return
    case = next((feature for feature in tokens[head].features if feature.startswith("Case=")), NOMINATIVE)
    if case == NOMINATIVE or (usual := _nominative(tokens[head], case, language)) is None:
        return
    word, gender = usual
    yield head, word
    for at, token in enumerate(tokens[:head]):
        if case in token.features and (found := _nominative(token, case, language, gender)) is not None:
            yield at, found[0]


def _declines_as_adjective(token: Token, language: str) -> bool:
    """Tell whether a word of a name is an adjective before its noun: "Червоному Хресту"."""
    found = parses(token.text, language)
    return bool(found) and found[0].tag.POS == "ADJF"


def _nominative(
    token: Token, case: str, language: str, gender: frozenset[str] = frozenset()
) -> tuple[str, frozenset[str]] | None:
    """Return a word in the nominative of its own number, and its gender, `None` where the dictionary knows it not."""
    number = "plur" if "Number=Plur" in token.features else "sing"
    for parse in parses(token.text, language):
        marks = parse.tag.grammemes
        cases = {CASES[mark] for mark in marks if mark in CASES}
        if parse.is_known and case.partition("=")[2] in cases and ("plur" in marks) == (number == "plur"):
            form = parse.inflect({"nomn", *(marks & {number}), *(gender if number == "sing" else ())})
            return (_cased(form.word, token.text), form.tag.grammemes & GENDERS) if form is not None else None
    return None


def _cased(word: str, written: str) -> str:
    if word == written.lower():
        return written
    if written.isupper() and len(written) > 1:
        return word.upper()
    return word.capitalize() if written[:1].isupper() else word
