"""Search by name, compiled: see `names_index`."""
