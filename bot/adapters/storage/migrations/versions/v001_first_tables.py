"""The first tables: inbox, conversation, outbox, pauses, timers."""

import sqlalchemy as sa
from alembic import op

revision = "001"
down_revision = None
branch_labels = None
depends_on = None

_Sequence = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Apply this step."""
    op.create_table(
        "meta",
        sa.Column("name", sa.String(64), primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
    )
    op.create_table(
        "inbox",
        sa.Column("sequence", _Sequence, primary_key=True, autoincrement=True),
        sa.Column("source", sa.String(128), nullable=False, unique=True),
        sa.Column("lane", sa.String(64), nullable=False),
        sa.Column("status", sa.String(8), nullable=False),
        sa.Column("sealed", sa.Text),
        sa.Column("received_at", sa.BigInteger, nullable=False),
        sa.Column("next_at", sa.BigInteger, nullable=False),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("reason", sa.String(200), nullable=False),
        sa.Column("handled_at", sa.BigInteger),
        sqlite_autoincrement=True,
    )
    op.create_index("inbox_open", "inbox", ["status", "lane", "sequence"])
    op.create_index("inbox_handled", "inbox", ["status", "handled_at"])
    op.create_table(
        "conversation",
        sa.Column("visitor", sa.String(64), primary_key=True),
        sa.Column("sealed", sa.Text, nullable=False),
        sa.Column("updated_at", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "outbox",
        sa.Column("sequence", _Sequence, primary_key=True, autoincrement=True),
        sa.Column("key", sa.String(160), nullable=False, unique=True),
        sa.Column("destination", sa.String(64), nullable=False),
        sa.Column("is_group", sa.Boolean, nullable=False),
        sa.Column("priority", sa.Integer, nullable=False),
        sa.Column("on_unknown", sa.String(16), nullable=False),
        sa.Column("method", sa.String(64), nullable=False),
        sa.Column("sealed_address", sa.Text),
        sa.Column("sealed", sa.Text),
        sa.Column("depends_on", sa.String(160)),
        sa.Column("coalesce", sa.String(160)),
        sa.Column("status", sa.String(8), nullable=False),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("uncertain", sa.Integer, nullable=False),
        sa.Column("not_before", sa.BigInteger, nullable=False),
        sa.Column("created_at", sa.BigInteger, nullable=False),
        sa.Column("sent_at", sa.BigInteger),
        sa.Column("message_id", sa.BigInteger),
        sa.Column("reason", sa.String(200), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("outbox_open", "outbox", ["status", "destination", "priority", "sequence"])
    op.create_index("outbox_sent", "outbox", ["status", "sent_at"])
    op.create_table(
        "pause",
        sa.Column("destination", sa.String(64), primary_key=True),
        sa.Column("until", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "timer",
        sa.Column("lane", sa.String(64), primary_key=True),
        sa.Column("name", sa.String(64), primary_key=True),
        sa.Column("due", sa.BigInteger, nullable=False),
        sa.Column("sealed", sa.Text, nullable=False),
    )
    op.create_index("timer_due", "timer", ["due"])
