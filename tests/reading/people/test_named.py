"""Which names are those of persons that a report is about."""

import numpy as np
from tests.reading.people.written import document, name

from paradero.reading.people.named import without_strangers
from paradero.reading.tagging.tagger import Tags
from paradero.terms.linear import Choice, Linear

BLOG = "10:02 Suena la sirena. (V. Marín)\n10:31 Habla Yamile Tapasco en la puerta.\n11:15 Nadie sale. (V. Marín)"


def test_who_only_signs_the_entries_of_a_blog_is_no_person_of_it() -> None:
    """A signature under each entry is a byline: nobody tells anything of whoever writes."""
    report = document(BLOG, "es")
    words = len(report.tokens)
    nothing = Tags(("O",), ("O",) * words, np.ones((words, 1), np.float32))
    tags = dict.fromkeys(("mentions", "places", "claims", "said", "counts", "kin", "attributes"), nothing)
    anybody = Choice(Linear(("n1", "n2"), np.array([[9.0], [9.0]], np.float32)))
    names = [name(report, "V. Marín"), name(report, "Yamile Tapasco"), name(report, "V. Marín", nth=1)]

    assert without_strangers(report, tags, names, anybody) == (names[1],)
