"""Links two whole lists of people with Splink, on DuckDB or on Spark; what of Paradero runs online needs none of these.

Our own reading turns each record into key columns; the engines compare nothing but these. Needs the extra `[link]`,
and `[spark]` for Spark.
"""
