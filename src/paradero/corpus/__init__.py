"""The corpus of annotated reports: its notation, what may stand in it, and what is in it."""
