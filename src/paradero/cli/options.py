"""The options that several commands share, so that they read the same everywhere."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for another program instead of text.")]
Language = Annotated[str, typer.Option("--language", "-l", help="Language of the explanations: es, en, ru or uk.")]
ExistingFile = Annotated[Path, typer.Argument(exists=True, dir_okay=False, readable=True, show_default=False)]

LANGUAGES = ("es", "en", "ru", "uk")


def known_language(language: str) -> str:
    """Let one of the four languages through; else end with the usage of the command."""
    if language not in LANGUAGES:
        raise typer.BadParameter(f"{language} is not one of {', '.join(LANGUAGES)}.", param_hint="--language")
    return language


def language_or_none(language: str | None) -> str | None:
    """Let one of the four languages through, or none; else end with the usage of the command."""
    return known_language(language) if language else None


def day(text: str | None, *, option: str) -> date | None:
    """Return a day written `YYYY-MM-DD`; else end with the usage of the command."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise typer.BadParameter(f"{text} is not a day written YYYY-MM-DD.", param_hint=option) from None
