"""How the desk writes grades: the letter or number, and the words that the Admiralty system gives it."""

from django import template

from paradero.desk import words
from paradero.terms.grades import Credibility, Reliability

register = template.Library()


@register.filter
def graded(grade: Reliability | Credibility) -> str:
    """Return a grade with its words, as "B – usually reliable"."""
    return f"{grade.value} – {words.WORDS[grade]}"
