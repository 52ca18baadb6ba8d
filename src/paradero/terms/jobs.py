"""What the desk still has to do by itself."""

from enum import Enum


class JobKind(Enum):
    """What a job is. Its subject is a reference, and never a name."""

    READ = "item to be read"
    """An item was sealed: its reports are still to be read."""
    ITEM = "item against enquiries"
    """An item was read: what it shows is held against every open enquiry."""
    ENQUIRY = "enquiry against sightings"
    """An enquiry was opened: it is held against everything that was taken in."""
