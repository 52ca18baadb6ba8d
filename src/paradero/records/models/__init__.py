"""What the desk keeps. Only `records` and `procedures` import it: everything else goes through an act."""

from paradero.records.models.bundles import Bundle
from paradero.records.models.chains import AuditEntry, ChainEntry, CustodyEntry
from paradero.records.models.enquiries import Candidate, Enquiry, Search
from paradero.records.models.items import Archive, Arrival, Item, NewsKey, Origin, OriginLink, Report, Source
from paradero.records.models.jobs import Job
from paradero.records.models.judgements import Judgement, Likeness, Undoing
from paradero.records.models.marks import Mark
from paradero.records.models.origin_judgements import OriginJudgement, OriginUndoing
from paradero.records.models.roots import DayLeaf, DayRoot, Timestamp
from paradero.records.models.sightings import Claim, NameKey, Sighting

__all__ = [
    "Archive",
    "Arrival",
    "AuditEntry",
    "Bundle",
    "Candidate",
    "ChainEntry",
    "Claim",
    "CustodyEntry",
    "DayLeaf",
    "DayRoot",
    "Enquiry",
    "Item",
    "Job",
    "Judgement",
    "Likeness",
    "Mark",
    "NameKey",
    "NewsKey",
    "Origin",
    "OriginJudgement",
    "OriginLink",
    "OriginUndoing",
    "Report",
    "Search",
    "Sighting",
    "Source",
    "Timestamp",
    "Undoing",
]
