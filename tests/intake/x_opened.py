"""Files of X, opened through the door that everything comes in by."""

from typing import Any

from tests.intake.reports import opened
from tests.intake.x_shapes import FIRST, SECOND, THIRD, written

from paradero.terms.report import PointerKind, Report

IRYNAS = f"https://x.com/iryna_vyhadka/status/{FIRST}"
FAROS = f"https://x.com/faro_inventado/status/{SECOND}"
VESTIS = f"https://x.com/vesti_vymysel/status/{THIRD}"


def reports(value: Any, **declared: Any) -> tuple[Report, ...]:
    return opened(written(value), "post.json", **declared).reports


def only(value: Any, **declared: Any) -> Report:
    (report,) = reports(value, **declared)
    return report


def pointers(report: Report, kind: PointerKind) -> list[tuple[str | None, str | None]]:
    return [(pointer.address, pointer.name) for pointer in report.points_to if pointer.kind is kind]
