"""What a browser's walk through the desk needs: logging in, and what axe finds."""

from pathlib import Path
from typing import Any

from tests.desk.conftest import PASSWORD

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")
LANGUAGES = ("es", "en", "ru", "uk")
WIDTHS = (1280, 420)
SCREENS = (*((language, 1280) for language in LANGUAGES), ("es", 420), ("ru", 420))
"""On what a page is looked at: wide in each language, narrow in the two whose words are longest."""


def log_in(page: Any) -> None:
    """Log in with the keyboard alone."""
    page.goto("/")
    page.locator("#id_username").focus()
    page.keyboard.type("marta")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/candidates/")


def violations(page: Any) -> list[str]:
    """Return what axe finds against WCAG A and AA and its own best practices."""
    page.evaluate(AXE)
    found = page.evaluate("async () => (await axe.run(document)).violations")
    return [f"{one['id']}: {node['html'][:120]}" for one in found for node in one["nodes"]]
