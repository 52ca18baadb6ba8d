"""What the desk does, one act a file: one transaction, one audit entry, the moment passed in."""
