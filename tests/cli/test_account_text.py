"""What an account says at a terminal of who filmed, posted or passed on what a report shows."""

import pytest

from paradero.cli.account_text import tell_account
from paradero.terms.account import Account
from paradero.terms.edges import EdgeKind, Relay
from paradero.terms.report import Report
from paradero.terms.spans import Span


def test_who_posted_it_is_told_with_its_words_and_whether_it_is_sure(capsys: pytest.CaptureFixture[str]) -> None:
    text = "Al parecer el video fue difundido en X por Pavel Dronov."
    words = Span(0, len(text))
    relay = Relay(kind=EdgeKind.POSTED, by="Pavel Dronov", platform="X", sure=False, words=words, rule="relays.by")
    tell_account(
        Report(text=text, blocks=(), pieces=()), Account(language="es", reader="paradero rules 1", relays=(relay,))
    )

    told = capsys.readouterr().out
    assert "posted by Pavel Dronov on X, which is uncertain" in told
    assert text in told
