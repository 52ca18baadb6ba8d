"""Places where a test may end the process, so that the promise "acknowledged means stored" can be tried out."""

import os
import signal

VARIABLE = "PARADERO_DIE_AT"
"""The environment variable that names the step at which to die; unset outside tests."""

STEPS = (
    "keys: key file written",
    "keys: database made",
    "seal: temporary written",
    "seal: key kept",
    "seal: temporary synced",
    "seal: renamed",
    "seal: folder synced",
    "seal: marked",
    "destroy: key destroyed",
    "destroy: file removed",
    "receive: sealed",
    "read: read",
    "job: taken",
    "job: searched",
    "job: ended",
    "act: rows written",
    "act: logged",
    "act: committed",
    "act: anchored",
)
"""Every step there is, in the order in which an act passes them."""


def reached(step: str) -> None:
    """End the process at once, as a power cut would, where `PARADERO_DIE_AT` names this step.

    Raises:
        ValueError: If the step is not in `STEPS`, so that no step escapes the tests that die at each.
    """
    if step not in STEPS:
        raise ValueError(f"{step!r} is not a known step; add it to paradero.terms.failpoint.STEPS")
    if os.environ.get(VARIABLE) == step:
        os.kill(os.getpid(), signal.SIGKILL)
