"""What the label of a line may depend on: the line, its place on the page, its neighbours, the words it shares."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from paradero.reading.page_lines.look import PROSE_ENDS, Look
from paradero.reading.page_lines.words import kind_of

LENGTHS = (12, 25, 45, 70, 100, 140, 200, 300)
WORDS = (1, 2, 3, 5, 8, 12, 18, 30)
SHARES = (0.01, 0.15, 0.3, 0.5, 0.7, 0.9)
NEIGHBOURS = ((-2, "-2"), (-1, "-1"), (1, "+1"), (2, "+2"))
MENU_PARTS = 3
SHORT_LINE = 14
"""Words of a line whose every word is a feature."""
LABEL_LINE = 8
"""Words of a line that may be a label of the next."""
BEGINNING, KNOWN_BEGINNING = 5, 7
"""Letters of a word's beginning that stand for its forms; more of them where a page's word is meant."""
NAME_MIN = 4
HEADLINE_MAX = 140
MOST = 0.7
TIES = ("no names", "none", "some", "most", "all")
LONG, MIDDLING = 100, 35
"""Characters of a line for its shape."""

Features = list[str]


def features(page: Sequence[Look]) -> list[Features]:
    """Return the features of each line of a page."""
    places, shapes, runs = _places(page), [_shape(line) for line in page], _runs(page)
    tied = ties(page)
    rows = _rows(page, places, tied)
    starts = Counter(line.words[:2] for line in page)
    labels = Counter(line.label for line in page if line.label)
    near = [_seen_beside(line, shape) for line, shape in zip(page, shapes, strict=True)]
    on_page = [f"page{bisect_right((2, 4, 8, 15, 30), len(page))}"]
    found = []
    for at, line in enumerate(page):
        place = "@" + places[at]
        own = list(_own(line))
        here = own + [feature + place for feature in own if feature[0] in "ekop"] + on_page + runs[at]
        here += (f"place={place}", f"tied={tied[at]}{place}", f"tied={tied[at]}/{line.end}/{_length(line) // 2}")
        here += (rows[at], f"{rows[at]} {shapes[at]}")
        if line.is_prose:
            here.append(f"tied={tied[at]} prose")
        here += _among(near, shapes, at)
        if line.label:
            here += _labelled(line, min(labels[line.label], 3), place)
        if len(line.words) > 1 and starts[line.words[:2]] > 1:
            here.append("begins as another")
        found.append(here)
    return _after_the_end(page, shapes, found)


def _length(line: Look) -> int:
    return bisect_right(LENGTHS, len(line.text))


def _own(line: Look) -> Iterator[str]:
    length = _length(line)
    yield f"n{length}"
    yield f"w{bisect_right(WORDS, len(line.words))}"
    yield f"e={line.end}"
    yield f"e={line.end}/{length}"
    yield f"o={line.opens}"
    yield f"s={min(line.sentences, 4)}"
    if line.is_prose:
        yield "prose"
    for name in line.holds:
        yield f"h={name}"
        yield f"h={name}/{length // 2}"
    yield from (f"r={name}" for name in line.rules)
    if len(line.parts) > 1:
        yield from _parts(line)
    yield from _kinds(line)
    yield from _capitals(line)
    yield from _words(line)


def _parts(line: Look) -> Iterator[str]:
    parts = len(line.parts)
    mean = sum(map(len, line.parts)) / parts
    even = all(not part.lstrip("«“ ")[:1].islower() and part.rstrip()[-1] not in ".:;" for part in line.parts)
    yield f"p={min(parts, 6)}"
    yield f"p={min(parts, 4)}/{bisect_right((12, 20, 35, 60), mean)}"
    yield f"p capital={even}/{min(parts, 4)}"
    if parts >= MENU_PARTS and even and not line.digits:
        yield f"p menu {bisect_right((16, 28, 45), mean)}"


def _kinds(line: Look) -> Iterator[str]:
    count = max(1, len(line.words))
    for kind, times in line.kinds.items():
        yield f"k={kind}" if count <= SHORT_LINE else f"k={kind} long {min(times, 3)}"
        yield f"k={kind}/{bisect_right(SHARES, times / count)}"
    yield f"k all/{bisect_right(SHARES, line.kinds.total() / count)}"
    yield f"k sorts {min(len(line.kinds), 4)}/{min(3, count // 6)}"


def _capitals(line: Look) -> Iterator[str]:
    yield f"capital{bisect_right(SHARES, line.upper)}"
    yield f"capital/{line.end}{bisect_right((0.3, 0.7), line.upper)}"
    yield f"loud{bisect_right(SHARES, line.loud)}"
    yield f"name first={line.begins_with_name}/{min(line.text.count(','), 3)}"
    yield f"name first={line.begins_with_name}/{line.opens}"
    yield f"digits{bisect_right((0.01, 0.2, 0.5), line.digits)}"
    if line.written and line.written[0][0].islower():
        yield "begins small"


def _words(line: Look) -> Iterator[str]:
    words = line.words
    if not words:
        return
    first, second = kind_of(words[0]), kind_of(words[1]) if len(words) > 1 else "none"
    yield f"0={words[0]}"
    yield f"01k={first} {second}"
    yield f"0k={first}"
    yield f"-1k={kind_of(words[-1])}"
    if len(words) > 1:
        yield f"1={words[1]}"
        yield f"1k={second}"
    if line.kinds:
        yield from {f"pw={word[:KNOWN_BEGINNING]}" for word in words if kind_of(word) is not None}
    if len(words) <= SHORT_LINE:
        yield from {f"v={word[:BEGINNING]}" for word in words}


def _labelled(line: Look, times: int, place: str) -> Iterator[str]:
    """Say what a label before a colon is like: a speaker's stands before many lines, and a sentence follows."""
    label = line.label or ""
    after = line.text[len(label) + 1 :].lstrip(': «“"')
    odd = any(letter.isdigit() or letter == "_" for letter in label)
    manner = f"label {odd} {after[:1].islower()} {line.end}"
    yield f"label x{times}"
    yield f"label x{times}{place}"
    yield f"label {min(len(label.split()), 4)} x{times}{place}"
    yield manner
    yield f"{manner} x{times}{place}"


