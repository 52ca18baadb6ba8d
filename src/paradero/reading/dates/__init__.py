"""One grammar of dates a language; each finds dates and resolves them against the day of publication."""
