"""The triggers that keep judgements as they were given.

The database itself refuses to change or delete a judgement or an undoing, a second standing judgement of one person
about one pair, and an undoing from before its judgement. Whether the two who were judged are here is for `verify` to
tell.
"""

from paradero.records.kept_rows import KeptRows

JUDGEMENTS, UNDOINGS = "records_judgement", "records_undoing"
KEPT = (JUDGEMENTS, UNDOINGS)

_STANDING = (
    f'SELECT 1 FROM {JUDGEMENTS} j WHERE j."left" = NEW."left" AND j."right" = NEW."right" '  # noqa: S608
    f"AND j.person = NEW.person AND NOT EXISTS (SELECT 1 FROM {UNDOINGS} u WHERE u.judgement_id = j.id)"
)

KEPT_JUDGEMENTS = KeptRows(
    name="records_judgements",
    sentence="a judgement and its undoing are never changed or deleted",
    replaced={JUDGEMENTS: "id = NEW.id", UNDOINGS: "id = NEW.id OR judgement_id = NEW.judgement_id"},
    refused=(
        (JUDGEMENTS, "twice", f"EXISTS ({_STANDING})", "one person has one standing judgement of a pair"),
        (
            UNDOINGS,
            "early",
            f"NEW.at < (SELECT at FROM {JUDGEMENTS} WHERE id = NEW.judgement_id)",  # noqa: S608
            "nothing is undone before it was given",
        ),
    ),
)
