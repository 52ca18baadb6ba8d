"""Who is in a report: mentions, and which of them are one person, group or source."""
