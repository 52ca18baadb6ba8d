"""Where the places of a report are: an atlas of names, and ranked candidates by what else the report names."""
