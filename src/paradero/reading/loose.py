"""Texts written without the capitals that tell names from words, as chats are."""

SHOUTED = 0.7
"""From this share of capitals among the letters on, capitals say nothing."""


def loose_writing(text: str) -> str | None:
    """Return a sentence that says why names may have been missed, or `None` where the capitals are as usual.

    >>> loose_writing("кто знает где руслан")
    'The text has no capital letters; names in it may have been missed.'
    """
    letters = [letter for letter in text if letter.isalpha()]
    capitals = sum(letter.isupper() for letter in letters)
    if not letters:
        return "The text has no words to read."
    if capitals == 0:
        return "The text has no capital letters; names in it may have been missed."
    if capitals > SHOUTED * len(letters):
        return "The text is written in capitals; names in it may have been missed."
    return None
