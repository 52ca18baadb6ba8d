"""Takes in what was published: bytes to reports, sealed and provable."""
