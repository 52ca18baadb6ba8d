"""Who says it: speakers, publishers, the chain of a claim, what authorities tell people to do."""
