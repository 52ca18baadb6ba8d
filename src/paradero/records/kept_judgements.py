"""The triggers that keep judgements as they were given.

The database itself refuses to change or delete a judgement or an undoing, a second standing judgement of one person
about one pair, and an undoing from before its judgement. Whether the two who were judged are here is for `verify` to
tell. There are judgements of two enquiries or sightings, and judgements of two reports' origins: the same triggers.
"""

from paradero.records.kept_rows import KeptRows


def _kept(judgements: str, undoings: str, *, left: str, right: str) -> KeptRows:
    standing = (
        f"SELECT 1 FROM {judgements} j WHERE j.{left} = NEW.{left} AND j.{right} = NEW.{right} "  # noqa: S608
        f"AND j.person = NEW.person AND NOT EXISTS (SELECT 1 FROM {undoings} u WHERE u.judgement_id = j.id)"
    )
    early = f"NEW.at < (SELECT at FROM {judgements} WHERE id = NEW.judgement_id)"  # noqa: S608
    return KeptRows(
        name=f"{judgements}s",
        sentence="a judgement and its undoing are never changed or deleted",
        replaced={judgements: "id = NEW.id", undoings: "id = NEW.id OR judgement_id = NEW.judgement_id"},
        refused=(
            (judgements, "twice", f"EXISTS ({standing})", "one person has one standing judgement of a pair"),
            (undoings, "early", early, "nothing is undone before it was given"),
        ),
    )


OF_SUBJECTS = _kept("records_judgement", "records_undoing", left='"left"', right='"right"')
OF_ORIGINS = _kept("records_originjudgement", "records_originundoing", left="left_id", right="right_id")