def _shape(line: Look) -> str:
    if line.is_prose:
        return "prose"
    size = "long" if len(line.text) >= LONG else "mid" if len(line.text) >= MIDDLING else "short"
    end = line.end if line.end in {"stop", "colon", "bare", "comma"} else "other"
    return f"{size} menu" if len(line.parts) >= MENU_PARTS else f"{size} {end}"


def _places(page: Sequence[Look]) -> list[str]:
    """Say of each line where it stands: before the first prose, between, or after the last."""
    prose = [at for at, line in enumerate(page) if line.is_prose]
    if not prose:
        return ["nowhere"] * len(page)
    first, last = prose[0], prose[-1]
    return ["head" if at < first else "tail" if at > last else "in" for at in range(len(page))]


def _seen_beside(line: Look, shape: str) -> Features:
    """Return what the neighbours of a line see of it."""
    seen = [shape, *(f"r={rule}" for rule in line.rules)]
    return seen + [f"k={kind}" for kind in line.kinds] if len(line.words) <= LABEL_LINE else seen


def _among(near: Sequence[Features], shapes: Sequence[str], at: int) -> Iterator[str]:
    shape, count = shapes[at], len(shapes)
    for step, name in NEIGHBOURS:
        beside = at + step
        if not 0 <= beside < count:
            yield f"{name}edge"
            yield f"{name}edge {shape}"
        elif step in {-1, 1}:
            yield from [name + seen for seen in near[beside]]
            yield f"{name}{shapes[beside]} {shape}"
        else:
            yield name + shapes[beside]
    yield f"alike {min(shapes.count(shape), 6)} {shape}"


def _runs(page: Sequence[Look]) -> list[Features]:
    """Say of each line how long the run of lines is that open alike, and whether most of it are names."""
    found: list[Features] = []
    while len(found) < len(page):
        first = end = len(found)
        while end < len(page) and page[end].opens == page[first].opens:
            end += 1
        size, run = bisect_right((2, 3, 4, 7), end - first), page[first:end]
        named = 2 * len([line for line in run if line.begins_with_name]) > len(run)
        short = 2 * len([line for line in run if not line.is_prose]) > len(run)
        every = [f"run {run[0].opens} {size}", f"run {run[0].opens} {size} {named} {short}"]
        found += [[*every, f"run {size} {named} {short} {line.begins_with_name}"] for line in run]
    return found


def _rows(page: Sequence[Look], places: Sequence[str], tied: Sequence[str]) -> list[str]:
    """Say of each line how long a row of short lines without a full stop it stands in, and how many know no name."""
    found: list[str] = []
    while len(found) < len(page):
        first = end = len(found)
        while end < len(page) and page[end].end not in PROSE_ENDS - {"ask"} and len(page[end].text) <= HEADLINE_MAX:
            end += 1
        if end == first:
            found.append("row 0")
        else:
            strange = sum(tie in {"none", "no names"} for tie in tied[first:end]) / (end - first)
            plain = sum(not line.begins_with_name and line.label is None for line in page[first:end]) / (end - first)
            size = bisect_right((2, 3, 4, 7), end - first)
            found += [f"row {size} {strange > MOST} {plain > MOST} {places[first]}"] * (end - first)
    return found


def _after_the_end(page: Sequence[Look], shapes: Sequence[str], found: list[Features]) -> list[Features]:
    """Add to the lines after a heading such as "Most read" that they stand there."""
    end = next((at for at, line in enumerate(page) if "rest" in line.rules), len(page))
    for at in range(end + 1, len(page)):
        found[at] += ("after rest", f"after rest {shapes[at]}")
    return found


def ties(page: Sequence[Look]) -> list[str]:
    """Say of each line how many of its names stand in the running text of the page too, as one of `TIES`."""
    names = [_names(line) for line in page]
    counted = Counter([name for line, own in zip(page, names, strict=True) if line.is_prose for name in own])
    found = []
    for line, own in zip(page, names, strict=True):
        met = len([name for name in own if counted[name] > line.is_prose])
        share = met / len(own) if own else -1.0
        found.append(TIES[bisect_right((0.0, 0.01, 0.5, 1.0), share)])
    return found


def _names(line: Look) -> frozenset[str]:
    """Return the beginnings of words with a capital inside the line."""
    inside = zip(line.written[1:], line.words[1:], strict=False)
    return frozenset([word[:BEGINNING] for written, word in inside if written[0].isupper() and len(word) >= NAME_MIN])
