"""Who says what is claimed, through whom, and how surely."""
