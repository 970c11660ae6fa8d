"""Alembic migrations, run at every start; a test compares the migrated schema with the tables."""
