"""Side-by-side measures of speed and accuracy; nothing here is part of the product."""
