"""The drawings that recur and look the same everywhere: geometry here, markup in `templates/desk/drawings/`."""
