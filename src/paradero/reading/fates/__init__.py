"""What is said to have become of whom, and in what way it is said."""
