"""Learned labels of words: who is mentioned, what is claimed, who says so; one set of features, a chain a layer."""
