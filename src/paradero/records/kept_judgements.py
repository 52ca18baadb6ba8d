"""The triggers that keep judgements as they were given, on SQLite and on PostgreSQL.

The database itself refuses to change or delete a judgement or an undoing, a second standing judgement of one person
about one pair, and an undoing from before its judgement.

SQLite alters a table by making it anew, and will not do so under a trigger that reads it. So a migration that alters
one of the two tables begins with `append_only.unprotect_judgements` and ends with `append_only.protect_judgements`, and
no trigger reads any other table: whether the two who were judged are here is for `verify` to tell.
"""

from collections.abc import Iterator

JUDGEMENTS, UNDOINGS = "records_judgement", "records_undoing"
KEPT = (JUDGEMENTS, UNDOINGS)

NEVER_CHANGED = "a judgement and its undoing are never changed or deleted"
_STANDING = (
    f'SELECT 1 FROM {JUDGEMENTS} j WHERE j."left" = NEW."left" AND j."right" = NEW."right" '  # noqa: S608
    f"AND j.person = NEW.person AND NOT EXISTS (SELECT 1 FROM {UNDOINGS} u WHERE u.judgement_id = j.id)"
)

REFUSED: tuple[tuple[str, str, str, str], ...] = (
    (JUDGEMENTS, "twice", f"EXISTS ({_STANDING})", "one person has one standing judgement of a pair"),
    (
        UNDOINGS,
        "early",
        f"NEW.at < (SELECT at FROM {JUDGEMENTS} WHERE id = NEW.judgement_id)",  # noqa: S608
        "nothing is undone before it was given",
    ),
)
"""Of new rows: the table, the trigger's name, when it refuses, and the sentence."""

_REPLACED = {JUDGEMENTS: "id = NEW.id", UNDOINGS: "id = NEW.id OR judgement_id = NEW.judgement_id"}
"""What SQLite's REPLACE would delete without asking a trigger on DELETE."""


def statements(vendor: str) -> Iterator[str]:
    """Yield what sets the triggers up."""
    yield from _sqlite() if vendor == "sqlite" else _postgresql()


def names(vendor: str) -> Iterator[tuple[str, str]]:
    """Yield each trigger's table and name."""
    acts = ("update", "delete", "replace") if vendor == "sqlite" else ("update", "delete", "truncate")
    yield from ((table, f"{table}_no_{act}") for table in KEPT for act in acts)
    yield from ((table, f"{table}_not_{name}") for table, name, _, _ in REFUSED)


def _sqlite() -> Iterator[str]:
    def refuse(name: str, when: str, sentence: str) -> str:
        return f"CREATE TRIGGER IF NOT EXISTS {name} BEFORE {when} BEGIN SELECT RAISE(ABORT, '{sentence}'); END"

    for table in KEPT:
        yield refuse(f"{table}_no_update", f"UPDATE ON {table}", NEVER_CHANGED)
        yield refuse(f"{table}_no_delete", f"DELETE ON {table}", NEVER_CHANGED)
        there = f"EXISTS (SELECT 1 FROM {table} WHERE {_REPLACED[table]})"  # noqa: S608
        yield refuse(f"{table}_no_replace", f"INSERT ON {table} WHEN {there}", NEVER_CHANGED)
    for table, name, condition, sentence in REFUSED:
        yield refuse(f"{table}_not_{name}", f"INSERT ON {table} WHEN {condition}", sentence)


def _postgresql() -> Iterator[str]:
    yield _function("records_judgements_stay", f"{_raise(NEVER_CHANGED)};")
    for table in KEPT:
        for act, each in (("UPDATE", "ROW"), ("DELETE", "ROW"), ("TRUNCATE", "STATEMENT")):
            yield _trigger(table, f"no_{act.lower()}", f"{act} ON {table} FOR EACH {each}", "records_judgements_stay")
    for table, name, condition, sentence in REFUSED:
        function = f"records_judgements_not_{name}"
        yield _function(function, f"IF {condition} THEN {_raise(sentence)}; END IF; RETURN NEW;")
        yield _trigger(table, f"not_{name}", f"INSERT ON {table} FOR EACH ROW", function)


def _raise(sentence: str) -> str:
    return f"RAISE EXCEPTION '{sentence}' USING ERRCODE = 'integrity_constraint_violation'"


def _function(name: str, body: str) -> str:
    return f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {body} END $$"


def _trigger(table: str, name: str, when: str, function: str) -> str:
    return f"CREATE OR REPLACE TRIGGER {table}_{name} BEFORE {when} EXECUTE FUNCTION {function}()"
