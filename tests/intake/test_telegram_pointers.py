"""Whose post a message passes on, what it answers, what it links to: where the way to the origin begins."""

from typing import Any

import pytest
from tests.intake.reports import opened
from tests.intake.telegram_shapes import CHANNEL, dated, export, message

from paradero.terms.report import Pointer, PointerKind, Report


def only(one: dict[str, Any], **chat: Any) -> Report:
    (report,) = opened(export(one, **chat), "result.json").reports
    return report


def forwards(name: str | None) -> Pointer:
    return Pointer(kind=PointerKind.FORWARDS, name=name)


def links(*addresses: str) -> tuple[Pointer, ...]:
    return tuple(Pointer(kind=PointerKind.LINKS_TO, address=address) for address in addresses)


@pytest.mark.parametrize(
    ("fields", "points_to", "passed_on_from"),
    [
        ({"forwarded_from": "Вести с переправы"}, (forwards("Вести с переправы"),), "Вести с переправы"),
        ({"saved_from": "Вести с переправы"}, (forwards("Вести с переправы"),), "Вести с переправы"),
        (
            {"forwarded_from": "El Faro del Sur", "saved_from": "Вести с переправы"},
            (forwards("El Faro del Sur"), forwards("Вести с переправы")),
            "El Faro del Sur",
        ),
        ({"forwarded_from": "El Faro", "saved_from": "El Faro"}, (forwards("El Faro"),), "El Faro"),
        ({"forwarded_from": None}, (forwards(None),), None),
        ({"forwarded_from": 5}, (forwards(None),), None),
        ({}, (), None),
    ],
)
def test_a_forward_names_whose_post_it_is_and_gives_no_number(
    fields: dict[str, Any], points_to: tuple[Pointer, ...], passed_on_from: str | None
) -> None:
    """The account of a null is gone; that the post is no origin is known all the same."""
    report = only(message(text="Мати", **fields))

    assert (report.points_to, report.passed_on_from) == (points_to, passed_on_from)


@pytest.mark.parametrize(
    ("fields", "pointer"),
    [
        ({}, Pointer(kind=PointerKind.REPLIES_TO, address="https://t.me/c/1500000001/3", name=CHANNEL)),
        (
            {"reply_to_peer_id": "channel1500000001"},
            Pointer(kind=PointerKind.REPLIES_TO, address="https://t.me/c/1500000001/3", name=CHANNEL),
        ),
        (
            {"reply_to_peer_id": "channel1600000002"},
            Pointer(kind=PointerKind.REPLIES_TO, address="https://t.me/c/1600000002/3"),
        ),
        ({"reply_to_peer_id": "user2"}, Pointer(kind=PointerKind.REPLIES_TO)),
        ({"reply_to_peer_id": "chat2"}, Pointer(kind=PointerKind.REPLIES_TO)),
    ],
)
def test_an_answer_points_to_what_it_answers(fields: dict[str, Any], pointer: Pointer) -> None:
    assert only(dated(text="Мати", reply_to_message_id=3, **fields)).points_to == (pointer,)


@pytest.mark.parametrize("answered", [None, "3", 0, -999_999_997, True, [3]])
def test_what_is_no_number_of_a_message_is_no_answer(answered: object) -> None:
    """Those of a group before it moved are shifted below zero, and no address has them."""
    assert only(dated(text="Мати", reply_to_message_id=answered)).points_to == ()


def test_an_answer_in_a_group_without_addresses_names_the_group() -> None:
    (pointer,) = only(dated(text="Мати", reply_to_message_id=3), type="private_group").points_to

    assert pointer == Pointer(kind=PointerKind.REPLIES_TO, name=CHANNEL)


@pytest.mark.parametrize(
    ("run", "found"),
    [
        ({"type": "link", "text": "https://elfaro.example/n/1"}, ["https://elfaro.example/n/1"]),
        ({"type": "link", "text": "elfaro.example/n/1"}, ["https://elfaro.example/n/1"]),
        ({"type": "link", "text": "t.me/c/15/7"}, ["https://t.me/c/15/7"]),
        ({"type": "link", "text": "HTTP://ElFaro.example"}, ["HTTP://ElFaro.example"]),
        ({"type": "text_link", "text": "aquí", "href": "https://elfaro.example/n/2"}, ["https://elfaro.example/n/2"]),
        ({"type": "text_link", "text": "https://other.example", "href": "tg://user?id=5"}, []),
        ({"type": "text_link", "text": "aquí", "href": "javascript:alert(1)"}, []),
        ({"type": "text_link", "text": "aquí", "href": ["https://elfaro.example"]}, []),
        ({"type": "text_link", "text": "aquí"}, []),
        ({"type": "link", "text": "http://[mal"}, []),
        ({"type": "link", "text": "https://"}, []),
        ({"type": "link", "text": "https://a b"}, []),
        ({"type": "bold", "text": "https://elfaro.example"}, []),
        ({"type": "email", "text": "marta@elfaro.example"}, []),
        ({"type": "mention", "text": "@iryna"}, []),
        ({"type": "mention_name", "text": "Iryna", "user_id": 5}, []),
        ({"type": "phone", "text": "+34600000000"}, []),
    ],
)
def test_links_are_pointers_and_people_are_none(run: dict[str, Any], found: list[str]) -> None:
    assert only(message(text=["Мати ", run, " каже"])).points_to == links(*found)


def test_each_link_is_named_once_and_in_order() -> None:
    runs = [{"type": "link", "text": f"elfaro.example/{number}"} for number in (2, 1, 2)]

    assert only(message(text=runs)).points_to == links("https://elfaro.example/2", "https://elfaro.example/1")


@pytest.mark.parametrize("kind", ["public_channel", "private_channel", "public_supergroup", "private_supergroup"])
def test_a_message_has_telegrams_own_address(kind: str) -> None:
    """By it an answer, and another export of the same channel, find it again."""
    assert only(dated(text="Мати"), type=kind).address == "https://t.me/c/1500000001/7"


@pytest.mark.parametrize(
    ("one", "chat"),
    [
        (message(text="Мати"), {"id": 10_089_934_593}),  # until 2021 the number of a channel held its kind as well
        (dated(text="Мати"), {"type": "private_group"}),
        (dated(text="Мати"), {"type": "saved_messages"}),
        (dated(text="Мати"), {"id": None}),
        (dated(text="Мати"), {"id": "1500000001"}),
        (dated(text="Мати", id=-999_999_990), {}),
        (dated(text="Мати", id=True), {}),
        (dated(text="Мати", id=None), {}),
    ],
)
def test_what_has_no_address_gets_none(one: dict[str, Any], chat: dict[str, Any]) -> None:
    assert only(one, **chat).address is None
