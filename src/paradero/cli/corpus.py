"""`paradero corpus`: the annotated reports that a reader is taught and measured with."""

from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from paradero.cli.annotated_text import annotated_text
from paradero.cli.screen import add_cells, complain, emit, say, screen
from paradero.corpus.agreement import agreement
from paradero.corpus.as_json import to_json
from paradero.corpus.checking import faults_in
from paradero.corpus.counting import COUNTED, asked, counted
from paradero.corpus.notation import NotationError, read, write
from paradero.corpus.page import page as html_page
from paradero.corpus.parts import PARTS, PRACTICE, CorpusError, files_of, read_file, read_part
from paradero.terms.annotated import AnnotatedText

app = typer.Typer(
    help="The corpus of annotated reports: check it, count it, show a text with its marks.", no_args_is_help=True
)

Corpus = Annotated[Path, typer.Option("--corpus", help="The folder of the corpus.", file_okay=False)]
Files = Annotated[list[Path] | None, typer.Argument(help="Texts; else the whole corpus.", exists=True, dir_okay=False)]
SECOND = "second"
"""The folder of the second annotations, called as the first ones; each follows the guide as it was when it was made."""


@app.command()
def check(files: Files = None, *, corpus: Corpus = Path("corpus")) -> None:
    """Say in sentences what is wrong with texts; ends with 1 where anything is."""
    chosen = files or list(files_of(corpus, *PARTS, PRACTICE))
    faults = [(file, fault) for file in chosen for fault in faults_in(_source(file), called=file.stem)]
    for file, fault in faults:
        complain(f"{file}: {fault}")
    say(f"{len(chosen)} texts, {len({file for file, _ in faults})} of them with faults.")
    if faults:
        raise typer.Exit(1)


@app.command()
def tidy(files: Annotated[list[Path], typer.Argument(exists=True, dir_okay=False)]) -> None:
    """Put texts into the usual form of the notation; one that cannot be read stays as it is."""
    for file in files:
        source = _source(file)
        try:
            tidied = write(read(source))
        except NotationError as fault:
            complain(f"{file}: {fault}")
            continue
        if tidied != source:
            file.write_text(tidied, encoding="utf-8")
            say(f"{file} is put into the usual form.")


@app.command()
def show(
    ref: Annotated[str, typer.Argument(metavar="ID", help="A text, as es-wire-01.")],
    *,
    corpus: Corpus = Path("corpus"),
    as_json: Annotated[bool, typer.Option("--json", help="As JSON, with places in characters.")] = False,
) -> None:
    """Show a text with its marks, and what is said of each thing that is marked."""
    annotated = _text(corpus, ref)
    if as_json:
        emit(to_json(annotated))
        return
    say(" · ".join(annotated.header.values()))
    screen().print(annotated_text(annotated), soft_wrap=True)
    table = Table("", "kind", "about", "says", box=None, pad_edge=False)
    for record in annotated.records:
        says = "  ".join(f"{key}={value}" for key, value in record.fields.items())
        add_cells(table, record.ref, record.kind, " ".join(record.about), says)
    screen().print(table)


@app.command()
def page(
    out: Annotated[Path, typer.Argument(help="The page to write.", dir_okay=False)],
    refs: Annotated[
        list[str] | None, typer.Argument(metavar="ID...", help="Texts; else all but the report part.")
    ] = None,
    *,
    corpus: Corpus = Path("corpus"),
) -> None:
    """Write texts with their marks as one page of HTML, to be opened in a browser."""
    texts = [_text(corpus, ref) for ref in refs] if refs else list(read_part(corpus, *PARTS[:-1]))
    out.write_text(html_page(texts), encoding="utf-8")
    say(f"{len(texts)} texts are in {out}.")


@app.command()
def count(*, corpus: Corpus = Path("corpus")) -> None:
    """Count what is in the corpus, by language, beside what is asked of it, and how far two annotators agree."""
    texts = read_part(corpus, *PARTS)
    found = counted(texts)
    table = Table("", *(f"{language} (asked)" for language in found), box=None, pad_edge=False)
    for what in COUNTED:
        add_cells(table, what, *(_cell(row[what], asked(language).get(what)) for language, row in found.items()))
    screen().print(table)
    _agreement(corpus, texts)


def _cell(held: int, wanted: int | None) -> str:
    return f"{held:,}" if wanted is None else f"{held:,} ({wanted:,})"


def _agreement(corpus: Path, texts: tuple[AnnotatedText, ...]) -> None:
    first = {annotated.header["id"]: annotated for annotated in texts}
    files = sorted((corpus / SECOND).glob("*.txt"))
    older = [file for file in files if faults_in(_source(file), called=file.stem)]
    if older:
        say(
            f"{len(older)} second annotations do not follow the guide as it is now, and are left out: 'check' says why."
        )
    second = [read_file(file) for file in files if file not in older]
    of_other_words = [
        one.header["id"] for one in second if one.header["id"] not in first or first[one.header["id"]].text != one.text
    ]
    if of_other_words:
        say(f"Left out, for their texts have other words now or are gone: {', '.join(of_other_words)}.")
    second = [one for one in second if one.header["id"] not in of_other_words]
    if not second:
        say("No text has been annotated a second time.")
        return
    both = agreement([(first[one.header["id"]], one) for one in second])
    say(
        f"Annotated twice: {both.texts} texts. Spans F1 {both.spans_f1:.3f}, by overlap {both.overlap_f1:.3f}; Cohen's "
        f"kappa of roles {both.roles_kappa:.3f}, of statuses {both.statuses_kappa:.3f}, and with whom only one marked "
        f"{both.roles_kappa_of_all:.3f} and {both.statuses_kappa_of_all:.3f}."
    )
    say("Spans by letter: " + ", ".join(f"{letter} {f1:.2f}" for letter, f1 in both.spans_by_letter.items()))


def _source(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError as fault:
        raise CorpusError(f"{file} is not UTF-8: {fault}") from fault


def _text(corpus: Path, ref: str) -> AnnotatedText:
    file = next((file for file in files_of(corpus, *PARTS, PRACTICE) if file.stem == ref), None)
    if file is None:
        raise CorpusError(f"The corpus in {corpus} has no text '{ref}'. Its texts are called as es-wire-01.")
    return read_file(file)
