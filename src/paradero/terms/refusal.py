"""The way an act ends when a rule of the desk does its work; a fault, by contrast, is an `…Error`."""


class Refusal(Exception):
    """A rule of the desk says no. Staff read the sentence as it stands: what was found, and what to do next."""
