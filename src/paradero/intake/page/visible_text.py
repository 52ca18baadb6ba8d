"""What a visitor sees of a page: its blocks of text, one a line, and where each stood."""

from collections import Counter
from dataclasses import replace

from paradero.intake.page.elements import BLOCKS, BOXES, ENDS, FOREIGN, TELLING, TELLS, VOID, P
from paradero.intake.page.markup import Part, Run, Tag, parts, tokens
from paradero.intake.page.place import PAGE, Mark, Place, Seen, SeenBlock, inside
from paradero.intake.unreadable import Unreadable
from paradero.terms.report import SealedPiece
from paradero.terms.spans import Span

MOST_BLOCKS = 100_000
_SHOWS = frozenset({"img", "video"})
_LONGEST_CAPTION = 250
_NEAR = 8
_FAR = 64
_BREAKS_THAT_END = 2


def seen(page: str, *, name: str) -> Seen:
    """Return what a visitor sees of a page.

    Raises:
        Unreadable: If it has more than `MOST_BLOCKS` blocks of text.
    """
    walker = _Walker(page)
    for token in tokens(page):
        if len(walker.blocks) > MOST_BLOCKS:
            raise Unreadable(f"{name}: this page has more than {MOST_BLOCKS:,} pieces of text. Save it in parts.")
        if isinstance(token, Run):
            walker.run(token)
        elif token.closing:
            walker.close(token)
        else:
            walker.open(token)
    walker.end_block()
    return Seen(
        text="".join(walker.text), blocks=tuple(walker.blocks), pieces=walker.pieces(), marks=tuple(walker.marks)
    )


def with_line_before(page: str, run: Span, look: Seen) -> Seen:
    """Return `look` with another stretch of the page, as its `title`, for a first line."""
    walker = _Walker(page)
    walker.run(Run(run.start, run.end))
    walker.end_block()
    line = "".join(walker.text)
    if not line:
        return look
    ahead = len(line) + 1
    blocks = (replace(block, span=_shifted(block.span, ahead)) for block in look.blocks)
    pieces = (replace(piece, text=_shifted(piece.text, ahead)) for piece in look.pieces)
    return Seen(
        text=f"{line}\n{look.text}",
        blocks=(*walker.blocks, *blocks),
        pieces=(*walker.pieces(), *pieces),
        marks=look.marks,
    )


