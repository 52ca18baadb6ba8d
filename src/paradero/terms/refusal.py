"""The two ways an act can end badly."""


class Refusal(Exception):
    """A rule of the desk says no. Staff read the sentence as it stands: what was found, and what to do next."""
