"""Counts per week; they belong to nobody, so nothing in them is sealed."""

import sqlalchemy as sa
from alembic import op

revision = "003"
down_revision = "002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add one table."""
    op.create_table(
        "tally",
        sa.Column("week", sa.Date, primary_key=True),
        sa.Column("measure", sa.String(16), primary_key=True),
        sa.Column("audience", sa.String(16), primary_key=True),
        sa.Column("language", sa.String(8), primary_key=True),
        sa.Column("name", sa.String(160), primary_key=True),
        sa.Column("count", sa.BigInteger, nullable=False),
    )
    op.create_index("record_kind", "record", ["kind"])
