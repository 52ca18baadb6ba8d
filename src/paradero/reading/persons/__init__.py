"""Who is in the report: mentions, who is one person, what each is in it."""
