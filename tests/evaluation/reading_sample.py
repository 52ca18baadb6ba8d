"""A small annotated report of invented people, and the account of a reader that reads all of it."""

from dataclasses import replace
from datetime import date
from typing import Any

from benchmarks.reading_figures import counted
from benchmarks.reading_match import Case

from paradero.corpus.notation import read
from paradero.terms.account import (
    Account,
    AgreementRead,
    DateRead,
    Instruction,
    KinRead,
    MentionKind,
    PersonRead,
    PlaceRead,
    Role,
    Testimony,
    TreatmentRead,
)
from paradero.terms.claims import Attribution, Claim, Count, Modality, Speaker, Status
from paradero.terms.dates import Days
from paradero.terms.gazetteer import towns_called
from paradero.terms.person import Description
from paradero.terms.spans import Found, Span

ANNOTATED = """id: es-wire-01
language: es
voice: wire
published: 2026-03-14
outlet: Agencia Meridiano

::: navigation
Inicio | Mundo
:::
[Bélgorod]{l1 = Belgorod, RU} - El cabo [Óscar Quintero]{p1} fue [capturado]{c1} el [jueves]{d1 = 2026-03-12}, \
[dijo]{c1.said} su [madre]{p2; k1}, [Luz Rojas]{p2}, a [Ondas]{s1}.
Al [parecer]{h1 = 2} ha [muerto]{c2} [Iván Soto]{p3}, y siguen [desaparecidos]{c3} \
[más de veinte]{n1 = 20..} [soldados]{g1}.
[Ondas]{s1} lo daba por [muerto]{c4}; [Luz]{p2} dice que [vive]{c5}. "[Me tratan bien]{q1; t1}", se oye a [Óscar]{p1}.
[Las familias deben llamar a Ondas]{i1}. Se espera un [canje]{a1}.
::: caption
[Óscar Quintero]{p1}, en la [Costa de los Sauces]{l2 = Costa de los Sauces, CO}.
:::
::: cookie
Usamos cookies.
:::
----
p1 named name="Óscar Quintero" role=captive
p2 named name="Luz Rojas" role=kin
p3 named name="Iván Soto" role=other
g1 group role=missing
s1 channel name=Ondas
k1 mother p2 p1
c1 captured p1 modality=asserted by=p2>s1>s0 when=d1
c2 killed p3 modality=alleged by=s0 hedge=h1
c3 missing g1 modality=asserted by=s0 count=n1
c4 killed p1 modality=asserted by=s1>s0 refuted_by=c5
c5 killed p1 modality=denied by=p2>s0
t1 treatment p1 value=good by=p1>s0
i1 instruction to=kin by=s1>s0
a1 exchange modality=planned by=s0
q1 testimony by=p1>s0
"""
TEXT = read(ANNOTATED)
OSCAR, LUZ, IVAN, SOLDIERS = range(4)


def found(words: str, nth: int = 0) -> Found:
    """Return where words stand in the report, the first time or a later one."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.text.index(words, start + 1)
    return Found(span=Span(start, start + len(words)), rule="by hand")


def link(name: str, nth: int = 0) -> Attribution:
    return Attribution(name=name, speaker=Speaker.PERSON, found=found(name, nth))


PUBLISHER = Attribution(name="Agencia Meridiano", speaker=Speaker.OUTLET)


def claim(status: Status, person: int, at: Found, *chain: Attribution, **said: Any) -> Claim:
    return Claim(says="", found=at, status=status, person=person, chain=(*chain, PUBLISHER), **said)


def person(label: str, role: Role, *mentions: Found, kind: MentionKind = MentionKind.NAMED) -> PersonRead:
    at = mentions[0]
    return PersonRead(kind=kind, label=label, role=role, role_found=at, description=Description(), mentions=mentions)


ACCOUNT = Account(
    language="es",
    reader="by hand",
    persons=(
        person(
            "Óscar Quintero",
            Role.CAPTIVE,
            found("Óscar Quintero"),
            found("Óscar", 1),
            found("Óscar Quintero", 1),
        ),
        person("Luz Rojas", Role.KIN, found("madre"), found("Luz Rojas"), found("Luz", 1)),
        person("Iván Soto", Role.MENTIONED, found("Iván Soto")),
        person("más de veinte soldados", Role.MISSING, found("soldados"), kind=MentionKind.GROUP),
    ),
    claims=(
        claim(Status.CAPTURED, OSCAR, found("capturado"), link("Luz Rojas"), link("Ondas")),
        claim(Status.KILLED, IVAN, found("muerto"), modality=Modality.ALLEGED, hedge_grade=2),
        claim(
            Status.MISSING,
            SOLDIERS,
            found("desaparecidos"),
            count=Count(low=20, high=None, exact=False, of="soldados"),
        ),
        claim(Status.KILLED, OSCAR, found("muerto", 1), link("Ondas", 1), modality=Modality.REFUTED),
        claim(Status.KILLED, OSCAR, found("vive"), link("Luz", 1), modality=Modality.DENIED),
    ),
    places=(
        PlaceRead(
            as_written="Bélgorod",
            usual="Belgorod",
            found=found("Bélgorod"),
            candidates=(next(town.id for town in towns_called("Belgorod") if town.country == "RU"),),
        ),
        PlaceRead(as_written="Costa de los Sauces", usual="Costa de los Sauces", found=found("Costa de los Sauces")),
    ),
    dates=(DateRead(as_written="el jueves", days=Days.day(date(2026, 3, 12)), found=found("el jueves")),),
    instructions=(
        Instruction(
            by="Ondas", condition=None, stops=(), contact=None, found=found("Las familias deben llamar a Ondas")
        ),
    ),
    kin=(KinRead(of=LUZ, relation="mother", to=OSCAR, found=found("madre")),),
    treatments=(TreatmentRead(kind="treatment", person=OSCAR, value="good", found=found("Me tratan bien")),),
    agreements=(AgreementRead(kind="exchange", modality=Modality.PLANNED, found=found("canje")),),
    testimony=(Testimony(person=OSCAR, found=found("Me tratan bien")),),
    cut=(found("Inicio | Mundo").span, found("Usamos cookies.").span),
)
"""What a reader says that reads everything as it is annotated."""


STRANGER = person("Pavel Ustim", Role.MISSING, found("El cabo"))
"""Somebody whom nobody marked."""


def of(figure: str, account: Account = ACCOUNT, annotated: str = ANNOTATED) -> tuple[int, int, int]:
    """Return how many are right, found and sought."""
    return counted(Case(read(annotated), account))[figure]


def with_claim(place: int, **changed: Any) -> Account:
    claims = list(ACCOUNT.claims)
    claims[place] = replace(claims[place], **changed)
    return replace(ACCOUNT, claims=tuple(claims))


def with_person(place: int, **changed: Any) -> Account:
    persons = list(ACCOUNT.persons)
    persons[place] = replace(persons[place], **changed)
    return replace(ACCOUNT, persons=tuple(persons))


def with_one_more(one: PersonRead, **more: Any) -> Account:
    return replace(ACCOUNT, persons=(*ACCOUNT.persons, one), **more)
