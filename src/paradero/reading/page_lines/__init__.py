"""Tells the lines of a page apart: the report, captions of its pictures, and what only surrounds it."""
