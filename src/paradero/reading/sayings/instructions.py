"""What an authority tells people to do: the condition, the stops in order of travel, the hotline."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from paradero.reading.analysis import Token
from paradero.reading.grammar import QUOTE
from paradero.reading.persons.phrases import words
from paradero.reading.persons.scenes import Scene
from paradero.reading.sayings.chains import Telling
from paradero.terms.account import Instruction
from paradero.terms.spans import Found, Span

NAME_WITHIN = 4
"""Words between "hotline" and "called"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stop:
    words: str
    span: Span
    goal: bool
    """Said as the end of the way: "must arrive in Kyiv"."""


def instructions(tellings: Sequence[Telling]) -> tuple[Instruction, ...]:
    """Return the instructions of a report in order; sentences that carry one on are one instruction."""
    made: list[Instruction] = []
    run: list[Telling] = []
    before: Telling | None = None
    for telling in [*tellings, None]:
        if telling is not None and (_instructs(telling.scene) or (run and _carries_on(telling.scene))):
            if not run and before is not None and _only_if(before.scene) and _condition(telling.scene) is None:
                run.append(before)
            run.append(telling)
        elif run:
            made.extend(_instruction(run))
            run = []
        before = telling
    contacts = [contact for telling in tellings if (contact := hotline(telling.scene)) is not None]
    return _with_contacts(made, contacts)


def _instructs(scene: Scene) -> bool:
    tokens = scene.sentence.tokens
    must = scene.lexicon["must"].any_in(tokens)
    return must and (bool(_stops(scene)) or _condition(scene) is not None)


def _only_if(scene: Scene) -> bool:
    """Tell whether a sentence opens with the condition of what the next one tells people to do."""
    return scene.lexicon["conditional"].any_in(scene.sentence.tokens[:3]) and _condition(scene) is not None


def _carries_on(scene: Scene) -> bool:
    tokens = scene.sentence.tokens
    starts = scene.lexicon["from_there"].any_in(tokens[:4]) or scene.lexicon["go"].any_in(tokens[:3])
    return starts and bool(_stops(scene))


def _condition(scene: Scene) -> str | None:
    """Return the clause that begins with "if", up to the comma after it."""
    tokens = scene.sentence.tokens
    for first, last in scene.lexicon["if"].hits(tokens):
        opens = first == 0 or tokens[first - 1].text in {",", ":"} or QUOTE.fullmatch(tokens[first - 1].text)
        if not opens:
            continue
        end = last
        while end < len(tokens) and tokens[end].text not in {",", ".", ";", ":"}:
            end += 1
        if end - last > 1:
            return words(scene, first, end)[0]
    return None


def _stops(scene: Scene) -> list[_Stop]:
    """Return places, crossings and means of travel in the order they are said, alternatives together."""
    tokens = scene.sentence.tokens
    found: list[_Stop] = []
    at = 0
    while at < len(tokens):
        last = _stop_end(scene, at)
        if last is None:
            at += 1
            continue
        last = _with_alternatives(scene, last)
        text, span = words(scene, at, last)
        found.append(_Stop(words=text, span=span, goal=_is_goal(scene, at)))
        at = last
    return found


def _stop_end(scene: Scene, at: int) -> int | None:
    """Return the place after a stop that begins at a word, or `None`."""
    tokens = scene.sentence.tokens
    lexicon = scene.lexicon
    if length := lexicon["vehicles"].at(tokens, at):
        return at + length
    if length := lexicon["borders"].at(tokens, at):
        return _border_end(tokens, at + length, scene)
    if tokens[at].tag == "PROPN" and tokens[at].text[:1].isupper() and _goes_to(scene, at):
        last = at + 1
        while last < len(tokens) and tokens[last].tag == "PROPN" and tokens[last].text[:1].isupper():
            last += 1
        return last
    return None


def _border_end(tokens: Sequence[Token], last: int, scene: Scene) -> int:
    while last < len(tokens) and (
        tokens[last].tag in {"ADJ", "PROPN"}
        or (scene.lexicon["of"].has(tokens[last]) or tokens[last].text in {"con", "with"})
    ):
        last += 1
    return last if tokens[last - 1].tag in {"ADJ", "PROPN", "NOUN"} else last - 1


def _goes_to(scene: Scene, at: int) -> bool:
    """Tell whether the words before a name lead there: "a", "hasta", or "o" after another stop."""
    before = scene.sentence.tokens[max(0, at - 2) : at]
    return bool(before) and (scene.lexicon["until"].has(before[-1]) or scene.lexicon["go"].has(before[-1]))


def _with_alternatives(scene: Scene, last: int) -> int:
    """Read on over "o": "Varsovia o Cracovia" stays one stop."""
    tokens = scene.sentence.tokens
    while last + 1 < len(tokens) and scene.lexicon["or"].has(tokens[last]):
        step = last + 1
        while step < len(tokens) and (tokens[step].tag in {"DET", "ADP"}):
            step += 1
        if step >= len(tokens):
            break
        last = step + 1
    return last


def _is_goal(scene: Scene, at: int) -> bool:
    before = scene.sentence.tokens[max(0, at - 3) : at]
    return any(scene.lexicon["final_goal"].has(token) for token in before)


def _instruction(run: Sequence[Telling]) -> list[Instruction]:
    """Return one instruction; a goal that is said first is travelled to last."""
    stops = [stop for telling in run for stop in _stops(telling.scene)]
    goals = [stop for stop in stops if stop.goal]
    way = [stop for stop in stops if not stop.goal]
    ordered = [*way, *goals[-1:]] if way else goals
    condition = next((c for telling in run if (c := _condition(telling.scene)) is not None), None)
    if not ordered:
        return []
    by = next((voice.name for telling in run for voice in telling.voices), None)
    by = by or next((telling.published.by.name for telling in run if telling.published.by), None)
    span = Span(run[0].scene.sentence.span.start, run[-1].scene.sentence.span.end)
    return [
        Instruction(
            by=by,
            condition=condition,
            stops=tuple(dict.fromkeys(stop.words for stop in ordered)),
            contact=None,
            found=Found(span=span, rule="instructions.way"),
        )
    ]


def hotline(scene: Scene) -> tuple[str, Span] | None:
    """Return a hotline's name in quotes, and its sentence: "una línea directa llamada «...»"."""
    tokens = scene.sentence.tokens
    for _, last in scene.lexicon["hotline"].hits(tokens):
        for at in range(last, min(last + NAME_WITHIN, len(tokens))):
            if QUOTE.fullmatch(tokens[at].text) or tokens[at].text in {"‘", "'"}:
                end = next(
                    (
                        i
                        for i in range(at + 1, len(tokens))
                        if QUOTE.fullmatch(tokens[i].text) or tokens[i].text in {"’", "'"}
                    ),
                    None,
                )
                if end is not None and end > at + 1:
                    return words(scene, at + 1, end)[0], scene.sentence.span
    return None


def _with_contacts(made: Sequence[Instruction], contacts: Sequence[tuple[str, Span]]) -> tuple[Instruction, ...]:
    """Give the instruction around a hotline its name; a hotline elsewhere is an instruction of its own."""
    result = list(made)
    for name, span in dict(reversed(contacts)).items():
        around = next((at for at, each in enumerate(result) if each.found.span.holds(span)), None)
        if around is not None:
            result[around] = replace(result[around], contact=name)
        else:
            found = Found(span=span, rule="instructions.hotline")
            result.append(Instruction(by=None, condition=None, stops=(), contact=name, found=found))
    return tuple(sorted(result, key=lambda each: each.found.span))
