"""A small network that reads a report as a whole: pieces of words in, an impression of every word out."""
