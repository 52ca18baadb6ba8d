"""Each thing that may be wrong with a text is said in a sentence."""

import pytest
from tests.corpus.sample import SAMPLE, long_enough

from paradero.corpus.checking import faults_in, words_in
from paradero.corpus.notation import read

GOOD = long_enough()


def test_a_right_text_has_no_faults() -> None:
    assert faults_in(GOOD, called="es-wire-01") == []


@pytest.mark.parametrize(
    ("right", "wrong", "says"),
    [
        ("language: es", "language: de", "the language is 'de'"),
        ("voice: wire", "voice: rumour", "the voice is 'rumour'"),
        ("2026-03-14", "14 March", "which is no day"),
        ("published: 2026-03-14\n", "", "the header has no 'published'"),
        ("outlet:", "editor:", "the header has 'editor'"),
        ("::: cookie", "::: biscuit", "'biscuit' is no kind of zone"),
        ("{p1.rank}", "{p1.rang}", "'rang' is no attribute"),
        ("{c1.said}", "{c1.shouted}", "has no 'shouted'"),
        ("{c1.said}", "{p2; h1.said}", "a hedge has no 'said'"),
        ("{l1 = Mesetas, Meta, CO}", "{l1 = Mesetas}", "a place is written"),
        ("{d1 = 2026-03-12}", "{d1 = Thursday}", "a date is written"),
        ("{n1 = 20..}", "{n1 = many}", "a count is written"),
        ("{h1 = 2}", "{h1 = 9}", "a hedge is written"),
        ("{h1 = 2}", "{h1}", "h1 is given no value"),
        ("{g1}", "{x1}", "nothing is called by that letter"),
        ("{p2; k1}", "{p2; k2}", "marked k2, which has no record"),
        (" [soldados]{g1}", " soldados", "g1 has a record and is marked nowhere"),
        ("role=kin", "role=mum", "role=mum: it may be"),
        ("k1 mother p2 p1", "k1 mother p2", "is about 2 things, not 1"),
        ("k1 mother p2 p1", "k1 mother p2 p9", "it is about 'p9'"),
        ("k1 mother p2 p1", "k1 mum p2 p1", "'mum' is no kind of kin link"),
        ("by=p2>s0", "by=p2>s4", "'s4' is no person or group or formation or source"),
        (" by=p2>s0", "", "it does not say 'by'"),
        ("modality=asserted", "modality=sure", "modality=sure: it may be"),
        ("count=n1", "count=d1", "'d1' is no count of this text"),
        ("p2 named", "p1 named", "p1 has two records"),
        (' name="Luz Dary Rojas"', "", "p2: it does not say 'name'"),
        ("c1 captured p1", "c1 missing p1", "p1 is captive, and no claim says captured or surrendered"),
        ("by=s0 hedge=h1", "by=s0 hedge=h1 captivity=yes", "said in captivity, and no person or group"),
        ("modality=alleged", "modality=asserted", "c2 is asserted and has a hedge"),
        (" hedge=h1", "", "c2 is alleged and has no hedge"),
        ("fue [capturado]", "[fue capturado]", "'fue capturado', marked c1: one word is marked"),
        ("palabra palabra", "[palabra]{c1} palabra", "c1 is marked twice"),
        ("el [jueves]", "[el jueves]", "the article 'el' stays outside"),
        ("[madre]{p2; k1},", "[madre,]{p2; k1}", "not with a quotation mark, a comma"),
        ("count=n1", "when=d1", "n1 is the count of no record"),
        ("c2 captured g1", "c2 captured p1", "g1 stands in no claim, chain or link"),
        ("g1 group", "g1 formation", "g1 is a formation, which has no role"),
        ("role=captive side=state\nk1", "role=other side=state\nk1", "role=other: it may be captive, missing"),
        ("c1 captured", "s0 outlet", "s0 is whoever published"),
        ("c1 captured", "d1 captured", "has no record; its first mark"),
        ("sex=female", "sex='female'", "not in the usual form"),
        ("{c2}. ", "{c2. ", "no {marks} stand behind"),
    ],
)
def test_what_is_wrong_is_said(right: str, wrong: str, says: str) -> None:
    assert right in GOOD
    faults = faults_in(GOOD.replace(right, wrong), called="es-wire-01")
    assert any(says in fault for fault in faults), faults


def test_a_file_is_called_as_its_header_says() -> None:
    (fault,) = faults_in(GOOD, called="es-wire-02")
    assert fault == "the header calls it 'es-wire-01' and the file 'es-wire-02'"


def test_words_of_zones_are_not_the_reports() -> None:
    short = read(SAMPLE)
    assert words_in(short) == 30
    (fault,) = faults_in(SAMPLE, called="es-wire-01")
    assert fault == "the report has 30 words; 80 to 320 are asked"


def test_one_thing_has_one_value() -> None:
    twice = GOOD.replace("palabra palabra", "[Mesetas]{l1 = Mesetas, CO}", 1)
    assert "l1 is Mesetas, Meta, CO at one place and Mesetas, CO at another" in faults_in(twice, called="es-wire-01")


def test_a_group_may_be_captive_without_a_claim_of_its_own() -> None:
    assert faults_in(GOOD.replace("c2 captured g1", "c2 wounded g1"), called="es-wire-01") == []


def test_a_ditto_sign_in_a_list_may_be_marked() -> None:
    assert faults_in(GOOD.replace("palabra palabra", '["]{d1} palabra', 1), called="es-wire-01") == []
