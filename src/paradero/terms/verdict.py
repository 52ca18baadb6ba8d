"""What one person holds about a candidate."""

from enum import Enum


class Verdict(Enum):
    """Whether the sighting shows whom the enquiry seeks. It binds nobody else and confirms nothing."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
