"""Paradero (Spanish: whereabouts), a family-tracing desk."""

import os

__version__ = "0.1.0"

# Russian reading multiplies many small matrices: OpenBLAS with a thread per core took three times the processor time of
# one thread (3.3 against 11.6 reports a CPU second, two busy cores). It must be said before numpy is first imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
