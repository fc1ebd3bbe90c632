"""The store of production: one PostgreSQL database, many processes."""
