"""What the server of commands has in memory before it forks: Paradero but for its settings, and the parsers."""

import os

os.environ["COLUMNS"] = "120"  # rich asks for the width when it is imported

from tests.people import RUSLAN_IN_SPANISH

import paradero.cli.main  # noqa: F401 - for those who come after
from paradero.identity import SightingIndex
from paradero.intake import Declared, open_bytes
from paradero.reading import read_apart_from_wishes

for language, text in {
    "es": "El soldado fue capturado.",
    "en": "The soldier was captured.",
    "ru": "Солдат попал в плен.",
    "uk": "Солдат потрапив у полон.",
}.items():
    opened = open_bytes(text.encode(), name="a.txt", declared=Declared(language=language))
    read_apart_from_wishes(opened.reports[0])

people = SightingIndex()
people.add("S-1", RUSLAN_IN_SPANISH)
people.search(RUSLAN_IN_SPANISH)
