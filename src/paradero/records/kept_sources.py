"""The triggers that keep what people said of sources as they said it.

The database itself refuses to change or delete a grade, a kind, an alias or its undoing, a second standing alias of one
name, and an undoing from before its alias.
"""

from paradero.records.kept_rows import KeptRows

ALIASES, UNDOINGS = "records_sourcealias", "records_aliasundoing"
GRADES = ("records_sourcegrade", "records_informationgrade", "records_kindgiven")
KEPT = (ALIASES, UNDOINGS, *GRADES)

_STANDING = (
    f"SELECT 1 FROM {ALIASES} a WHERE a.folded = NEW.folded "  # noqa: S608 -- the house's own names
    f"AND NOT EXISTS (SELECT 1 FROM {UNDOINGS} u WHERE u.alias_id = a.id)"
)

KEPT_SOURCES = KeptRows(
    name="records_sources",
    sentence="what somebody said of a source is never changed or deleted",
    replaced=dict.fromkeys(GRADES, "id = NEW.id")
    | {ALIASES: "id = NEW.id OR ref = NEW.ref", UNDOINGS: "id = NEW.id OR alias_id = NEW.alias_id"},
    refused=(
        (ALIASES, "twice", f"EXISTS ({_STANDING})", "a name is an alias of one source"),
        (
            UNDOINGS,
            "early",
            f"NEW.at < (SELECT at FROM {ALIASES} WHERE id = NEW.alias_id)",  # noqa: S608
            "no alias is undone before it was given",
        ),
    ),
)
