"""A small world for the acts: three reports of the invented cast and what families ask."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from tests import one_news
from tests.procedures.origins_judged import Judge

from paradero.identity.model import MODEL, SHIPPED
from paradero.intake import Declared
from paradero.procedures.acting import Actor, Desk
from paradero.procedures.answers import EnquiryRequest, TakenIn
from paradero.procedures.bundles import propose_bundle
from paradero.procedures.job_answers import Attempt
from paradero.procedures.judge_origin import judge_origin
from paradero.procedures.open_enquiry import open_enquiry
from paradero.procedures.origin_views import OriginJudged
from paradero.procedures.take_in import take_in
from paradero.procedures.verify import verify
from paradero.procedures.work import Worker
from paradero.records.append_only import protect, unprotect
from paradero.terms.person import Birth, Description, Kin, PersonName, Relation, Sex
from paradero.terms.resources import resource
from paradero.terms.verdict import Verdict

RUSLAN_CAPTURED = """Un soldado de Vorónezh, prisionero cerca de Pokrovsk

Ruslan Doroshenkov, de 33 años, vecino de Vorónezh y soldado del polk 87, fue capturado el lunes cerca de Pokrovsk, \
según cuenta su madre, Galina. La familia no había sabido nada de él desde febrero.

El portavoz del Centro de Coordinación, Hryhorii Zalizniak, confirmó que el soldado está prisionero y recibe comida \
y agua.
"""
WIRE = """Una médica de Zhytomyr sigue desaparecida

Olena Verezhak, médica militar de Zhytomyr, está desaparecida desde el 3 de mayo, según su hermana. Salió con un \
convoy hacia el este y el último mensaje llegó por la noche desde un puesto de socorro que ya no existe. La hermana \
pide a quien la haya visto que llame a la línea Volver a casa, que atiende en cuatro idiomas todos los días del año.
"""
TIMUR_CAPTURED = """Тимур Дашиев из Улан-Удэ попал в плен

Тимур Дашиев, 24 года, житель Улан-Удэ, попал в плен под Купянском, рассказала его мать.
"""

GALINA_ASKS = EnquiryRequest(
    description=Description(
        names=(
            PersonName(
                as_written="Дорошенков Руслан Сергеевич",
                family_name="Дорошенков",
                given_name="Руслан",
                patronymic="Сергеевич",
            ),
        ),
        sex=Sex.MALE,
        birth=Birth(born_on=date(1991, 3, 12)),
        home="Воронеж",
        unit="полк 87",
        rank="рядовой",
        kin=(Kin(relation=Relation.MOTHER, name="Галина"),),
    ),
    language="ru",
    own_words="Ищу сына, Дорошенкова Руслана Сергеевича.\n  Если он жив, скажите только это. ",
    enquirer="mother",
    own_reference="VZ-17",
)
SERHII_ASKED_FOR = EnquiryRequest(
    description=Description(
        names=(PersonName(as_written="Хоменко Сергій Олександрович"),),
        birth=Birth(born_on=date(1991, 3, 12)),
        home="Полтава",
    ),
    language="uk",
    own_words="Шукаю чоловіка.",
    own_reference="PL-3",
)

TakeIn = Callable[..., TakenIn]
WorkOff = Callable[..., list[Attempt]]


def shipped_as(version: str, *, threshold: str = "0.5") -> str:
    """Return the shipped model's file as one of another version, which the shipped version's name begins."""
    shipped = resource(SHIPPED).read_text(encoding="utf-8")
    of_its_own = shipped.replace(f'version = "{VERSION}"', f'version = "{VERSION}{version}"')
    return of_its_own.replace("threshold = 0.5", f"threshold = {threshold}")


FARO_PAGE = """<html><head><title>Sin noticias de Ruslan Doroshenkov</title>
<meta property="og:url" content="https://faro.example/ruslan"><meta property="og:site_name" content="El Faro del Sur">
<meta property="article:published_time" content="2026-11-18"></head>
<body><article><h1>Sin noticias de Ruslan Doroshenkov</h1><p>Galina, la madre de Ruslan Doroshenkov, vecino de
Vorónezh, espera noticias desde febrero, según cuenta a El Faro del Sur en su casa.</p></article></body></html>"""
"""A page that states its publisher, its address and its day."""

Propose = Callable[..., str]
LATER = timedelta(days=2)
"""When the day of the tests' acts is over."""

