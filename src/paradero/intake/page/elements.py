"""The elements of HTML, by what they do to text."""


def words(table: str) -> frozenset[str]:
    """Return the words of a table as a set."""
    return frozenset(table.split())


VOID = words("area base br col embed hr img input link meta param source track wbr")
DROPPED = words(
    "script style noscript template svg math iframe object canvas select textarea datalist title head xmp noembed "
    "noframes audio video map"
)
BLOCKS = words(
    "address article aside blockquote body button center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hr html label legend li main menu nav ol option p pre section summary table "
    "caption tbody td tfoot th thead tr ul"
)
FOREIGN = words("svg math")
MAIN = words("article main")
WHOLE = words("html body") | MAIN
"""Elements that hold the whole page or report, whatever their class says."""
OUTSIDE = words("nav aside footer header form button dialog menu")
HEADINGS = words("h1 h2")
BOXES = words("div center figure section table tr td span")
"""Elements in which a picture and its caption stand alone."""
MATTERS = MAIN | HEADINGS | DROPPED | OUTSIDE | words("a figure figcaption")
"""Elements that mean something without any attribute."""
TELLS = words("meta link time title script img video audio source iframe")
"""Elements that show a picture or say something about the page."""
TELLING = words("itemprop rel")

ENDS = {
    "li": words("li"),
    "dt": words("dt dd"),
    "dd": words("dt dd"),
    "tr": words("tr td th"),
    "td": words("td th"),
    "th": words("td th"),
    "option": words("option"),
}
"""What a start tag ends where the page forgot to; every other block ends a paragraph."""
P = words("p")
