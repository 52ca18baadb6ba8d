"""Every figure of the reading bench on one small report, whose values are worked out by hand."""

from benchmarks.reading_figures import FIGURES, counted, definition
from benchmarks.reading_match import Case
from tests.evaluation.reading_sample import (
    ACCOUNT,
    TEXT,
)

from paradero.terms.account import Account

SOUGHT = {
    "persons": 3,
    "roles": 3,
    "roles_of_all": 3,
    "status": 2,
    "killed": 1,
    "status_unnamed": 1,
    "kin": 1,
    "kin_exact": 1,
    "dates": 1,
    "places": 2,
    "resolved": 1,
    "counts": 1,
    "speaker": 3,
    "speaker_of_all": 3,
    "sources": 2,
    "chain": 5,
    "chain_told": 3,
    "chain_of_all": 5,
    "hedge_grade": 5,
    "hedged": 1,
    "modality": 5,
    "boilerplate": 2,
    "treatment": 1,
    "agreements": 1,
    "instructions": 1,
    "testimony": 1,
}


def test_who_reads_all_that_is_annotated_is_right_in_all() -> None:
    assert counted(Case(TEXT, ACCOUNT)) == {name: (many, many, many) for name, many in SOUGHT.items()}


def test_who_reads_nothing_has_found_nothing_and_nothing_wrong() -> None:
    matched = {"speaker", "chain", "chain_told", "hedge_grade", "hedged", "modality"}
    nothing = {name: (0, 0, 0 if name in matched else many) for name, many in SOUGHT.items()}
    assert counted(Case(TEXT, Account(language="es", reader="none"))) == nothing


def test_every_figure_says_what_it_is() -> None:
    assert all(len(definition(name).split()) > 8 for name in FIGURES)
