"""Settings, addresses and the checks before a start."""
