"""The caseworkers' pages."""