VERSION = MODEL.name.removeprefix("paradero-identity-")


@pytest.fixture
def take(desk: Desk, marta: Actor, at: datetime) -> TakeIn:
    """Take a text in, as of an outlet and a day."""

    def taking(text: str, *, source: str = "El Faro del Sur", published_on: date = date(2024, 5, 24)) -> TakenIn:
        declared = Declared(source=source, published_on=published_on)
        return take_in(text.encode(), name="report.txt", declared=declared, desk=desk, actor=marta, at=at)

    return taking


@pytest.fixture
def ruslans_report(take: TakeIn) -> TakenIn:
    return take(RUSLAN_CAPTURED)


@pytest.fixture
def galinas_enquiry(desk: Desk, marta: Actor, at: datetime) -> str:
    return open_enquiry(GALINA_ASKS, desk=desk, actor=marta, at=at).ref


@pytest.fixture
def worker(desk: Desk, at: datetime) -> Worker:
    return Worker(desk=desk, actor=Actor(ref="worker:marta"), clock=lambda: at)


@pytest.fixture
def work_off(worker: Worker, at: datetime) -> WorkOff:
    """Do what is due, and give what became of each job."""

    def working(*, at: datetime = at, at_most: int = 1000) -> list[Attempt]:
        worker.clock = lambda: at
        return [attempt for attempt in (worker.work_one() for _ in range(at_most)) if attempt]

    return working


@pytest.fixture
def two(take: TakeIn) -> tuple[str, str]:
    return take(RUSLAN_CAPTURED).item_ref, take(TIMUR_CAPTURED, source="Вести с переправы").item_ref


@pytest.fixture
def propose(desk: Desk, marta: Actor, at: datetime) -> Propose:
    return lambda *items, purpose="For the court of Zhytomyr": propose_bundle(
        items, purpose=purpose, desk=desk, actor=marta, at=at
    )


@pytest.fixture
def faro(desk: Desk, marta: Actor, at: datetime) -> str:
    taken = take_in(
        FARO_PAGE.encode(),
        name="from Galina/ruslan.html",
        declared=Declared(source="Вести с переправы"),
        desk=desk,
        actor=marta,
        at=at,
    )
    return taken.item_ref


def without_triggers(statement: str) -> None:
    """Do what somebody does who owns the machine and takes the triggers away first."""
    unprotect(connection)
    with connection.cursor() as cursor:
        cursor.execute(statement)
    protect(connection)


def troubles(desk: Desk) -> str:
    """Return all that is found wrong, in one line."""
    return " ".join(trouble.sentence for trouble in verify(desk=desk).troubles)


@pytest.fixture
def vera() -> Actor:
    return Actor(ref="vera")


@pytest.fixture
def judge(desk: Desk, at: datetime) -> Judge:
    def judging(one: str, other: str, verdict: Verdict, by: Actor) -> OriginJudged:
        return judge_origin(one, other, verdict=verdict, desk=desk, actor=by, at=at)

    return judging


@pytest.fixture
def wire(take: TakeIn) -> str:
    return take(one_news.WIRE, source="Agencia Meridiano", published_on=date(2024, 5, 23)).item_ref


@pytest.fixture
def translation(take: TakeIn, wire: str) -> str:  # noqa: ARG001 -- after the wire
    return take(one_news.TRANSLATED["ru"], source="Вести с переправы", published_on=date(2024, 5, 24)).item_ref


@pytest.fixture
def own(take: TakeIn, wire: str) -> str:  # noqa: ARG001 -- after the wire
    return take(one_news.OWN, source="Dover Chronicle", published_on=date(2024, 5, 25)).item_ref
