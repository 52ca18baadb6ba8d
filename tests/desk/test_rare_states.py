"""What pages show in states that the small world does not reach: drawn from views made by hand."""

from dataclasses import replace

import pytest
from django.contrib.auth.models import AnonymousUser
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation
from tests.desk import made

from paradero.procedures.judging_rows import RivalRow
from paradero.procedures.views import FieldPair, Step
from paradero.terms.account import Role
from paradero.terms.claims import Modality, Status
from paradero.terms.matching import Outcome


def drawn(rf: RequestFactory, template: str, **context: object) -> str:
    request = rf.get("/")
    request.user = AnonymousUser()
    request.session = {}  # type: ignore[assignment]  # the pages ask it for one setting
    with translation.override("en"):
        return render_to_string(f"desk/{template}.html", context, request=request)


def test_a_destroyed_item_says_so_and_never_missing(rf: RequestFactory) -> None:
    """R10: what was destroyed by order is not lost, and its hash stays."""
    page = drawn(rf, "item", page=replace(made.ITEM_PAGE, reports=(), destroyed=True))

    assert "destroyed by order" in page
    assert "missing" not in page
    assert made.SHA256[:8] in page


def test_a_contradiction_stands_before_everything_else(rf: RequestFactory) -> None:
    page = drawn(rf, "candidate", page=replace(made.PAGE, row=replace(made.ROW, contradictions=("birth", "sex"))))

    assert page.index("Both cannot be true of one person.") < page.index("The family's enquiry")
    assert "birth or age, sex" in page


def test_a_contradiction_is_told_in_full_and_asks_for_a_reason(rf: RequestFactory) -> None:
    """Whoever holds both for one person has read what speaks against it."""
    step = replace(made.STEPS[3], outcome=Outcome.DIFFERS, sentence="The years of birth are three or more apart.")
    against = replace(made.PAGE, row=replace(made.ROW, contradictions=("birth",)), steps=(*made.STEPS[:3], step))
    page = drawn(rf, "candidate", page=against)

    assert page.index(step.sentence) < page.index("side-kind")
    assert "needs one here" in page
    assert "needs one here" not in drawn(rf, "candidate", page=made.PAGE)


def test_what_to_ask_next_stands_under_the_weights(rf: RequestFactory) -> None:
    said = "Ask the family for the date of birth, without telling them what the report says: +13.1 bits if it agrees."
    page = drawn(rf, "candidate", page=replace(made.PAGE, would_change=said))

    assert page.index("Match weight") < page.index(said) < page.index("Who says it")
    assert "What would change it" not in drawn(rf, "candidate", page=made.PAGE)


RIVAL = RivalRow(
    ref="C-1AAA-1BBB",
    enquiry_ref="E-2CCC-2DDD",
    sought="Дорошенков Руслан Викторович",
    language="ru",
    match_weight_bits=8.3,
)


def test_other_enquiries_for_the_sighting_are_named_with_what_they_leave(rf: RequestFactory) -> None:
    page = drawn(rf, "candidate", page=replace(made.PAGE, row=replace(made.ROW, rivals=(RIVAL,), probability=0.498)))
    assert "Дорошенков Руслан Викторович" in page
    assert (
        "Taken alone, this candidate comes to over 99 in 100; taking the other enquiries into account, to 50 in 100."
        in page
    )
    assert "Taken alone over 99 in 100; lower here, because another enquiry fits this sighting too." in page
    assert "Other enquiries for this sighting" not in drawn(rf, "candidate", page=made.PAGE)


def test_other_enquiries_that_change_nothing_are_named_without_a_second_figure(rf: RequestFactory) -> None:
    page = drawn(rf, "candidate", page=replace(made.PAGE, row=replace(made.ROW, rivals=(RIVAL,))))
    assert "Other enquiries for this sighting" in page
    assert "Taken alone" not in page


def test_what_is_taken_off_a_name_is_a_caution_and_no_outcome(rf: RequestFactory) -> None:
    """Two names that are written the same are not "in part" the same because somebody else may bear them."""
    off = Step(field="name", outcome=Outcome.CLOSE, weight_bits=-2.0, sentence="Somebody else may bear it.")
    page = drawn(rf, "candidate", page=replace(made.PAGE, steps=(*made.PAGE.steps[:2], off)))
    row = page[page.rindex("<tr", 0, page.index(off.sentence)) : page.index(off.sentence)]
    assert "Caution" in row
    assert "in part" not in row


def test_a_third_country_is_called_one_and_not_a_bare_code(rf: RequestFactory) -> None:
    side = FieldPair(field="side", sought="UA", seen="CO", outcome=Outcome.NOT_KNOWN)
    page = drawn(rf, "candidate", page=replace(made.PAGE, pairs=(side,)))
    assert "<td>Ukraine</td>" in page
    assert "another country (CO)" in page


def test_what_is_said_in_captivity_is_marked_so(rf: RequestFactory) -> None:
    """R7: a captive may be made to speak."""
    assert drawn(rf, "candidate", page=made.PAGE).count("Said in captivity") == 1


def test_nothing_said_in_captivity_reads_as_plainly_asserted(rf: RequestFactory) -> None:
    """R7: neither the claim nor the captive's own link of the chain is shown as said freely."""
    page = drawn(rf, "candidate", page=replace(made.PAGE, claims=(replace(made.CLAIM, modality=Modality.ASSERTED),)))
    captive = page[page.index("speaks in captivity") :]

    assert "<strong>said in captivity: captured</strong>" in page
    assert "asserted" not in page
    assert "without a caveat" not in captive[: captive.index("</p>")]


