"""What the words around a claim show of who tells it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from paradero.reading.attribution.scene import Scene
from paradero.reading.attribution.speakers import Saying

BACK, AHEAD = 6, 2
"""Sentences back, and ahead, in which a speaker is looked for."""
ROW, ROWS = 16, 4
"""Words of a row of a list, at most, and such rows near each other, at least."""
MARKED = 0.3
"""How likely the labels hold a word that does say a claim."""
NEAR = 4
COMMAS = frozenset({",", "—", "–", "»", "”", '"'})
PARTING = frozenset({";", ".", "..."})
COMPLEMENTISERS = frozenset({"que", "that", "что", "що", "как", "як", "haber", "нібито", "будто", "якобы"})

Chained = tuple[int, tuple[int, ...]]
"""The word of a claim and its chain."""


@dataclass(frozen=True)
class Governing:
    """A word of saying in the sentence of a claim."""

    saying: Saying
    parse: str
    """Whether the claim hangs from it, or it from what the claim hangs from."""
    way: str
    """Which of the two comes first, and what parts them."""


@dataclass(frozen=True)
class Frame:
    """A claim's word and what stands around it."""

    scene: Scene
    trigger: int
    earlier: Sequence[Chained] = ()
    """The claims before it in the text, as far as they are decided."""

    @property
    def before(self) -> Chained | None:
        """The claim right before it."""
        return self.earlier[-1] if self.earlier else None

    @cached_property
    def sentence(self) -> int:
        """The sentence of the claim."""
        return self.scene.document.sentence_of[self.trigger]

    @cached_property
    def line(self) -> int:
        """The line of the claim."""
        return self.scene.document.line_of[self.trigger]

    @cached_property
    def voice(self) -> int | None:
        """Whose words the line is."""
        return self.scene.voice[self.line]

    @cached_property
    def says_i(self) -> bool:
        """Whether somebody says "I" in the sentence."""
        return self.sentence in self.scene.stage.says_i

    @cached_property
    def above(self) -> tuple[int, ...]:
        """The claim's word and those it hangs from, the nearest first."""
        found: list[int] = []
        at = self.trigger
        while at not in found and at >= 0:
            found.append(at)
            at = self.scene.document.heads[at]
        return tuple(found)

    @cached_property
    def governing(self) -> tuple[Governing, ...]:
        """The words of saying in the sentence."""
        return tuple(Governing(s, self._parse(s), self._way(s)) for s in self.scene.by_sentence[self.sentence])

    @cached_property
    def dropped(self) -> bool:
        """Whether somebody says it whom the sentence does not name."""
        return any(governing.saying.speaker is None for governing in self.governing)

    @cached_property
    def memory(self) -> tuple[int, int, bool] | None:
        """Who spoke last before the sentence, how many sentences ago, and whether on the same line."""
        document = self.scene.document
        for back in range(1, min(BACK, self.sentence) + 1):
            if (party := self.scene.speaker[self.sentence - back]) is not None:
                first, _ = document.sentences[self.sentence - back]
                return party, back, document.line_of[first] == self.line
        return None

    @cached_property
    def row_heading(self) -> int | None:
        """The last long line before a row of a list, `None` where the line is no row."""
        lengths = self.scene.stage.line_lengths
        near = lengths[max(0, self.line - 2) : self.line + 3]
        if lengths[self.line] > ROW or sum(length <= ROW for length in near) < ROWS:
            return None
        return next((above for above in range(self.line - 1, -1, -1) if lengths[above] > ROW), None)

    @cached_property
    def shape(self) -> str:
        """How the claim is told, in three letters: quoted, said, in somebody's voice."""
        marked = any(governing.saying.likely > MARKED for governing in self.governing)
        said = "S" if marked else "w" if self.governing else "s"
        quoted = self.trigger in self.scene.quotation_of
        return f"{'Q' if quoted else 'q'}{said}{'V' if self.voice is not None else 'v'}"

    @cached_property
    def distance(self) -> str:
        """How far the claim before is: in the sentence, on the line, one or more sentences back."""
        document = self.scene.document
        at = self.before[0] if self.before else 0
        back = min(3, self.sentence - document.sentence_of[at])
        line = "same" if document.line_of[at] == self.line else "other"
        quote = "same" if document.quoted[at] == document.quoted[self.trigger] else "other"
        return f"{back}{line} line {quote} quote"

    @cached_property
    def near(self) -> tuple[int, ...]:
        """Who stands near enough to be a link of the chain, the outlet itself left out."""
        return tuple(at for at in dict.fromkeys(self._near()) if at not in self.scene.stage.publisher)

    def _near(self) -> Iterator[int]:
        scene = self.scene
        yield from (party for _, party in scene.stage.here[self.sentence])
        for other in range(max(0, self.sentence - BACK), min(len(scene.by_sentence), self.sentence + AHEAD + 1)):
            yield from (saying.speaker for saying in scene.by_sentence[other] if saying.speaker is not None)
            if abs(other - self.sentence) == 1:
                yield from (party for _, party in scene.stage.here[other])
        if self.voice is not None:
            yield self.voice
        if self.row_heading is not None:
            yield from scene.stage.by_line.get(self.row_heading, ())
        if self.before and self.sentence - scene.document.sentence_of[self.before[0]] <= BACK:
            yield from (party for party in self.before[1] if party >= 0)
        quotation = scene.quotation_of.get(self.trigger)
        if quotation and quotation.saying and quotation.saying.speaker is not None:
            yield quotation.saying.speaker
        yield from self.scene.everywhere

    def _parse(self, saying: Saying) -> str:
        if saying.word in self.above:
            return "over"
        return "beside" if self.scene.document.heads[saying.word] in self.above else "loose"

    def _way(self, saying: Saying) -> str:
        tokens = self.scene.document.tokens
        first, last = sorted((saying.word, self.trigger))
        between = {token.text for token in tokens[first + 1 : last]}
        side = "before" if saying.word < self.trigger else "after"
        if between & PARTING:
            return f"{side} parted"
        if side == "after":
            return f"after {'comma' if tokens[saying.word - 1].text in COMMAS else 'plain'}"
        if any(word.casefold() in COMPLEMENTISERS for word in between):
            return "before that"
        if between & {":", ","}:
            return "before colon" if ":" in between else "before comma"
        return f"before {'near' if last - first < NEAR else 'far'}"
