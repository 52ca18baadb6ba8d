"""Makes what compares texts: the network of sentences."""
