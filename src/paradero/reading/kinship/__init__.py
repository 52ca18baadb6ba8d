"""Who is whose mother, son, sister, as the report states it."""