def _shifted(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


class _Walker:
    """Follows the tags with a stack and gathers text into blocks."""

    def __init__(self, page: str) -> None:
        self.page = page
        self.text: list[str] = []
        self.blocks: list[SeenBlock] = []
        self.marks: list[Mark] = []
        self._length = 0
        self._pieces: list[list[int]] = []  # text start, text end, sealed start, sealed end
        self._stack: list[tuple[str, Place]] = []
        self._begun: list[int] = []  # how many blocks stood before each open element
        self._pictured: set[int] = set()  # the depths of open elements that hold a picture themselves
        self._open: Counter[str] = Counter()
        self._pending: Span | None = None
        self._start_block()

    @property
    def place(self) -> Place:
        return self._stack[-1][1] if self._stack else PAGE

    def open(self, tag: Tag) -> None:
        of_a_drawing = tag.name == "title" and any(self._open[name] for name in FOREIGN)
        links = tag.name == "a" and "href" in tag.attributes
        if links or (tag.name in TELLS and not of_a_drawing) or not TELLING.isdisjoint(tag.attributes):
            self.marks.append(Mark(tag=tag, place=self.place))
        if tag.name in _SHOWS and self._stack:
            self._pictured.add(self._around())
        if tag.name == "br":
            self._break()
        elif tag.name in VOID or (tag.name in FOREIGN and self.page.startswith("/>", tag.end - 2)):
            if tag.name == "hr":
                self.end_block()
        else:
            if tag.name in BLOCKS:
                self._end_forgotten(tag.name)
                self.end_block()
            place = inside(self.place, tag)
            self._stack.append((tag.name, place))
            self._begun.append(len(self.blocks))
            self._open[tag.name] += 1

    def close(self, tag: Tag) -> None:
        if not self._open[tag.name]:
            return
        depth = self._depth_of(tag.name)
        if depth is not None:
            self._pop(depth)

    def run(self, run: Run) -> None:
        if run.raw_of in TELLS and self.marks and self.marks[-1].tag.end == run.start:
            self.marks[-1] = replace(self.marks[-1], inside=Span(run.start, run.end))
        if run.raw_of or self.place.hidden:
            return
        for part in parts(self.page, run):
            if part.space:
                self._pending = self._pending or part.sealed
            else:
                self._say(part)

    def end_block(self) -> None:
        words = "".join(self.text[self._block_part :])
        ahead, kept = len(words) - len(words.lstrip()), len(words.strip())
        if kept:
            start = self._block_start + ahead
            share = self._linked / max(self._said, 1)
            self.blocks.append(SeenBlock(span=Span(start, start + kept), place=self._block_place, link_share=share))
        self._start_block()

    def pieces(self) -> tuple[SealedPiece, ...]:
        return tuple(SealedPiece(text=Span(a, b), sealed=Span(c, d)) for a, b, c, d in self._pieces)

    def _start_block(self) -> None:
        self._block_start, self._block_part = self._length, len(self.text)
        self._block_place = PAGE
        self._said = self._linked = self._breaks = 0
        self._pending = None

    def _say(self, part: Part) -> None:
        if self._breaks and not part.seen[0].islower():
            self.end_block()  # a line that goes on in small letters is the same sentence
        if self._length == self._block_start:
            if self._length:
                self._put("\n")
                self._block_start, self._block_part = self._length, len(self.text)
            self._block_place = self.place
        elif self._breaks:
            self._put("\n")
        elif self._pending:
            at = self.page.find(" ", self._pending.start, self._pending.end)
            self._put(" ", Span(at, at + 1) if at >= 0 else None)  # a folded line end is no character of the page's
        self._pending, self._breaks = None, 0
        self._put(part.seen, part.sealed)
        self._said += len(part.seen)
        self._linked += len(part.seen) if self.place.in_link else 0

    def _put(self, words: str, sealed: Span | None = None) -> None:
        self.text.append(words)
        start, self._length = self._length, self._length + len(words)
        if sealed is None:
            return
        last = self._pieces[-1] if self._pieces else [0, 0, 0, -1]
        # Characters continue a piece of characters, references one of references: either way the rule stays the same.
        same_rule = (last[1] - last[0] == last[3] - last[2]) == (len(words) == sealed.end - sealed.start)
        if same_rule and last[1] == start and last[3] == sealed.start:
            last[1], last[3] = self._length, sealed.end
        else:
            self._pieces.append([start, self._length, sealed.start, sealed.end])

    def _break(self) -> None:
        self._breaks += self._length > self._block_start
        if self._breaks >= _BREAKS_THAT_END:
            self.end_block()

    def _end_forgotten(self, name: str) -> None:
        """Close the paragraph, list item or cell that a start tag of this name ends by itself."""
        ends = ENDS.get(name, P)
        for depth in range(len(self._stack) - 1, max(len(self._stack) - _NEAR, 0) - 1, -1):
            inner = self._stack[depth][0]
            if inner in ends:
                self._pop(depth)
                return
            if inner in BLOCKS and inner not in ENDS and inner not in P:
                return

    def _depth_of(self, name: str) -> int | None:
        """Return where the open element is that an end tag closes; an inline one closes nothing around a block."""
        inline = name not in BLOCKS
        for depth in range(len(self._stack) - 1, -1, -1):
            inner = self._stack[depth][0]
            if inner == name:
                return depth
            if inline and (inner in BLOCKS or depth < len(self._stack) - _FAR):
                return None
        return None

    def _pop(self, depth: int) -> None:
        for at in range(len(self._stack) - 1, depth - 1, -1):
            name, _ = self._stack.pop()
            begun = self._begun.pop()
            self._open[name] -= 1
            if name in BLOCKS:
                self.end_block()
            if at in self._pictured:
                self._pictured.remove(at)
                self._caption(name, begun)

    def _around(self) -> int:
        """Return the depth of the nearest open block."""
        depth = len(self._stack) - 1
        while depth > max(len(self._stack) - _FAR, 0) and self._stack[depth][0] not in BLOCKS:
            depth -= 1
        return depth

    def _caption(self, name: str, begun: int) -> None:
        """Take the one short line that stands with a picture in a box of their own for its caption."""
        if name in BOXES and len(self.blocks) == begun + 1:
            block = self.blocks[-1]
            if block.span.end - block.span.start <= _LONGEST_CAPTION:
                self.blocks[-1] = replace(block, place=replace(block.place, in_caption=True))
