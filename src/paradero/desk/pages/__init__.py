"""The desk's pages: each asks one procedure and draws its answer."""
