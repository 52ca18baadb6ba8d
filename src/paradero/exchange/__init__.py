"""What leaves the desk for others, and comes back from them."""
