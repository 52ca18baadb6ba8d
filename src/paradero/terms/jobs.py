"""What the desk still has to do by itself."""

from enum import Enum


class JobKind(Enum):
    """What a job is. Its subject is a reference, and never a name."""

    ITEM = "item against enquiries"
    """An item was taken in: what it shows is held against every open enquiry."""
    ENQUIRY = "enquiry against sightings"
    """An enquiry was opened: it is held against everything that was taken in."""
