"""`paradero link`: two whole lists of people, and who of one is whom of the other."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Literal

import typer
from rich.progress import Progress

from paradero.cli.bytes_of import written
from paradero.cli.options import AsJson
from paradero.cli.screen import emit, progress, say
from paradero.cli.words import some
from paradero.identity.batch.linking import Asked, Linked, link as act
from paradero.identity.batch.lists import Checked

List = Annotated[
    Path,
    typer.Argument(exists=True, dir_okay=False, readable=True, help="A .csv or .parquet.", show_default=False),
]
Model = Annotated[
    Path | None, typer.Option(exists=True, dir_okay=False, help="Weigh with a model that --save-model wrote.")
]
BaseRate = Annotated[
    float | None,
    typer.Option(min=1e-6, max=1.0, help="Share of LEFT that has a counterpart in RIGHT; else worked out."),
]


def link(
    left: List,
    right: List,
    *,
    out: Annotated[Path, typer.Option(help="Where the links go: a new .csv or .parquet file.", show_default=False)],
    engine: Annotated[Literal["duckdb", "spark"], typer.Option(help="duckdb, or spark for many millions.")] = "duckdb",
    threshold: Annotated[float, typer.Option(min=0.0, max=1.0, help="Least probability of a link.")] = 0.5,
    base_rate: BaseRate = None,
    model: Model = None,
    save_model: Annotated[Path | None, typer.Option(help="Keep the model for other lists.")] = None,
    memory: Annotated[str, typer.Option(help="How much memory the engine may take, as 12GB.")] = "12GB",
    threads: Annotated[int, typer.Option(min=1, help="How many threads.")] = 2,
    master: Annotated[str | None, typer.Option(help="A Spark cluster, as spark://host:7077.")] = None,
    work: Annotated[
        Path | None,
        typer.Option(exists=True, file_okay=False, help="Where intermediate files go; on a cluster shared."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Link two lists of people: who of LEFT may be whom of RIGHT, and how probably.

    A list needs a column id, and name (or family_name, given_name, patronymic apart); father, birth, town, unit and
    mother weigh where they are there. The result names the two ids, the weight, the probability, and how each field
    compared; it holds no name. A link is a proposal for people to judge. Nothing is kept on the desk.
    """
    asked = Asked(
        left=left,
        right=right,
        out=out,
        engine=engine,
        model=model,
        save_model=save_model,
        base_rate=base_rate,
        threshold=threshold,
        memory=_memory(memory),
        threads=threads,
        master=master,
        work=work,
    )
    with progress() as line:
        done = act(asked, _Screen(line))
    if as_json:
        emit(done)
    else:
        tell(done, out, threshold)


class _Screen:
    """Shows each stage of a run as a line of its own."""

    def __init__(self, line: Progress) -> None:
        self._line = line

    def stage(self, name: str, total: int | None = None) -> Callable[[int], None]:
        """Begin a stage."""
        task = self._line.add_task(name, total=total)
        return lambda done: self._line.advance(task, done)


def _memory(text: str) -> str:
    number = text.upper().removesuffix("GB").removesuffix("MB")
    if not text.upper().endswith(("GB", "MB")) or not number.isdigit() or not int(number):
        raise typer.BadParameter(f"{text} is not an amount of memory, as 12GB or 800MB.", param_hint="--memory")
    return text.upper()


def tell(done: Linked, out: Path, threshold: float) -> None:
    """Print what was read, compared and found."""
    for one in (done.left, done.right):
        say(_columns(one))
    if done.unread_births:
        say(
            f"  {some(done.unread_births, 'record')} with a birth that could not be read; "
            "write 1991-03-12, 12.03.1991, 1991, or ~1991 from an age."
        )
    say(f"Weighed with odds learnt from {done.learnt_from}; {some(done.pairs, 'pair')} compared.")
    say(
        f"About {100 * done.counterparts:.2g} in 100 of {written(Path(done.left.path.name))} have a counterpart: "
        f"{_HOW[done.counterparts_known_from]}."
    )
    say(f"{some(done.links, 'link')} of probability {threshold:g} or more: {written(out)}")


_HOW = {
    "stated": "as you said",
    "worked out": "worked out from the lists",
    "assumed": "assumed, as the lists are too short to tell; say --base-rate if you know better",
}


def _columns(one: Checked) -> str:
    parts = [f"read {', '.join(one.read)}"]
    if one.ignored:
        parts.append(f"ignored {', '.join(one.ignored)}")
    if one.absent:
        parts.append(f"not there: {', '.join(one.absent)}")
    return f"{written(Path(one.path.name))}: {some(one.records, 'record')}; {'; '.join(parts)}"
