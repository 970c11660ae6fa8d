"""Talks with staff: records of the staff room, and which message is which on the other side."""

import sqlalchemy as sa
from alembic import op

revision = "002"
down_revision = "001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add two tables and a column."""
    op.create_table(
        "record",
        sa.Column("kind", sa.String(16), primary_key=True),
        sa.Column("key", sa.String(64), primary_key=True),
        sa.Column("is_open", sa.Boolean, nullable=False),
        sa.Column("visitor", sa.String(64), nullable=False),
        sa.Column("topic", sa.BigInteger, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("sealed", sa.Text, nullable=False),
        sa.Column("forget_at", sa.BigInteger),
    )
    op.create_index("record_open", "record", ["is_open"])
    op.create_index("record_visitor", "record", ["visitor"])
    op.create_index("record_topic", "record", ["topic"])
    op.create_index("record_forget", "record", ["forget_at"])
    op.create_table(
        "link",
        sa.Column("handoff", sa.String(64), primary_key=True),
        sa.Column("person_message", sa.BigInteger, primary_key=True),
        sa.Column("staff_message", sa.BigInteger, primary_key=True),
    )
    op.create_index("link_staff", "link", ["staff_message"])
    op.add_column("outbox", sa.Column("routing", sa.Text, nullable=True))
