"""One run of batch linkage, from two files to a file of links."""

import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from paradero.identity.batch.blocking import RULES
from paradero.identity.batch.engine import Engine, load
from paradero.identity.batch.engine_duckdb import DuckDb
from paradero.identity.batch.engine_spark import Spark
from paradero.identity.batch.extras import require
from paradero.identity.batch.finishing import finish
from paradero.identity.batch.lists import Checked, check
from paradero.identity.batch.model import LinkageModel, read_model, shipped_model, write_model
from paradero.identity.batch.prepared import Prepared, prepare
from paradero.identity.batch.scoring import find_pairs, weigh
from paradero.identity.batch.training import LEAST_RECORDS, can_learn, train
from paradero.identity.model import MODEL
from paradero.terms.refusal import Refusal

MOST_PRIOR = 0.99
"""No pair is certain before it is compared, though every record is said to have a counterpart and there is one."""


class LinkRefused(Refusal):
    """Two lists cannot be linked as asked."""


class Watcher(Protocol):
    """Whoever is told how far a run is."""

    def stage(self, name: str, total: int | None = None) -> Callable[[int], None]:
        """Take note that a stage begins; what is returned is called with each further amount done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What one run is to do."""

    left: Path
    right: Path
    out: Path
    engine: str = "duckdb"
    model: Path | None = None
    """A saved model; without it one is learnt, or the shipped one serves where the lists are too short."""
    save_model: Path | None = None
    base_rate: float | None = None
    """Share of the left list's records with a counterpart on the right; without it, worked out from the lists."""
    threshold: float = 0.5
    memory: str = "12GB"
    threads: int = 2
    master: str | None = None
    work: Path | None = None
    """Where intermediate files go; on a cluster a folder that every machine sees."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """What one run did."""

    left: Checked
    right: Checked
    unread_births: int
    """Records that say something in `birth` that is no birth."""
    learnt_from: str
    """What the model was learnt from."""
    pairs: int
    """Pairs that were compared."""
    links: int
    """Pairs at or above the threshold, which are in the result."""
    counterparts: float
    """Share of the left list's records that should have a counterpart on the right."""
    counterparts_known_from: str
    """`"stated"`, `"worked out"` from the lists, or `"assumed"` where they are too short for that."""


def link(asked: Asked, watcher: Watcher) -> Linked:
    """Link two lists and write the links.

    Raises:
        ExtraMissing, ListRefused, ModelRefused, LinkRefused: Before anything is written.
        ReaderLost: If a process of it was killed; nothing is left behind.
    """
    require(asked.engine)
    given = read_model(asked.model) if asked.model else None
    _require_writable(asked)
    watcher.stage("Checking both lists")
    left, right = check(asked.left), check(asked.right)
    with tempfile.TemporaryDirectory(prefix=".paradero-link-", dir=asked.work or asked.out.resolve().parent) as name:
        folder = Path(name)
        total = left.records + right.records
        done = watcher.stage("Reading names", total)
        prepared = prepare(left, right, folder=folder, threads=asked.threads, progress=done)
        with closing(DuckDb(folder=folder, memory=asked.memory, threads=asked.threads)) as duck:
            load(duck, prepared)
            model = given or _learnt(duck, prepared, watcher)
            pairs = _weighed(asked, duck, model, prepared, watcher)
            watcher.stage("Writing the links")
            prior, how = _prior(asked, prepared)
            found = finish(duck, model, prepared, prior=prior, threshold=asked.threshold, out=asked.out)
    if asked.save_model:
        write_model(model, asked.save_model)
    return Linked(
        left=left,
        right=right,
        unread_births=prepared.unread_births,
        learnt_from=model.learnt_from,
        pairs=pairs,
        links=found.links,
        counterparts=min(1.0, found.prior * prepared.right),
        counterparts_known_from=how,
    )


def _require_writable(asked: Asked) -> None:
    if asked.out.suffix.lower() not in {".csv", ".parquet"}:
        raise LinkRefused(f"{asked.out.name} is neither .csv nor .parquet. Name the result so.")
    for path in (asked.out, asked.save_model):
        if path and path.exists():
            raise LinkRefused(
                f"{path.name} exists already, and nothing is written over. Name another, or move it away."
            )
        if path and not path.resolve().parent.is_dir():
            raise LinkRefused(f"There is no folder {path.resolve().parent} to write {path.name} into. Make it first.")


def _learnt(duck: DuckDb, prepared: Prepared, watcher: Watcher) -> LinkageModel:
    start = shipped_model()
    if not can_learn(duck, prepared.left, prepared.right):
        return start
    step = watcher.stage("Learning the odds", 3)
    return train(duck, start, left=prepared.left, right=prepared.right, step=lambda: step(1))


def _weighed(asked: Asked, duck: DuckDb, model: LinkageModel, prepared: Prepared, watcher: Watcher) -> int:
    """Find and weigh the pairs on the engine that was asked for; DuckDB then holds them as `weighed`."""
    weighed = prepared.folder / "weighed"
    if asked.engine == "duckdb":
        pairs = _on(duck, model, weighed, watcher)
    else:
        session = Spark(folder=prepared.folder, memory=asked.memory, threads=asked.threads, master=asked.master)
        with closing(session) as spark:
            load(spark, prepared)
            pairs = _on(spark, model, weighed, watcher)
    duck.read("weighed", weighed)
    return pairs


def _on(engine: Engine, model: LinkageModel, weighed: Path, watcher: Watcher) -> int:
    done = watcher.stage("Finding pairs to compare", len(RULES) + 1)
    pairs = find_pairs(engine, step=lambda: done(1))
    weigh(engine, model, pairs=pairs, folder=weighed, progress=watcher.stage("Weighing the pairs", pairs))
    return pairs


def _prior(asked: Asked, prepared: Prepared) -> tuple[float | None, str]:
    """Return the prior that is stated, or the desk's own for lists too short to tell, else `None`; and which it is."""
    if asked.base_rate is not None:
        return min(asked.base_rate / prepared.right, MOST_PRIOR), "stated"
    if min(prepared.left, prepared.right) < LEAST_RECORDS:
        return MODEL.base_rate / max(prepared.right, MODEL.least_sightings), "assumed"
    return None, "worked out"
