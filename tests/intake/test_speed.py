"""Large and hostile items: the time grows with the size, not with its square. The bounds leave a slow machine room."""

import gc
import json
import time
from collections.abc import Callable
from contextlib import suppress

import pytest
from tests.intake import telegram_shapes
from tests.intake.reports import page

from paradero.intake import Declared, Unreadable, open_bytes
from paradero.intake.json_cut import without
from paradero.intake.json_text import parse_json
from paradero.intake.telegram.reader import TELEGRAM


def opened(data: str, name: str) -> None:
    with suppress(Unreadable):
        open_bytes(data.encode(), name=name, declared=Declared())


def seconds(act: Callable[[], object]) -> float:
    """Return its CPU seconds, the collector at rest: it would look through what other tests of the process left."""
    gc.collect()
    gc.disable()
    try:
        before = time.process_time()
        act()
        return time.process_time() - before
    finally:
        gc.enable()


def quickest(act: Callable[[], object]) -> float:
    """Return the CPU seconds of the quickest of three tries."""
    return min(seconds(act) for _ in range(3))


@pytest.mark.slow
def test_twenty_megabytes_of_plain_text_open_in_seconds() -> None:
    paragraph = "La madre de Ruslan Doroshenkov lo reconoció en un vídeo. " * 6 + "\n\n"

    assert seconds(lambda: opened(paragraph * (19_900_000 // len(paragraph.encode())), "a.txt")) < 4


@pytest.mark.slow
def test_a_page_of_five_megabytes_opens_in_seconds() -> None:
    whole = page("faro.html")
    start, end = whole.index("<p>Galina"), whole.index("</article>\n<section")
    body = whole[start:end]

    large = whole[:start] + body * (5_000_000 // len(body.encode())) + whole[end:]

    assert seconds(lambda: opened(large, "a.html")) < 20


HOSTILE = {
    "bare brackets": ("<html>", "<"),
    "open blocks": ("<html>", "<div>"),
    "open comments": ("<html>", "<!--"),
    "open quotation marks": ("<html>", '<a b="'),
    "attributes without end": ("<html><a ", "b "),
    "entities": ("<html>", "&amp"),
    "nested clutter": ("<html>", "<nav class=related>"),
    "scripts": ("<html>", "<script>"),
    "stray ends": ("<html><i>", "<b></i>"),
    "json of open lists": ('{"messages":', "["),
    "json of open strings": ('{"messages":["', '","'),
    "json of escapes": ('{"messages":["', "\\\\"),
    "json of personal parts": ('{"messages":[', '{"contact_information":1,"members":[2]},'),
    "json of keys": ("{", '"a":{"b":1},'),
    "json of spaces": ('{"messages":', " [ \n"),
    "json of links": ('{"messages":[{"text":[', '{"type":"link","text":"a.a.a.a/"},'),
    "json of brackets": ('{"messages":[{"photo":"', "(File "),
    "blank lines": ("a", "\n \t"),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_item_takes_time_in_proportion(case: str) -> None:
    """Eight times the size may take some eight times as long; a square would take sixty-four."""
    before, repeated = HOSTILE[case]
    small, large = (before + repeated * (size // len(repeated)) for size in (60_000, 480_000))

    most = 8 * max(quickest(lambda: opened(small, "a")), 0.02) * 3

    assert any(seconds(lambda: opened(large, "a")) < most for _ in range(3))


def test_an_export_of_ten_thousand_messages_opens_in_seconds() -> None:
    messages = [
        {"id": n, "type": "message", "date": "2024-05-22T10:00:00", "text": f"Мати {n}\n"} for n in range(10_000)
    ]

    export = json.dumps({"name": "канал", "messages": messages})

    assert seconds(lambda: opened(export, "result.json")) < 10


def test_leaving_out_what_is_personal_takes_less_time_than_reading_it() -> None:
    card = {"contact_information": {"first_name": "Iryna"}, "reactions": [{"count": 1, "recent": [{"from": "Marta"}]}]}
    text = telegram_shapes.export(*(telegram_shapes.dated(id=n, text="Мати\n", **card) for n in range(4_000)))
    _, fields = without(text, TELEGRAM[0].personal)

    assert fields == 8_000
    assert quickest(lambda: without(text, TELEGRAM[0].personal)) < quickest(lambda: parse_json(text, name="a"))
