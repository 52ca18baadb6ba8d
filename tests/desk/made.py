"""Views as the procedures answer them, made by hand from the invented cast."""

from datetime import UTC, date, datetime

from paradero.procedures.edge_views import AtSource, EdgeView
from paradero.procedures.judging_rows import Follows, Likenesses, WhatFollows
from paradero.procedures.text_views import ChainLink, ClaimView, Piece
from paradero.procedures.views import (
    ArrivalView,
    CandidatePage,
    CandidateRow,
    EnquiryPage,
    EnquiryRow,
    FieldPair,
    ItemFacts,
    ItemPage,
    MediaFacts,
    ReportFacts,
    ReportView,
    Searched,
    SightingRow,
    Step,
)
from paradero.terms.account import Role
from paradero.terms.claims import Count, Hedge, Modality, Speaker, Status
from paradero.terms.dates import DateKnownFrom
from paradero.terms.edges import Confidence, EdgeKind, Evidence
from paradero.terms.matching import Outcome
from paradero.terms.person import Relation

AT = datetime(2026, 5, 23, 9, 40, tzinfo=UTC)
SHA256 = "9f2c41d07be5a8830f6c1e52ab94d7703c88e1f60ab21d49e5770c3bd2168fa4"

ITEM = ItemFacts(
    ref="I-4Q8W-ZT1N",
    sha256=SHA256,
    size_bytes=18_432,
    media_type="text/html",
    kind="HTML page",
    reader="html 1",
    arrivals=(
        ArrivalView(at=AT, by="cli:marta", declared_source="El Faro del Sur", declared_published_on=date(2026, 5, 22)),
        ArrivalView(at=AT.replace(hour=15), by="cli:oleh", declared_source=None, declared_published_on=None),
    ),
)
REPORT = ReportFacts(
    item_ref=ITEM.ref,
    position=1,
    source="El Faro del Sur",
    author="Lucía Arbeláez",
    passed_on_from=None,
    platform=None,
    published_on=date(2026, 5, 22),
    date_known_from=DateKnownFrom.PAGE,
    language="es",
    origin_ref="O-7H2M-9RTC",
    also_carried_by=("La Voz de Levante", "Diario Nuevo Andén"),
)
CHAIN = (
    ChainLink(name="Ruslan Doroshenkov", speaker=Speaker.CAPTIVE, hedge=Hedge.NONE, in_text=True),
    ChainLink(name="Iryna Sukhodil", speaker=Speaker.POSTER, hedge=Hedge.DISTANCED, in_text=True),
    ChainLink(name="Telegram", speaker=Speaker.PLATFORM, hedge=Hedge.NONE, in_text=True),
    ChainLink(name="El Faro del Sur", speaker=Speaker.OUTLET, hedge=Hedge.DOUBTED, in_text=False),
)
SENTENCE = (
    Piece(text="Según cuenta la bloguera ", marks=("claim",)),
    Piece(text="Iryna Sukhodil", marks=("claim", "speaker")),
    Piece(text=", el soldado ", marks=("claim",)),
    Piece(text="Ruslan Doroshenkov", marks=("claim", "subject")),
    Piece(text=", ", marks=("claim",)),
    Piece(text="natural de Vorónezh", marks=("claim", "fact")),
    Piece(text=", fue capturado ", marks=("claim",)),
    Piece(text="este jueves", marks=("claim", "date")),
    Piece(text=" cerca de ", marks=("claim",)),
    Piece(text="Bélgorod", marks=("claim", "place")),
    Piece(text=".", marks=("claim",)),
)
CLAIM = ClaimView(
    sentence=SENTENCE,
    status=Status.CAPTURED,
    modality=Modality.ALLEGED,
    hedge=Hedge.DISTANCED,
    count=None,
    chain=CHAIN,
    from_captivity=True,
)
GROUP_CLAIM = ClaimView(
    sentence=(Piece(text="Más de 240 soldados habrían sido capturados.", marks=("claim",)),),
    status=Status.CAPTURED,
    modality=Modality.ALLEGED,
    hedge=Hedge.DOUBTED,
    count=Count(low=161, high=None, exact=False, of="soldados"),
    chain=(),
    from_captivity=False,
)
ROW = CandidateRow(
    ref="C-7K3M-Q2XD",
    enquiry_ref="E-5N8P-WX3J",
    sighting_ref="S-2ABC-9XYZ",
    item_ref=ITEM.ref,
    sought="Дорошенков Руслан Сергеевич",
    seen="Ruslan Doroshenkov",
    role=Role.CAPTIVE,
    statuses=(Status.CAPTURED,),
    source="El Faro del Sur",
    published_on=date(2026, 5, 22),
    match_weight_bits=8.3,
    probability=0.9968,
    probability_alone=0.9968,
    rivals=(),
    contradictions=(),
    own_verdict=None,
    proposed_at=AT,
)
STEPS = (
    Step(
        field="prior",
        outcome=Outcome.NOT_KNOWN,
        weight_bits=-13.1,
        sentence="Most persons in reports are somebody else.",
    ),
    Step(
        field="family_name",
        outcome=Outcome.AGREES,
        weight_bits=12.4,
        sentence="“Дорошенков” and “Doroshenkov” are one name in two scripts; it is rare.",
    ),
    Step(field="given_name", outcome=Outcome.AGREES, weight_bits=5.2, sentence="“Руслан” is written “Ruslan” here."),
    Step(field="birth", outcome=Outcome.CLOSE, weight_bits=3.1, sentence="35 years fits 1991-03-12."),
    Step(field="home", outcome=Outcome.AGREES, weight_bits=4.6, sentence="Both name Voronezh."),
    Step(field="unit", outcome=Outcome.DIFFERS, weight_bits=-3.9, sentence="The units differ."),
)
PAGE = CandidatePage(
    row=ROW,
    own_words=(
        "Ищу сына, Дорошенкова Руслана Сергеевича, 12.03.1991, из Воронежа.\n"
        "Последний раз звонил в апреле. Мать, Галина."
    ),
    enquiry_language="ru",
    pairs=(
        FieldPair(
            field="name", sought="Дорошенков Руслан Сергеевич", seen="Ruslan Doroshenkov", outcome=Outcome.AGREES
        ),
        FieldPair(field="birth", sought="1991-03-12", seen="35", outcome=Outcome.CLOSE),
        FieldPair(field="home", sought="Воронеж", seen="Vorónezh", outcome=Outcome.AGREES),
        FieldPair(field="unit", sought=None, seen=None, outcome=Outcome.DIFFERS),
        FieldPair(field="kin", sought="Галина", seen="", outcome=Outcome.CLOSE, relation=Relation.MOTHER),
    ),
    steps=STEPS,
    model="names-1 2026-11",
    reweighed_at=None,
    passage=SENTENCE,
    claims=(CLAIM, GROUP_CLAIM),
    report=REPORT,
    item=ITEM,
    own=None,
    others=None,
    following="C-0000-1111",
    follows=WhatFollows(if_same=Follows(), if_different=Follows()),
)
SEARCHED = Searched(
    at=AT,
    sightings=213,
    reports=41,
    sources=("El Faro del Sur", "La Voz de Levante", "Голос Приазовья"),
    taken_in_up_to=AT,
    published_up_to=date(2026, 5, 22),
    model="names-1 2026-11",
)
ENQUIRY_ROW = EnquiryRow(
    ref=ROW.enquiry_ref, sought=ROW.sought, language="ru", own_reference="Б-112/26", opened_at=AT, candidates=1
)
ENQUIRY = EnquiryPage(
    row=ENQUIRY_ROW,
    own_words=PAGE.own_words,
    enquirer="Галина, мать",
    opened_by="marta",
    facts=PAGE.pairs,
    candidates=(ROW,),
    searches=(SEARCHED,),
    likenesses=Likenesses(),
    to_look_at=(),
)
ITEM_PAGE = ItemPage(
    item=ITEM,
    reports=(
        ReportView(
            facts=REPORT,
            text=(
                Piece(text="Portada | Mundo | LEA TAMBIÉN: sube el precio del pan\n\n", marks=("outside",)),
                *SENTENCE,
                Piece(text="\n\nSu madre pide noticias."),
            ),
            media=(
                MediaFacts(
                    kind="video", size_bytes=4_210_000, duration_s=73.0, sha256=SHA256, caption="Captura del vídeo"
                ),
                MediaFacts(kind="image", size_bytes=None, duration_s=None, sha256=None, caption=None),
            ),
            sightings=(
                SightingRow(
                    ref="S-2ABC-9XYZ",
                    item_ref=ITEM.ref,
                    label="Ruslan Doroshenkov",
                    role=Role.CAPTIVE,
                    statuses=(Status.CAPTURED,),
                    source="El Faro del Sur",
                    published_on=date(2026, 5, 22),
                ),
            ),
            claims=(CLAIM, GROUP_CLAIM),
            passed_over=((Piece(text="Ruslan Doroshenkov apareció con vida."),),),
            gaps=("The last paragraph breaks off.",),
            reader="es-rules 0.1",
            refers_to=(
                EdgeView(
                    kind=EdgeKind.POSTED,
                    evidence=Evidence.STATED,
                    confidence=Confidence.LIKELY,
                    name="Iryna Sukhodil",
                    address=None,
                    platform="Telegram",
                    words="El video fue publicado en Telegram por la bloguera Iryna Sukhodil.",
                    held=None,
                    by_name=True,
                ),
            ),
            referred_to_by=(),
            at_source=AtSource(edited=True, superseded=False, gone=False, others=()),
        ),
    ),
    to_be_read=False,
    destroyed=False,
    likenesses=Likenesses(),
)
