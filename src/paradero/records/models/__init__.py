"""What the desk keeps. Only `records` and `procedures` import it: everything else goes through an act."""

from paradero.records.models.bundles import Bundle
from paradero.records.models.chains import AuditEntry, ChainEntry, CheckedHead, CustodyEntry
from paradero.records.models.enquiries import Candidate, Enquiry, Search
from paradero.records.models.items import (
    Archive,
    Arrival,
    Edge,
    Item,
    NewsKey,
    Origin,
    OriginLink,
    Report,
    SealRecord,
)
from paradero.records.models.jobs import Job
from paradero.records.models.judgements import Judgement, Likeness, Undoing
from paradero.records.models.marks import Mark
from paradero.records.models.origin_judgements import OriginJudgement, OriginUndoing
from paradero.records.models.roots import DayLeaf, DayRoot, Timestamp
from paradero.records.models.sightings import Claim, NameKey, Sighting
from paradero.records.models.sources import (
    AliasUndoing,
    InformationGrade,
    KindGiven,
    Source,
    SourceAlias,
    SourceGrade,
)

__all__ = [
    "AliasUndoing",
    "Archive",
    "Arrival",
    "AuditEntry",
    "Bundle",
    "Candidate",
    "ChainEntry",
    "CheckedHead",
    "Claim",
    "CustodyEntry",
    "DayLeaf",
    "DayRoot",
    "Edge",
    "Enquiry",
    "InformationGrade",
    "Item",
    "Job",
    "Judgement",
    "KindGiven",
    "Likeness",
    "Mark",
    "NameKey",
    "NewsKey",
    "Origin",
    "OriginJudgement",
    "OriginLink",
    "OriginUndoing",
    "Report",
    "SealRecord",
    "Search",
    "Sighting",
    "Source",
    "SourceAlias",
    "SourceGrade",
    "Timestamp",
    "Undoing",
]
