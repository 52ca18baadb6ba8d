"""Whole sentences that tell how somebody is treated or how they are, or that tell people what to do."""
