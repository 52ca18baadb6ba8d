"""The database: the only models, queries and migrations, and the sealed store behind them."""
