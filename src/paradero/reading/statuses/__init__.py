"""What is said to have become of whom: trigger words, whom they may be about, how it is said and what stands."""
