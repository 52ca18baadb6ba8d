"""Triggers that let tables only grow, on SQLite and on PostgreSQL, and refuse some new rows.

SQLite alters a table by making it anew, and will not do so under a trigger that reads it. So a migration that alters
one of the tables takes its triggers away first and sets them up afterwards, and no trigger reads a table of another
set.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptRows:
    """A set of tables whose rows stay as they were written."""

    name: str
    """Begins the names of PostgreSQL's functions."""
    sentence: str
    """What the database says to whoever would change or delete a row."""
    replaced: Mapping[str, str]
    """The tables, each with the condition under which SQLite's REPLACE would delete a row of it without asking."""
    refused: tuple[tuple[str, str, str, str], ...] = ()
    """Of new rows: the table, the trigger's name, when it refuses, and the sentence."""

    def statements(self, vendor: str) -> Iterator[str]:
        """Yield what sets the triggers up."""
        yield from self._sqlite() if vendor == "sqlite" else self._postgresql()

    def names(self, vendor: str) -> Iterator[tuple[str, str]]:
        """Yield each trigger's table and name."""
        acts = ("update", "delete", "replace") if vendor == "sqlite" else ("update", "delete", "truncate")
        yield from ((table, f"{table}_no_{act}") for table in self.replaced for act in acts)
        yield from ((table, f"{table}_not_{name}") for table, name, _, _ in self.refused)

    def _sqlite(self) -> Iterator[str]:
        def refuse(name: str, when: str, sentence: str) -> str:
            return f"CREATE TRIGGER IF NOT EXISTS {name} BEFORE {when} BEGIN SELECT RAISE(ABORT, '{sentence}'); END"

        for table, replaced in self.replaced.items():
            yield refuse(f"{table}_no_update", f"UPDATE ON {table}", self.sentence)
            yield refuse(f"{table}_no_delete", f"DELETE ON {table}", self.sentence)
            there = f"EXISTS (SELECT 1 FROM {table} WHERE {replaced})"  # noqa: S608 -- the house's own names
            yield refuse(f"{table}_no_replace", f"INSERT ON {table} WHEN {there}", self.sentence)
        for table, name, condition, sentence in self.refused:
            yield refuse(f"{table}_not_{name}", f"INSERT ON {table} WHEN {condition}", sentence)

    def _postgresql(self) -> Iterator[str]:
        stay = f"{self.name}_stay"
        yield _function(stay, f"{_raise(self.sentence)};")
        for table in self.replaced:
            for act, each in (("UPDATE", "ROW"), ("DELETE", "ROW"), ("TRUNCATE", "STATEMENT")):
                yield _trigger(table, f"no_{act.lower()}", f"{act} ON {table} FOR EACH {each}", stay)
        for table, name, condition, sentence in self.refused:
            function = f"{self.name}_not_{name}"
            yield _function(function, f"IF {condition} THEN {_raise(sentence)}; END IF; RETURN NEW;")
            yield _trigger(table, f"not_{name}", f"INSERT ON {table} FOR EACH ROW", function)


def _raise(sentence: str) -> str:
    return f"RAISE EXCEPTION '{sentence}' USING ERRCODE = 'integrity_constraint_violation'"


def _function(name: str, body: str) -> str:
    return f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {body} END $$"


def _trigger(table: str, name: str, when: str, function: str) -> str:
    return f"CREATE OR REPLACE TRIGGER {table}_{name} BEFORE {when} EXECUTE FUNCTION {function}()"