def test_one_origin_stays_one_however_many_carry_it(rf: RequestFactory) -> None:
    page = drawn(rf, "candidate", page=made.PAGE)

    assert "La Voz de Levante, Diario Nuevo Andén" in page
    assert "One origin, however many carry it." in page


def test_a_video_is_its_kind_size_length_caption_and_hash(rf: RequestFactory) -> None:
    """R1: words and numbers, and no way from them to the picture."""
    page = drawn(rf, "item", page=made.ITEM_PAGE)

    assert "video · 4.0 MiB · 1:13 · " in page
    assert "Captura del vídeo" in page
    assert "picture · size not known" in page


def test_what_the_reader_could_not_read_is_said(rf: RequestFactory) -> None:
    assert "The last paragraph breaks off." in drawn(rf, "item", page=made.ITEM_PAGE)


@pytest.mark.parametrize("probability", [0.99999999, 1.0])
def test_nobody_is_ever_certain(rf: RequestFactory, probability: float) -> None:
    page = drawn(rf, "candidate", page=replace(made.PAGE, row=replace(made.ROW, probability=probability)))

    assert "over 99 in 100" in page
    assert "certain" not in page
    assert "100 %" not in page


def test_an_enquiry_not_yet_searched_says_what_to_run(rf: RequestFactory) -> None:
    page = drawn(rf, "enquiry", page=replace(made.ENQUIRY, candidates=(), searches=()))

    assert "Nothing has been searched for this enquiry yet." in page
    assert "not news of a death" in page


def test_empty_lists_say_what_to_do(rf: RequestFactory) -> None:
    assert "paradero candidates" in drawn(rf, "candidates", rows=(), page=None)
    assert "paradero enquire" in drawn(rf, "enquiries", rows=(), page=None)


def test_a_report_of_a_death_is_called_a_claim_before_it_is_shown(rf: RequestFactory) -> None:
    """R4: nobody at the desk takes a printed death for a finding, or for something to pass on."""
    page = drawn(rf, "candidate", page=replace(made.PAGE, row=replace(made.ROW, role=Role.DEAD)))

    assert page.index("A report speaks of a death. That is somebody's claim") < page.index("The family's enquiry")
    assert "A report speaks of a death" not in drawn(rf, "candidate", page=made.PAGE)


def test_what_does_not_agree_stands_before_what_does(rf: RequestFactory) -> None:
    page = drawn(rf, "candidate", page=made.PAGE)

    assert page.index("Does not agree: Unit") < page.index("The family's enquiry")


def test_the_estimate_is_the_machines_and_not_about_the_reports_truth(rf: RequestFactory) -> None:
    page = drawn(rf, "candidate", page=made.PAGE)

    assert "The machine's estimate that both are one person" in page
    assert "It does not say whether the report is true." in page


def test_a_denied_death_is_a_denial_first(rf: RequestFactory) -> None:
    """A tired eye that stops at the first word stops at the right one."""
    denied = replace(made.CLAIM, status=Status.KILLED, modality=Modality.DENIED)
    page = drawn(rf, "candidate", page=replace(made.PAGE, claims=(denied,)))

    assert '<strong>denied: <s class="status">killed</s></strong>' in page
    assert "<strong>killed" not in page


def test_a_platform_vouches_for_nothing(rf: RequestFactory) -> None:
    page = drawn(rf, "candidate", page=made.PAGE)
    platform = page[page.index(">Telegram</strong>") :]

    assert "without a caveat" not in platform[: platform.index("</p>")]
    assert (
        page.count("passes on what is said by") == len(made.CHAIN) - 2
    )  # a platform is passed through, and says nothing


def test_statements_about_nobodys_fate_are_folded(rf: RequestFactory) -> None:
    other = replace(made.GROUP_CLAIM, status=None)
    folded = drawn(rf, "candidate", page=replace(made.PAGE, claims=(other, made.CLAIM)))

    assert folded.index("fue capturado") < folded.index("<details") < folded.index("Más de 240 soldados")
    assert "1 more statement" in folded
    assert "<details" not in drawn(rf, "candidate", page=replace(made.PAGE, claims=(made.CLAIM,)))


def test_paper_folds_nothing(rf: RequestFactory) -> None:
    other = replace(made.GROUP_CLAIM, status=None)

    assert "<details" not in drawn(rf, "print", page=replace(made.PAGE, claims=(other,)))


def test_candidates_that_tell_different_things_are_said_to_differ(rf: RequestFactory) -> None:
    dead = replace(made.ROW, role=Role.DEAD)
    page = drawn(rf, "enquiry", page=replace(made.ENQUIRY, candidates=(made.ROW, dead)))

    assert "The reports do not say the same: captive / reported dead." in page
    assert "do not say the same" not in drawn(rf, "enquiry", page=made.ENQUIRY)


def test_a_channels_export_has_a_list_of_its_messages(rf: RequestFactory) -> None:
    first = made.ITEM_PAGE.reports[0]
    second = replace(first, facts=replace(first.facts, position=2, published_on=None))
    page = drawn(rf, "item", page=replace(made.ITEM_PAGE, reports=(first, second)))

    assert "2 reports in this item" in page
    assert 'href="#report-2">day not known</a>' in page
    assert 'id="report-2"' in page
    assert "reports in this item" not in drawn(rf, "item", page=made.ITEM_PAGE)


def test_a_candidate_leads_to_its_own_message(rf: RequestFactory) -> None:
    page = drawn(rf, "candidate", page=replace(made.PAGE, report=replace(made.REPORT, position=8)))

    assert page.count(f'/items/{made.ITEM.ref}/#report-8"') == 2
