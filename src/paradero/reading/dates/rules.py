"""The rules of dates that all languages share, over the letters that `vocabulary` gives the words."""

from paradero.reading.dates import calendar, meanings as mean
from paradero.reading.dates.grammar import Rule, rule

SHARED: tuple[Rule, ...] = (
    rule("figures", "(?P<day>I)", mean.figures),
    rule("month-figures", "(?P<month>J)", mean.month_figures),
    rule("short-figures", "(?P<day>Q)", mean.short_figures),
    rule("day", "(?:e?[lTN])?e? (?:(?P<weekday>K),?e?)?a? (?P<day>DAY) g?g? (?P<month>[mM]) \\.? TAIL", mean.day_of),
    rule("night", "G e? (?P<day>DAY) g? (?P<month>m) TAIL", mean.night),
    rule(
        "days",
        "(?:qe?(?P<first>DAY)[&-]|[gi]?e?(?P<first1>DAY)(?:[-~]|(?P<link>i)|,~?))e? (?P<day>DAY) g? (?P<month>m) TAIL",
        mean.days_of,
    ),
    rule(
        "days-of-months",
        "(?:qe?(?P<first>DAY)g?(?P<month0>m)&|[gi]?e?(?P<first1>DAY)g?(?P<month1>m)[-~])"
        "e? (?P<day>DAY) g? (?P<month>m) TAIL",
        mean.days_of,
    ),
    rule("days-after-month", "(?P<month>m) , (?P<first>DAY) [~-] (?P<day>DAY) (?!m)", mean.days_of),
    rule("months", "(?:q(?P<month0>m)[&~-]|(?:[gi]?)(?P<month1>m)~) (?P<month>m) TAIL", mean.months_of),
    rule(
        "months-of-year",
        "(?P<month0>m) (?:g?(?P<year0>[yj])r?)? [&~-] (?P<month>m) (?:g|gr)?(?P<year>[yj])r?",
        mean.months_of,
    ),
    rule("month", "(?<!d)(?<!dg) (?P<pre>[lTNLH])?i? (?P<month>m) TAIL", mean.month_of),
    rule("month-of-last-year", "e? (?:(?P<lasty>rl|lr)|(?P<pre>L)) ,? i? (?P<month>m)", mean.month_of),
    rule("part", "(?P<part>E) [ge]*g? -? (?P<pre>[lTN])? (?:(?P<month>m)TAIL|(?P<unit>[hk])(?!l))", mean.part),
    rule("part-of-season", "(?P<part>E) [ge]*g? (?P<season>s) TAIL", mean.part),
    rule("part-of-year", "(?P<part>E) (?:[ge]*r?g?(?P<year>y)r?|ge?Tr)", mean.part),
    rule("edge-of-year", "(?P<part>E) g? e? r (?![yT])", mean.edge_of_year),
    rule(
        "weekday",
        "(?:(?<![Xw])e|(?<![Xwe&~]))(?P<pre>[lNT])? (?P<weekday>K)"
        "(?:,?e?(?P<day>d)(?![mhgu#]))? (?P<post>[lN])? (?![&~]e?K)",
        mean.weekday,
    ),
    rule(
        "weekday-alone",
        "(?:(?<![Xw])e|(?<![Xwe&~]))(?P<pre>[lNT])? (?P<weekday>K) (?P<post>[lN])? (?![&~]e?K)",
        mean.weekday,
    ),
    rule("weekday-of-week", "e? (?P<weekday>K) [gi,]*e? (?:(?P<pre>[lN])k|k(?P<post>[lN]))", mean.weekday_of_week),
    rule("weekdays", "q e?(?P<weekday0>K) & e?(?P<weekday>K)", mean.weekdays),
    rule("unit", "e? (?P<pre>[lTN]) (?P<unit>[khrz])", mean.whole_unit),
    rule("unit-after", "e (?P<unit>[khrz]) (?P<post>[lN])", mean.whole_unit),
    rule("weekend", "(?<!X)e? (?P<unit>z)", mean.whole_unit),
    rule("last-year", "(?P<unit>L)", lambda _, at: calendar.ago(1, "year", at)),
    rule("so-far", "Z", mean.so_far),
    rule("ago", "(?P<vague>v)? (?:(?P<count>[dbwW#]|t&?[wW]|t)g?|(?P<few>V)g?|e)? (?P<unit>[rhkau]) A", mean.ago),
    rule(
        "ago-before",
        "(?<!i)B P? (?P<vague>v)? V? (?:(?P<count>[dbwW]|t&?[wW]|t)|(?P<few>V)) (?P<unit>[rhkau])",
        mean.ago,
    ),
    rule("hours", "Y", lambda _, at: calendar.ago(24, "hour", at)),
    rule("day-word", "(?P<word>R)", mean.day_word),
    rule("season", "e? (?P<pre>[lTNL])? (?P<season>s) TAIL", mean.season),
    rule("feast", "e? (?P<pre>[lTN])? (?P<feast>f) TAIL", mean.feast),
    rule("year", "(?P<year>y) r", mean.year),
    rule("year-after", "r (?P<year>y)", mean.year),
    rule("year-ending", "(?P<year>j) r?", mean.year),
    rule("year-in-range", "(?<=[yj]-) (?P<year>[yj]) r?", mean.year),
    rule("year-in-words", "(?P<year>c(?:t&?)?[owW]?|t&?o) r", mean.year_in_words),
    rule("year-in-full-words", "(?<=[iegm]) (?P<year>c(?:t&?)?[owW]) (?!m)", mean.year_in_words),
    rule("year-after-preposition", "i (?P<year>y) (?![d%#])", mean.year),
    rule("recent-year", "(?<=[i,.xeg_]) (?P<year>y) (?=[,._]|$)", mean.recent_year),
    rule("year-in-cell", "(?<=_) (?P<year>y) (?=_)", mean.year),
    rule("year-after-born", "(?<=O) i?e? (?P<year>y)", mean.year),
    rule("year-after-born", "(?<=Oi) e? (?P<year>y)", mean.year),
    rule("birth-year", "(?P<year>c(?:t&?)?[owW]?|t&?o) O", mean.year_in_words),
    rule("birth-year", "(?P<year>y) O", mean.year),
)
"""Rules of all languages; those of one are in its module."""
