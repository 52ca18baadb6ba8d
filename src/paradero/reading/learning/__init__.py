"""How the learned parts of the reader are made from annotated reports; nothing of it runs when a report is read."""
