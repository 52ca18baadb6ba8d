"""The words every room shares: frozen values, no database, no network, no clock."""
