"""The command line: what the desk does, for one person at a terminal and for scripts."""
