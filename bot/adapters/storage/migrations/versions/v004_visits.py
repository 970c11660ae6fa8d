"""Chats on the web page: visits, what opens them, what was said in them, and their files."""

import sqlalchemy as sa
from alembic import op

revision = "004"
down_revision = "003"
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add four tables."""
    op.create_table(
        "visit",
        sa.Column("lane", sa.String(64), primary_key=True),
        sa.Column("visitor", sa.String(64), nullable=False),
        sa.Column("sealed", sa.Text, nullable=False),
        sa.Column("seen_at", sa.BigInteger, nullable=False),
    )
    op.create_index("visit_seen", "visit", ["seen_at"])
    op.create_table(
        "visit_key",
        sa.Column("hash", sa.String(64), primary_key=True),
        sa.Column("lane", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(8), nullable=False),
    )
    op.create_index("visit_key_lane", "visit_key", ["lane"])
    op.create_table(
        "mailbox",
        sa.Column("number", _NUMBER, primary_key=True, autoincrement=True),
        sa.Column("lane", sa.String(64), nullable=False),
        sa.Column("key", sa.String(200), nullable=False, unique=True),
        sa.Column("what", sa.String(8), nullable=False),
        sa.Column("sealed", sa.Text, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("mailbox_lane", "mailbox", ["lane", "number"])
    op.create_table(
        "visit_file",
        sa.Column("name", sa.String(64), primary_key=True),
        sa.Column("lane", sa.String(64), nullable=False),
        sa.Column("sealed", sa.Text, nullable=False),
    )
    op.create_index("visit_file_lane", "visit_file", ["lane"])
