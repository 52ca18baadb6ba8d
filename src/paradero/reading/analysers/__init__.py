"""One analyser a language; each wraps that language's tools and gives them one shape."""
