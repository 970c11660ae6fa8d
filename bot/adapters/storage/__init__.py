"""The durable store: SQLAlchemy tables, Alembic migrations, encryption, and an in-memory twin."""
