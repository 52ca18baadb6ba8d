"""A report and an enquiry of the invented cast, as files."""

import json
from pathlib import Path

REPORT = """\
Familia reconoce a un militar capturado

El soldado Serhii Jomenko, de 35 años, nacido en Poltava, fue capturado en marzo, según la bloguera Iryna Sukhodil.
Su madre, Hanna Jomenko, asegura que lo reconoció por la voz.
"""

ENQUIRY = {
    "own_reference": "2026-0117",
    "language": "uk",
    "own_words": "Шукаю брата Сергія. Він зник у жовтні.",
    "enquirer": "sister",
    "person": {
        "family_name": "Хоменко",
        "given_name": "Сергій",
        "patronymic": "Олександрович",
        "sex": "male",
        "born_on": "1991-03-12",
        "home": "Полтава",
        "kin": [{"relation": "mother", "name": "Ганна"}],
    },
}


def report(folder: Path, name: str = "report.txt", text: str = REPORT) -> Path:
    """Write a report that shows Serhii."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def enquiry(folder: Path, name: str = "enquiry.json") -> Path:
    """Write the enquiry of Serhii's sister."""
    path = folder / name
    path.write_text(json.dumps(ENQUIRY, ensure_ascii=False), encoding="utf-8")
    return path
