"""Reads a report: who is in it, in what role, what is claimed of them and by whom."""
