"""A reader that was not built here: what it makes up is left out, what it cites stays."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from paradero.reading import read, read_apart_from_wishes
from paradero.reading.plugged import PluggedReader
from paradero.terms import account
from paradero.terms.account import (
    Account,
    AgreementRead,
    DateRead,
    Fact,
    Instruction,
    KinRead,
    MentionKind,
    PersonRead,
    PlaceRead,
    Role,
    TreatmentRead,
)
from paradero.terms.claims import Attribution, Claim, Count, Modality, Speaker, Status
from paradero.terms.dates import DateKnownFrom, Days
from paradero.terms.person import Birth, Description, Kin, PersonName, Relation, Sex
from paradero.terms.report import Report
from paradero.terms.spans import Found, Span

TEXT = (
    "El cabo Óscar Quintero, de 34 años, vecino de Mesetas, fue capturado el jueves, dijo su madre, Luz Rojas.\n"
    "De los ocho soldados solo tres han vuelto a Bogotá."
)
REPORT = Report(
    text=TEXT,
    blocks=(),
    pieces=(),
    source="El Faro",
    published_on=date(2026, 3, 14),
    date_known_from=DateKnownFrom.DECLARED,
)
THURSDAY = Days.day(date(2026, 3, 12))
NOWHERE = Found(span=Span(5_000, 5_010), rule="lie")


def at(words: str) -> Found:
    """Return where words stand in the report."""
    start = TEXT.index(words)
    return Found(span=Span(start, start + len(words)), rule="model")


CAPTIVE = PersonRead(
    kind=MentionKind.NAMED,
    label="Óscar Quintero",
    role=Role.CAPTIVE,
    role_found=at("capturado"),
    description=Description(
        names=(PersonName(as_written="Óscar Quintero", given_name="Óscar", family_name="Quintero"),),
        birth=Birth(age=34),
        home="Mesetas",
        rank="cabo",
        kin=(Kin(relation=Relation.MOTHER, name="Luz Rojas"),),
    ),
    mentions=(at("Óscar Quintero"),),
    facts=(
        Fact(field="home", value="Mesetas", found=at("Mesetas")),
        Fact(field="rank", value="cabo", found=at("cabo")),
        Fact(field="birth", value="34 años", found=at("34 años")),
        Fact(field="kin", value="Luz Rojas", found=at("Luz Rojas")),
    ),
)
MOTHER = PersonRead(
    kind=MentionKind.NAMED,
    label="Luz Rojas",
    role=Role.KIN,
    role_found=at("madre"),
    description=Description(names=(PersonName(as_written="Luz Rojas"),)),
    mentions=(at("Luz Rojas"),),
)
SENTENCE = TEXT.partition("\n")[0]
CAPTURE = Claim(
    says=SENTENCE,
    found=at(SENTENCE),
    status=Status.CAPTURED,
    person=0,
    when=THURSDAY,
    chain=(
        Attribution(name="Luz Rojas", speaker=Speaker.KIN, found=at("Luz Rojas")),
        Attribution(name="El Faro", speaker=Speaker.OUTLET),
    ),
    said=at("dijo"),
)
RETURN = TEXT.partition("\n")[2]
THREE_BACK = Claim(
    says=RETURN,
    found=at(RETURN),
    status=Status.RETURNED,
    count=Count(low=3, high=3, exact=True, of="soldados"),
)
BOGOTA = PlaceRead(as_written="Bogotá", usual="Bogotá", found=at("Bogotá"), country="CO")
HONEST = Account(
    language="es",
    reader="honest 1",
    persons=(CAPTIVE, MOTHER),
    claims=(CAPTURE, THREE_BACK),
    places=(BOGOTA,),
    dates=(DateRead(as_written="el jueves", days=THURSDAY, found=at("el jueves")),),
    kin=(KinRead(of=1, relation="mother", to=0, found=at("madre")),),
)


class Says:
    """A reader that gives one account whatever it reads."""

    name = "says 1"

    def __init__(self, says: Account) -> None:
        """Keep what it is to say."""
        self.says = says

    def read(self, report: Report) -> Account:  # noqa: ARG002  # it does not look
        """Return the account."""
        return self.says


def read_by(told: Account) -> Account:
    """Return what is left of an account when its reader is plugged in."""
    return PluggedReader(Says(told)).read(REPORT)


def test_what_is_cited_stays() -> None:
    """An account each field of which stands in the report is kept whole."""
    kept = read_by(HONEST)

    assert kept.gaps == ()
    assert kept.claims == HONEST.claims
    assert kept.kin == HONEST.kin
    assert kept.dates == HONEST.dates
    assert kept.places == HONEST.places
    captive = kept.persons[0]
    assert (captive.label, captive.role, captive.facts) == (CAPTIVE.label, CAPTIVE.role, CAPTIVE.facts)
    assert captive.description.birth == Birth(age=34, age_said_on=date(2026, 3, 14))
    assert captive.description.names == CAPTIVE.description.names
    assert (captive.description.home, captive.description.rank) == ("Mesetas", "cabo")
    assert captive.description.kin == CAPTIVE.description.kin
    assert captive.description.captive_by == date(2026, 3, 12)


INVENTED = replace(CAPTIVE, mentions=(NOWHERE,))
LIES: dict[str, dict[str, Any]] = {
    "a person whom the report does not mention": {"persons": (INVENTED,), "claims": (CAPTURE,), "kin": ()},
    "a sentence that is not there": {"claims": (replace(CAPTURE, says="Óscar Quintero fue asesinado."),)},
    "a sentence past the end": {"claims": (replace(CAPTURE, found=NOWHERE),)},
    "a claim about nobody in the account": {"claims": (replace(CAPTURE, person=7),)},
    "a claim about the person before the first": {"claims": (replace(CAPTURE, person=-1),)},
    "a place under other words": {"places": (replace(BOGOTA, as_written="Moscú"),)},
    "a date under other words": {"dates": (replace(HONEST.dates[0], as_written="el martes"),)},
    "an instruction past the end": {
        "instructions": (Instruction(by="Moscú", condition=None, stops=(), contact=None, found=NOWHERE),)
    },
    "kin of somebody who is not there": {"kin": (KinRead(of=5, relation="mother", to=0, found=at("madre")),)},
    "treatment past the end": {"treatments": (TreatmentRead(kind="health", person=0, value="bad", found=NOWHERE),)},
    "an agreement past the end": {
        "agreements": (AgreementRead(kind="exchange", modality=Modality.PLANNED, found=NOWHERE),)
    },
    "testimony past the end": {"testimony": (account.Testimony(person=0, found=NOWHERE),)},
}


@pytest.mark.parametrize("lie", LIES)
def test_what_is_made_up_is_left_out_and_said_to_be(lie: str) -> None:
    """No statement survives that points at words which the report does not have."""
    told = replace(HONEST, **LIES[lie])
    kept = read_by(told)

    for name, value in LIES[lie].items():
        assert getattr(kept, name) == (), f"{name}: {value}"
    assert any("left out" in gap for gap in kept.gaps)


def test_nothing_of_a_description_is_taken_on_trust() -> None:
    """A rank, an age, a relative or a sex that no cited words give stays unknown."""
    lies = Description(
        names=(PersonName(as_written="Óscar Quintero", patronymic="Ivánovich"), PersonName(as_written="Iván")),
        sex=Sex.FEMALE,
        side="RU",
        birth=Birth(age=19, year=2006, born_on=date(2006, 1, 1)),
        home="Moscú",
        unit="brigada 155",
        rank="coronel",
        kin=(Kin(relation=Relation.WIFE, name="Ana"),),
        died_on=date(2026, 3, 13),
    )
    facts = (Fact(field="rank", value="coronel", found=at("cabo")), Fact(field="home", value="Moscú", found=NOWHERE))
    told = replace(CAPTIVE, description=lies, facts=facts, label="Iván Petrov", role_found=NOWHERE, role=Role.DEAD)

    kept = read_by(replace(HONEST, persons=(told, MOTHER))).persons[0]

    assert kept.label == "Óscar Quintero"
    assert kept.role is Role.MENTIONED
    assert kept.facts == ()
    assert kept.description == Description(
        names=(PersonName(as_written="Óscar Quintero"),), captive_by=date(2026, 3, 12), last_heard_on=date(2026, 3, 12)
    )


def test_days_counts_and_speakers_are_those_of_the_words() -> None:
    """What no words support is taken out of a statement that otherwise stands."""
    year_off = Days.day(date(2025, 3, 12))
    chain = (
        Attribution(name="el Kremlin", speaker=Speaker.OFFICIAL, found=at("dijo")),
        Attribution(name="Reuters", speaker=Speaker.OUTLET),
        Attribution(name="El Faro", speaker=Speaker.OUTLET),
    )
    told = replace(
        HONEST,
        claims=(
            replace(CAPTURE, when=year_off, chain=chain, said=NOWHERE, hedged=NOWHERE, hedge_grade=3),
            replace(THREE_BACK, count=Count(low=300, high=300, exact=True, of="soldados")),
        ),
        dates=(replace(HONEST.dates[0], days=year_off),),
        places=(replace(BOGOTA, country="RU", usual="Moscow", candidates=(524901,)),),
    )
    kept = read_by(told)

    capture, returned = kept.claims
    assert (capture.when, capture.said, capture.hedged, capture.hedge_grade) == (None, None, None, None)
    assert [link.name for link in capture.chain] == ["El Faro"]
    assert returned.count is None
    assert kept.dates[0].days is None
    assert (kept.places[0].usual, kept.places[0].country, kept.places[0].candidates) == ("Bogotá", None, ())


def test_no_words_are_words_of_no_report() -> None:
    """An empty name stands everywhere and names nobody."""
    nobody = replace(CAPTIVE, description=Description(names=(PersonName(as_written=" "), PersonName(as_written=""))))
    link = Attribution(name="", speaker=Speaker.OFFICIAL, found=at("dijo"))
    kept = read_by(replace(HONEST, persons=(nobody, MOTHER), claims=(replace(CAPTURE, chain=(link,)),)))

    assert kept.persons[0].description.names == (PersonName(as_written="Óscar Quintero"),)
    assert kept.claims[0].chain == ()


class Breaks:
    """A reader that fails on every report."""

    name = "breaks 1"

    def read(self, report: Report) -> Account:  # noqa: ARG002  # it does not get that far
        """Fail."""
        raise RuntimeError("out of memory")


def test_a_reader_that_fails_stops_nothing() -> None:
    """One report that breaks a model must not stop a batch."""
    kept = PluggedReader(Breaks()).read(REPORT)

    assert kept.persons == ()
    assert kept.gaps == ("breaks 1 stopped with RuntimeError (out of memory). Nothing of it was kept.",)


def test_an_account_that_is_none_stops_nothing() -> None:
    """A reader that gives something else than an account has given nothing."""
    kept = PluggedReader(Says("everybody is dead")).read(REPORT)  # type: ignore[arg-type]

    assert kept.claims == ()
    assert "Nothing of it was kept" in kept.gaps[0]


def test_a_wish_is_kept_from_any_reader() -> None:
    """What a captive wants is in no account that is stored, whoever read it (R6)."""
    text = "«Quiero volver a casa, no quiero que me canjeen», dijo el prisionero en el vídeo."
    report = replace(REPORT, text=text)
    whole = Found(span=Span(0, len(text)), rule="model")
    told = replace(HONEST, persons=(), kin=(), places=(), dates=(), claims=(Claim(says=text, found=whole),))

    assert PluggedReader(Says(told)).read(report).claims
    assert read_apart_from_wishes(report, by=PluggedReader(Says(told))).claims == ()


def test_our_own_accounts_cite_what_they_say() -> None:
    """What the rules read of a plain report passes for a stranger's account too."""
    own = read(REPORT)
    kept = read_by(own)

    assert own.claims
    assert kept.claims == own.claims
    assert len(kept.persons) == len(own.persons)
