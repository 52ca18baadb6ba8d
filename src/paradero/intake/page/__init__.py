"""HTML pages: what a visitor saw, block by block, each in its place in the sealed page."""
