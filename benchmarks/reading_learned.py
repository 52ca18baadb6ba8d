"""The learned reader, for the bench: `python -m benchmarks.reading_bench --reader benchmarks.reading_learned:read`."""

from paradero.reading import LearnedReader

read = LearnedReader().read
