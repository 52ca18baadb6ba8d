"""A preview serves this machine, and real families' data only for somebody who answers for it."""

import importlib
import sys
from datetime import datetime
from typing import Any

import pytest

from paradero.procedures.acting import Actor, Desk
from paradero.procedures.demonstration import NotEmpty, is_demonstration, mark_demonstration
from paradero.procedures.preview import PreviewRefused, require_loopback
from paradero.procedures.staff import PasswordRefused, add_staff
from paradero.records.models import Enquiry, Item
from paradero.site.preview import require_preview

NAMED = {
    "PARADERO_CONTROLLER": "Volver a casa",
    "PARADERO_PURPOSE": "tracing missing relatives",
    "PARADERO_RETENTION_DAYS": "365",
}


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.2", "::1", "[::1]", "localhost", "LOCALHOST"])
def test_this_machine_may_be_served(host: str) -> None:
    require_loopback(host)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.4", "desk.example", "localhost.example", "", "127.1.1"])  # noqa: S104
def test_other_machines_may_not(host: str) -> None:
    with pytest.raises(PreviewRefused, match=r"127\.0\.0\.1 alone"):
        require_loopback(host)


@pytest.mark.django_db
def test_a_named_desk_starts(settings: Any) -> None:
    for name, value in NAMED.items():
        setattr(settings, name, value)
    require_preview("127.0.0.1")


@pytest.mark.django_db
@pytest.mark.parametrize("missing", NAMED)
@pytest.mark.parametrize("value", [None, "", "  "])
def test_a_desk_without_controller_purpose_or_retention_does_not_start(
    settings: Any, missing: str, value: str | None
) -> None:
    for name, given in (NAMED | {missing: value}).items():
        setattr(settings, name, given)
    with pytest.raises(PreviewRefused, match=missing.removeprefix("PARADERO_").lower()):
        require_preview("127.0.0.1")


@pytest.mark.django_db
def test_nor_does_it_start_under_another_server(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """What gunicorn or mod_wsgi loads passes by the command that asks for these."""
    for name in NAMED:
        setattr(settings, name, None)
    monkeypatch.delitem(sys.modules, "paradero.site.wsgi", raising=False)
    with pytest.raises(PreviewRefused, match="controller"):
        importlib.import_module("paradero.site.wsgi")


@pytest.mark.django_db
@pytest.mark.parametrize("days", ["a year", "0", "-3", "1.5"])
def test_a_retention_period_is_a_number_of_days(settings: Any, days: str) -> None:
    for name, given in (NAMED | {"PARADERO_RETENTION_DAYS": days}).items():
        setattr(settings, name, given)
    with pytest.raises(PreviewRefused, match="a number of days"):
        require_preview("127.0.0.1")


@pytest.mark.django_db
def test_the_demonstration_starts_unnamed_and_still_serves_this_machine_only(
    settings: Any, desk: Desk, marta: Actor, at: datetime
) -> None:
    for name in NAMED:
        setattr(settings, name, None)
    mark_demonstration(desk=desk, actor=marta, at=at)
    mark_demonstration(desk=desk, actor=marta, at=at)

    assert is_demonstration()
    require_preview("127.0.0.1")
    with pytest.raises(PreviewRefused):
        require_preview("0.0.0.0")  # noqa: S104 -- it is refused


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["item", "enquiry"])
def test_what_may_be_real_is_never_called_a_demonstration(desk: Desk, marta: Actor, at: datetime, kind: str) -> None:
    if kind == "item":
        Item.objects.create(ref="I-0000-0001", sha256="0" * 64, size_bytes=1, taken_in_at=at)
    else:
        Enquiry.objects.create(ref="E-0000-0001", opened_at=at)
    with pytest.raises(NotEmpty, match="another folder"):
        mark_demonstration(desk=desk, actor=marta, at=at)
    assert not is_demonstration()


@pytest.mark.django_db
def test_a_password_that_is_easy_to_guess_is_refused_outside_the_demonstration(
    desk: Desk, marta: Actor, at: datetime
) -> None:
    for easy in ("marta", "password1234", "short"):
        with pytest.raises(PasswordRefused):
            add_staff("marta", password=easy, desk=desk, actor=marta, at=at)
    mark_demonstration(desk=desk, actor=marta, at=at)

    assert add_staff("marta", password="marta", desk=desk, actor=marta, at=at).new  # noqa: S106
