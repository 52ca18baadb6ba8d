"""The triggers that keep judgements as they were given, on SQLite and on PostgreSQL.

The database itself refuses to change or delete a judgement or an undoing, a second standing judgement of one person
about one pair, and an undoing from before its judgement. There are judgements of two enquiries or sightings, and
judgements of two reports' origins: two tables each, and the same triggers.

SQLite alters a table by making it anew, and will not do so under a trigger that reads it. So a migration that alters
one of the tables begins with `append_only.unprotect_judgements` and ends with `append_only.protect_judgements`, and
no trigger reads any other table: whether the two who were judged are here is for `verify` to tell.
"""

from collections.abc import Iterator
from dataclasses import dataclass

NEVER_CHANGED = "a judgement and its undoing are never changed or deleted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """Where judgements of one kind lie, and the undoings of them."""

    judgements: str
    undoings: str
    left: str
    """The column of the one who is judged."""
    right: str

    @property
    def both(self) -> tuple[str, str]:
        """Return the names of both tables."""
        return self.judgements, self.undoings


OF_SUBJECTS = Tables(judgements="records_judgement", undoings="records_undoing", left='"left"', right='"right"')
OF_ORIGINS = Tables(
    judgements="records_originjudgement", undoings="records_originundoing", left="left_id", right="right_id"
)


def refused(of: Tables) -> Iterator[tuple[str, str, str, str]]:
    """Yield what is refused of new rows: the table, the trigger's name, when it refuses, and the sentence."""
    standing = (
        f"SELECT 1 FROM {of.judgements} j WHERE j.{of.left} = NEW.{of.left} AND j.{of.right} = NEW.{of.right} "  # noqa: S608
        f"AND j.person = NEW.person AND NOT EXISTS (SELECT 1 FROM {of.undoings} u WHERE u.judgement_id = j.id)"
    )
    yield of.judgements, "twice", f"EXISTS ({standing})", "one person has one standing judgement of a pair"
    early = f"NEW.at < (SELECT at FROM {of.judgements} WHERE id = NEW.judgement_id)"  # noqa: S608
    yield of.undoings, "early", early, "nothing is undone before it was given"


def statements(vendor: str, of: Tables) -> Iterator[str]:
    """Yield what sets the triggers up."""
    yield from _sqlite(of) if vendor == "sqlite" else _postgresql(of)


def names(vendor: str, of: Tables) -> Iterator[tuple[str, str]]:
    """Yield each trigger's table and name."""
    acts = ("update", "delete", "replace") if vendor == "sqlite" else ("update", "delete", "truncate")
    yield from ((table, f"{table}_no_{act}") for table in of.both for act in acts)
    yield from ((table, f"{table}_not_{name}") for table, name, _, _ in refused(of))


def _sqlite(of: Tables) -> Iterator[str]:
    def refuse(name: str, when: str, sentence: str) -> str:
        return f"CREATE TRIGGER IF NOT EXISTS {name} BEFORE {when} BEGIN SELECT RAISE(ABORT, '{sentence}'); END"

    # What SQLite's REPLACE would delete without asking a trigger on DELETE.
    replaced = {of.judgements: "id = NEW.id", of.undoings: "id = NEW.id OR judgement_id = NEW.judgement_id"}
    for table in of.both:
        yield refuse(f"{table}_no_update", f"UPDATE ON {table}", NEVER_CHANGED)
        yield refuse(f"{table}_no_delete", f"DELETE ON {table}", NEVER_CHANGED)
        there = f"EXISTS (SELECT 1 FROM {table} WHERE {replaced[table]})"  # noqa: S608
        yield refuse(f"{table}_no_replace", f"INSERT ON {table} WHEN {there}", NEVER_CHANGED)
    for table, name, condition, sentence in refused(of):
        yield refuse(f"{table}_not_{name}", f"INSERT ON {table} WHEN {condition}", sentence)


def _postgresql(of: Tables) -> Iterator[str]:
    yield _function("records_judgements_stay", f"{_raise(NEVER_CHANGED)};")
    for table in of.both:
        for act, each in (("UPDATE", "ROW"), ("DELETE", "ROW"), ("TRUNCATE", "STATEMENT")):
            yield _trigger(table, f"no_{act.lower()}", f"{act} ON {table} FOR EACH {each}", "records_judgements_stay")
    for table, name, condition, sentence in refused(of):
        function = f"{of.judgements}s_not_{name}"
        yield _function(function, f"IF {condition} THEN {_raise(sentence)}; END IF; RETURN NEW;")
        yield _trigger(table, f"not_{name}", f"INSERT ON {table} FOR EACH ROW", function)


def _raise(sentence: str) -> str:
    return f"RAISE EXCEPTION '{sentence}' USING ERRCODE = 'integrity_constraint_violation'"


def _function(name: str, body: str) -> str:
    return f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {body} END $$"


def _trigger(table: str, name: str, when: str, function: str) -> str:
    return f"CREATE OR REPLACE TRIGGER {table}_{name} BEFORE {when} EXECUTE FUNCTION {function}()"
