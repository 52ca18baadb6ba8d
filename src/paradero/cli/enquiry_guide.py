"""The form of an enquiry, as `paradero enquire --form` prints it."""

GUIDE = """\
An enquiry as JSON. All but language, own_words and a name may be left out; leave out what the family does not know.

{
  "own_reference": "2026-0117",          your own file number; the same number is never opened twice
  "language": "uk",                      of the family's words: es, en, ru or uk
  "own_words": "Шукаю брата ...",        verbatim; nothing is mended or translated
  "enquirer": "sister",                  who asks, as you write it
  "person": {
    "name": "Хоменко Сергій Олександрович",   as it was written, or the three parts:
    "family_name": "Хоменко", "given_name": "Сергій", "patronymic": "Олександрович",
    "other_names": ["Serhii Khomenko"],       other spellings and call names
    "sex": "male",                            male or female
    "born_on": "1991-03-12",                  or "birth_year": 1991, or "age": 33 with "age_said_on": "2024-05-24"
    "father_name": "Олександр",
    "mother_maiden_name": "Гнатенко",
    "home": "Полтава",
    "unit": "бригада 214",                    weighed, and shown only as "agrees" or "differs"
    "rank": "сержант",                        kept, never listed
    "side": "UA",                             the Power the person depends on, two letters
    "kin": [{"relation": "mother", "name": "Ганна"}]
  }
}

A list of such objects opens several. As CSV, one enquiry a row, with the same names as column heads; kin is written
"mother: Ганна; brother: Артем", other names "Serhii Khomenko; Сергей Хоменко".
"""
