"""A report's text with its marks drawn inside each other, paragraph by paragraph, each beside what it claims."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from paradero.desk.words import WORDS
from paradero.procedures.text_views import ClaimView, Mark, Piece
from paradero.procedures.views import ReportView
from paradero.terms.account import Role
from paradero.terms.claims import Modality


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One or more lines of a report, marked, and the claims whose words begin in it."""

    html: SafeString
    """As it was written, letter for letter: the marks add no text of their own."""
    claims: tuple[ClaimView, ...]


def paragraphs(report: ReportView) -> list[Paragraph]:
    """Return a report's text in paragraphs; lines in which no claim begins are put together."""
    weaver = _Weaver(report.facts.position, {claim.number: claim for claim in report.claims})
    drawn: list[Paragraph] = []
    for line in _lines(report.text):
        html, begun = weaver.line(line)
        if drawn and not begun and not drawn[-1].claims:
            html = mark_safe(drawn.pop().html + html)  # noqa: S308 -- both halves were escaped as they were woven
        drawn.append(Paragraph(html=html, claims=tuple(begun)))
    return drawn


def _lines(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    line: list[Piece] = []
    for piece in pieces:
        for part in piece.text.splitlines(keepends=True):
            line.append(replace(piece, text=part))
            if part.endswith("\n"):
                yield line
                line = []
    if line:
        yield line


@dataclass(slots=True)
class _Weaver:
    """Draws lines in order, and knows whose words have begun already."""

    report: int
    claims: Mapping[int, ClaimView]
    met: set[Mark] = field(default_factory=set)

    def line(self, pieces: Sequence[Piece]) -> tuple[SafeString, list[ClaimView]]:
        """Return a line's markup and the claims that begin in it; every mark that is opened is closed again."""
        html: list[str] = []
        begun: list[int] = []
        within: tuple[Mark, ...] = ()
        for piece in pieces:
            shared = _shared(within, piece.within)
            opened = piece.within[shared:]
            begun += [mark.number or 0 for mark in opened if mark.kind == "claim" and mark not in self.met]
            html += [*_closed(len(within) - shared), *map(self._opened, opened), format_html("{}", piece.text)]
            within = piece.within
        html += _closed(len(within))
        return SafeString("".join(html)), [self.claims[number] for number in begun if number in self.claims]

    def _opened(self, mark: Mark) -> str:
        """Return a mark's beginning; a claim that begins has its number before it, and who is met first has a word."""
        first = mark not in self.met
        self.met.add(mark)
        claim = self.claims.get(mark.number or 0) if mark.kind == "claim" else None
        link = _link(self.report, claim) if claim and first else ""
        word = _word(mark, claim) if first else ""
        told = format_html(' data-word="{}"', word) if word else ""
        return link + format_html('<span class="{}"{}>', classes(mark, claim), told)


def _shared(one: Sequence[Mark], other: Sequence[Mark]) -> int:
    """Return how many marks, from the outermost, go on from one piece to the next."""
    pairs = zip(one, other, strict=False)
    return next((place for place, (here, there) in enumerate(pairs) if here != there), min(len(one), len(other)))


def _closed(count: int) -> list[str]:
    return ["</span>"] * count


def classes(mark: Mark, claim: ClaimView | None = None) -> str:
    """Return the style classes of a mark: its kind, a person's role, in what way a claim is said."""
    names = ["m", f"m-{mark.kind}"]
    if mark.role:
        names.append(f"role-{mark.role.value}")
    if claim:
        names.append(f"said-{claim.modality.name.lower()}")
    return " ".join(names)


def _link(report: int, claim: ClaimView) -> str:
    said = [WORDS[value] for value in (claim.status, claim.modality) if value]
    told = gettext("Statement %(number)s: %(said)s") % {"number": claim.number, "said": ", ".join(map(str, said))}
    at = f"{report}-{claim.number}"
    return format_html(
        '<a class="claim-no" id="words-{0}" href="#claim-{0}" aria-label="{1}" data-no="{2}"></a>',
        at,
        told,
        claim.number,
    )


def _word(mark: Mark, claim: ClaimView | None) -> str:
    """Return the word that stands at a mark, so that colour and pattern are never all there is."""
    if claim and claim.modality is not Modality.ASSERTED:
        return str(WORDS[claim.modality])
    if mark.role and mark.role is not Role.MENTIONED:
        return str(WORDS[mark.role])
    return ""


def roles_in(reports: Iterable[ReportView]) -> list[Mark]:
    """Return one mark for each role that somebody has in these reports, in the order of the roles."""
    met = {mark.role for report in reports for piece in report.text for mark in piece.within if mark.role}
    return [Mark(kind="person", role=role) for role in Role if role in met]
