"""Takes in posts of X saved as JSON: what its own pages are given, and what its API v2 answers."""
