"""What is told of a person beside the name: age, home, rank, unit, birth."""
