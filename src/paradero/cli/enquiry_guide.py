"""The form of an enquiry, as `paradero enquire --form` prints it, and what its fields mean."""

FORM = """\
{
  "own_reference": "2026-0117",
  "language": "uk",
  "own_words": "Шукаю брата Сергія. Він зник у жовтні.",
  "enquirer": "sister",
  "person": {
    "family_name": "Хоменко",
    "given_name": "Сергій",
    "patronymic": "Олександрович",
    "sex": "male",
    "born_on": "1991-03-12",
    "father_name": "Олександр",
    "home": "Полтава",
    "unit": "бригада 214",
    "side": "UA",
    "kin": [{"relation": "mother", "name": "Ганна"}]
  }
}
"""
"""An example to fill in: it is read as it stands."""

GUIDE = """\
What each field means. Leave out what the family does not know; only language and something of the person are needed.

  own_reference      your own file number; the same number is never opened twice
  language           of the family's words: es, en, ru or uk
  own_words          what the family wrote, verbatim: nothing is mended or translated
  enquirer           who asks, as you write it
  person
    name             the whole name as it was written; or family_name, given_name, patronymic apart
    sex              male or female
    born_on          1991-03-12; or birth_year; or age, with age_on for the day it was said
    father_name      also where the patronymic says it
    mother_maiden_name
    home             the home town
    unit             weighed, but shown only as "agrees" or "differs"
    rank             weighed, but shown only as "agrees" or "differs"
    side             the Power the person depends on, two letters, as UA or RU
    died_on          the day of death that an official paper states, if one was given
    last_heard_on    the last day the family had word from them in freedom
    kin              relation and name of each relative; the name may be left out

A list of such objects opens several. As CSV, one enquiry a row, the columns have these same names (those of the person
too); kin is written "mother: Ганна; brother".
"""
