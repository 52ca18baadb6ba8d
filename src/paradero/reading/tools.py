"""Each language's own tools, loaded when a report in it comes."""

from importlib import import_module
from typing import TYPE_CHECKING

from paradero.reading.lexicon import lexicon
from paradero.reading.whole import Tools

if TYPE_CHECKING:
    from paradero.reading.analysis import Analyser

ANALYSERS = {"es": "Spanish", "ru": "Russian", "uk": "Ukrainian", "en": "English"}


def tools_of(language: str) -> Tools:
    """Return what is particular to a language."""
    module = import_module(f"paradero.reading.analysers.{language}")
    analyser: Analyser = getattr(module, ANALYSERS[language])()
    dates = import_module(f"paradero.reading.dates.{language}")
    return Tools(analyse=analyser.analyse, find_dates=dates.find, lexicon=lexicon(language))
