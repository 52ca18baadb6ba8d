"""Several lists read at once, each by a process of its own, and a clear end where one of them is killed."""

import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from typing import Any, TypeVar

from paradero.terms.refusal import Refusal

Answer = TypeVar("Answer")


class ReaderLost(Refusal):
    """A process that made a list ready was killed."""


@dataclass(frozen=True, slots=True)
class _Ended:
    """The last word of a reader that came to its end."""

    answer: Any


def side_by_side(
    read: Callable[..., Answer], jobs: Iterable[tuple[Any, ...]], progress: Callable[[int], None]
) -> list[Answer]:
    """Return what each job gave, in order.

    Each reader has a pipe whose writing end it alone holds. However it ends, at its very first moment too, the pipe
    ends with it, so nobody waits for the dead. A `ProcessPoolExecutor` does: when a worker is killed while another is
    being started, it waits for ever for that other, which waits for work.

    Args:
        read: A module's function; it is given a job's values and then what to call with how many records are ready.
        jobs: The values for each reader.
        progress: Called here with how many records any of them has ready.

    Raises:
        ReaderLost: If a reader was killed; the others have been ended.
        Exception: What a reader raised, with the place as a note.
    """
    with ExitStack() as until_the_end:
        pipes = [until_the_end.enter_context(_started(read, job)) for job in jobs]
        answers: dict[Any, Answer] = {}
        while waiting := [pipe for pipe in pipes if pipe not in answers]:
            for pipe in wait(waiting):
                said = _heard(pipe)
                if isinstance(said, Exception):
                    raise said
                if isinstance(said, _Ended):
                    answers[pipe] = said.answer
                else:
                    progress(said)
        return [answers[pipe] for pipe in pipes]


@contextmanager
def _started(read: Callable[..., Any], job: tuple[Any, ...]) -> Iterator[Connection]:
    """Start a reader and lend the pipe that it speaks into; whoever gives it back ends the reader."""
    context = get_context("spawn")
    pipe, told = context.Pipe(duplex=False)
    with pipe:
        with told:
            reader = context.Process(target=_read, args=(read, job, told), name="reader", daemon=True)
            reader.start()
        try:
            yield pipe
        finally:
            reader.kill()
            reader.join()


def _heard(pipe: Any) -> Any:
    try:
        return pipe.recv()
    except (EOFError, OSError) as fault:  # the pipe ended, between two words or within one
        raise ReaderLost(
            "A process that read one of the lists was ended from outside, most likely because memory ran out. Nothing "
            "was written. Give the machine more memory, or use `--threads 1`, which reads one list after the other."
        ) from fault


def _read(read: Callable[..., Any], job: tuple[Any, ...], told: Connection) -> None:
    """Do one job in a process of its own."""
    try:
        told.send(_Ended(read(*job, told.send)))
    except Exception as fault:  # noqa: BLE001 - it is raised where the answer is waited for
        fault.add_note(traceback.format_exc())
        with suppress(BrokenPipeError):  # nobody listens any more
            told.send(fault)
