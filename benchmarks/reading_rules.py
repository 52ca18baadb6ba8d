"""The rules alone, for the bench: `python -m benchmarks.reading_bench --reader benchmarks.reading_rules:read`."""

from paradero.reading import RulesReader

read = RulesReader().read
