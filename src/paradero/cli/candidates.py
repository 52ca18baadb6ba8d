"""`paradero candidates` and `paradero explain`: what is proposed, and every reason for it."""

from collections.abc import Sequence
from typing import Annotated

import typer
from rich.table import Table

from paradero.cli.drawings import chain, waterfall
from paradero.cli.house import open_house
from paradero.cli.options import AsJson, Language, known_language
from paradero.cli.screen import add_cells, emit, say, screen
from paradero.cli.words import HEDGES, in_a_hundred, quoted
from paradero.procedures.text_views import ClaimView, Piece
from paradero.procedures.views import CandidatePage, CandidateRow
from paradero.terms.claims import Modality
from paradero.terms.refs import as_ref


def candidates(
    *,
    enquiry: Annotated[str | None, typer.Option(help="Only those of this enquiry, as E-7K3M-Q2XD.")] = None,
    limit: Annotated[int, typer.Option(min=1, max=1000, help="At most so many.")] = 50,
    as_json: AsJson = False,
) -> None:
    """List the candidates, likeliest first.

    A candidate is proposed by the machine, which counts as nobody: it confirms nothing. Probabilities are for staff and
    are never told to a family.
    """
    house = open_house()
    from paradero.procedures.list_candidates import list_candidates

    asked = as_ref(enquiry) if enquiry else None
    rows = list_candidates(enquiry_ref=asked, limit=limit, **house.hands())
    if as_json:
        emit(rows)
    elif rows:
        screen().print(table(rows))
        say("Why one is proposed: paradero explain C-…")
    else:
        say("No candidates. Take reports in with `paradero take-in`, open enquiries with `paradero enquire`.")


def explain(
    ref: Annotated[str, typer.Argument(help="A candidate's reference, as C-7K3M-Q2XD.", show_default=False)],
    language: Language = "en",
    *,
    as_json: AsJson = False,
) -> None:
    """Show why a candidate is proposed: every comparison and what it adds or takes, in bits.

    One bit doubles the odds that both are the same person, minus one halves them. Below that stand the report's own
    words and who says them.
    """
    chosen = known_language(language)
    house = open_house()
    from paradero.procedures.show_candidate import show_candidate

    page = show_candidate(as_ref(ref), language=chosen, **house.hands())
    if as_json:
        emit(page)
    else:
        tell(page, language=chosen)


def table(rows: Sequence[CandidateRow]) -> Table:
    """Return the candidates as a table."""
    drawn = Table(box=None, pad_edge=False, header_style="bold")
    for head, side in (("Candidate", "left"), ("Weight", "right"), ("Likely", "right")):
        drawn.add_column(head, justify="right" if side == "right" else "left", no_wrap=True)
    for head in ("The family writes", "The report writes", "Role", "Source", "Published"):
        drawn.add_column(head)
    for row in rows:
        add_cells(
            drawn,
            row.ref,
            f"{row.match_weight_bits:+.1f}",
            in_a_hundred(row.probability),
            row.sought,
            row.seen + (f" (against: {', '.join(row.contradictions)})" if row.contradictions else ""),
            row.role.value,
            row.source or "not known",
            str(row.published_on or "not known"),
        )
    return drawn


def tell(page: CandidatePage, *, language: str) -> None:
    """Print a candidate's explanation, its passage and its claims."""
    from paradero.identity import wording

    row = page.row
    say(f"{row.ref}: is “{row.seen}” the person sought as “{row.sought}”?")
    weighed = f"{row.match_weight_bits:+.1f} bits, {in_a_hundred(row.probability_alone)}"
    say(f"{weighed}, weighed by {page.model}. A proposal confirms nothing.")
    for told in rival_lines(row):
        say(told)
    for step in page.steps:
        if step.field in row.contradictions:
            say(f"Against it, {wording.field_name(step.field, language)}: {step.sentence}")
    say()
    labels = [wording.field_name(step.field, language) for step in page.steps]
    for line in waterfall(page.steps, labels):
        screen().print(line, soft_wrap=True)
    say()
    if page.would_change:
        say(f"{wording.field_name('would_change', language)}: {page.would_change}")
        say()
    on = page.report.published_on or "day not known"
    say(f"{page.report.source or 'source not known'}, {on}, item {row.item_ref}")
    say(f"  {quoted(flat(page.passage))}")
    for claim in page.claims:
        for told in claim_lines(claim):
            say(told)
    others = ", ".join(page.report.also_carried_by)
    say(f"Same news, one origin: {others}" if others else "No other report carries the same news.")
    say(f"Sealed as {page.item.sha256}")


def rival_lines(row: CandidateRow) -> list[str]:
    """Return what other enquiries for the sighting make of a candidate, as lines."""
    if not row.rivals:
        return []
    left = in_a_hundred(row.probability)
    return [
        f"Taken alone. Other enquiries for this sighting leave it {left}, since at most one of them can be right",
        "(unless two relatives seek one person: then judge the two enquiries to be the same):",
        *(f"  {one.match_weight_bits:+.1f} bits  {one.enquiry_ref}  {one.sought}  ({one.ref})" for one in row.rivals),
    ]


def claim_lines(claim: ClaimView) -> list[str]:
    """Return a claim and its chain as lines."""
    modality = "" if claim.modality is Modality.ASSERTED else claim.modality.value
    what = claim.status.value if claim.status else "said"
    parts = [what, modality, HEDGES[claim.hedge], "from captivity" if claim.from_captivity else ""]
    return [
        f"  {', '.join(part for part in parts if part)}: {quoted(flat(claim.sentence))}",
        *chain(claim.chain, indent=4),
    ]


def flat(pieces: Sequence[Piece]) -> str:
    """Return the text of the pieces in one line."""
    return " ".join("".join(piece.text for piece in pieces).split())
