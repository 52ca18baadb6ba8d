"""The two grades of the Admiralty system: how reliable a source is, and how credible what it says this time.

They are given apart, so that a reliable source can be doubted and an unreliable one believed. A person gives them; the
machine gives none.

Source: NATO STANAG 2511 and AJP-2.1, "Allied Joint Doctrine for Intelligence Procedures".
"""

from enum import Enum


class SourceKind(Enum):
    """What a source is."""

    OUTLET = "outlet"
    CHANNEL = "channel"
    ACCOUNT = "account"
    """Of somebody on a platform: it can be a private person's."""
    AGENCY = "agency"
    OFFICE = "office"
    """A ministry, a directorate, a spokesman's office."""
    UNKNOWN = "unknown"


class Reliability(Enum):
    """How far a source has proved reliable. Nobody having graded it is no grade, and not F."""

    COMPLETELY = "A"
    USUALLY = "B"
    FAIRLY = "C"
    NOT_USUALLY = "D"
    UNRELIABLE = "E"
    CANNOT_BE_JUDGED = "F"


class Credibility(Enum):
    """How far one piece of information is borne out. Nobody having graded it is no grade, and not 6."""

    CONFIRMED = "1"
    """By other, independent sources. It is a person's word, and changes no claim's standing."""
    PROBABLE = "2"
    POSSIBLE = "3"
    DOUBTFUL = "4"
    IMPROBABLE = "5"
    CANNOT_BE_JUDGED = "6"
