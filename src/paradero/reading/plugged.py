"""A reader that was not built here, held to the report: what it cannot cite is left out, its faults stop nothing."""

from dataclasses import dataclass, replace
from importlib import import_module

from paradero.reading.cited import what_is_cited
from paradero.reading.language import READ, language_of
from paradero.reading.reader import Reader
from paradero.terms.account import Account
from paradero.terms.refusal import Refusal
from paradero.terms.report import Report


class ReaderNotFound(Refusal):
    """What was named as a reader is none, or cannot be loaded."""


@dataclass(frozen=True)
class PluggedReader:
    """Any reader as a `Reader` whose accounts hold only what the report says (`reading.cited`)."""

    reader: Reader
    declared_language: str | None = None
    """The language of its reports, where somebody said it."""

    @property
    def name(self) -> str:
        """Return the name and version of the reader itself."""
        return self.reader.name

    def read(self, report: Report) -> Account:
        """Return what the reader says and the report holds; where the reader fails, an account that says so."""
        language = language_of(report.text, declared=self.declared_language)
        nothing = Account(language=language, reader=self.name)
        if language not in READ:
            gap = f"The text seems to be in {language}; Paradero reads {', '.join(READ)}. A person has to read it."
            return replace(nothing, gaps=(gap,))
        try:
            account = self.reader.read(report)
            return what_is_cited(report, replace(account, language=language, reader=self.name))
        except Exception as fault:  # noqa: BLE001  # somebody else's code: whatever it raises must not stop a batch
            gap = f"{self.name} stopped with {type(fault).__name__} ({fault}). Nothing of it was kept."
            return replace(nothing, gaps=(gap,))


def plugged(named: str, *, declared_language: str | None = None) -> PluggedReader:
    """Return the reader that `package.module:Name` names: a class without arguments that has `name` and `read`.

    Raises:
        ReaderNotFound: If there is no such thing.
    """
    module, _, name = named.partition(":")
    try:
        made = getattr(import_module(module), name)()
    except (ImportError, AttributeError, TypeError, ValueError) as fault:
        raise ReaderNotFound(
            f"'{named}' names no reader ({fault}). Write package.module:Name, where Name is a class without arguments."
        ) from fault
    if not (isinstance(getattr(made, "name", None), str) and callable(getattr(made, "read", None))):
        raise ReaderNotFound(f"'{named}' is no reader: it needs a text `name` and a function `read(report)`.")
    return PluggedReader(made, declared_language)
