"""Paradero (Spanish: whereabouts), a family-tracing desk."""

__version__ = "0.1.0"
