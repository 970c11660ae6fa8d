"""The tables. What could say who somebody is or what they wrote stands sealed, or as a keyed hash."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Dialect,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
)


class Moment(TypeDecorator[datetime]):
    """An aware moment, stored as microseconds since 1970 (UTC) so that both databases sort and compare it alike."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:  # noqa: ARG002 - SQLAlchemy's signature
        """To microseconds; a naive moment is a mistake of ours and raises ``ValueError``."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        delta = value - _EPOCH
        return (delta.days * 86_400 + delta.seconds) * 1_000_000 + delta.microseconds

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Back to an aware moment in UTC."""
        if value is None:
            return None
        seconds, microseconds = divmod(int(value), 1_000_000)
        return datetime.fromtimestamp(seconds, UTC).replace(microsecond=microseconds)


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

_Sequence = BigInteger().with_variant(Integer(), "sqlite")
"""SQLite only numbers rows by itself for its own INTEGER primary key."""

SCHEMA_VERSION = "004"
"""The newest migration; a test holds it to what Alembic finds."""

metadata = MetaData()

meta = Table(
    "meta",
    metadata,
    Column("name", String(64), primary_key=True),
    Column("value", Text, nullable=False),
)

inbox = Table(
    "inbox",
    metadata,
    Column("sequence", _Sequence, primary_key=True, autoincrement=True),
    Column("source", String(128), nullable=False, unique=True),
    Column("lane", String(64), nullable=False),
    Column("status", String(8), nullable=False),
    Column("sealed", Text),
    Column("received_at", Moment, nullable=False),
    Column("next_at", Moment, nullable=False),
    Column("tries", Integer, nullable=False, default=0),
    Column("reason", String(200), nullable=False, default=""),
    Column("handled_at", Moment),
    Index("inbox_open", "status", "lane", "sequence"),
    Index("inbox_handled", "status", "handled_at"),
    sqlite_autoincrement=True,
)

conversation = Table(
    "conversation",
    metadata,
    Column("visitor", String(64), primary_key=True),
    Column("sealed", Text, nullable=False),
    Column("updated_at", Moment, nullable=False),
)

outbox = Table(
    "outbox",
    metadata,
    Column("sequence", _Sequence, primary_key=True, autoincrement=True),
    Column("key", String(160), nullable=False, unique=True),
    Column("destination", String(64), nullable=False),
    Column("is_group", Boolean, nullable=False),
    Column("priority", Integer, nullable=False),
    Column("on_unknown", String(16), nullable=False),
    Column("method", String(64), nullable=False),
    Column("sealed_address", Text),
    Column("sealed", Text),
    Column("depends_on", String(160)),
    Column("coalesce", String(160)),
    Column("status", String(8), nullable=False),
    Column("tries", Integer, nullable=False, default=0),
    Column("uncertain", Integer, nullable=False, default=0),
    Column("not_before", Moment, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("sent_at", Moment),
    Column("message_id", BigInteger),
    Column("reason", String(200), nullable=False, default=""),
    Column("routing", Text),
    Index("outbox_open", "status", "destination", "priority", "sequence"),
    Index("outbox_sent", "status", "sent_at"),
    sqlite_autoincrement=True,
)

pause = Table(
    "pause",
    metadata,
    Column("destination", String(64), primary_key=True),
    Column("until", Moment, nullable=False),
)

timer = Table(
    "timer",
    metadata,
    Column("lane", String(64), primary_key=True),
    Column("name", String(64), primary_key=True),
    Column("due", Moment, nullable=False),
    Column("sealed", Text, nullable=False),
    Index("timer_due", "due"),
)

record = Table(
    "record",
    metadata,
    Column("kind", String(16), primary_key=True),
    Column("key", String(64), primary_key=True),
    Column("is_open", Boolean, nullable=False),
    Column("visitor", String(64), nullable=False),
    Column("topic", BigInteger, nullable=False),
    Column("version", Integer, nullable=False),
    Column("sealed", Text, nullable=False),
    Column("forget_at", Moment),
    Index("record_open", "is_open"),
    Index("record_visitor", "visitor"),
    Index("record_topic", "topic"),
    Index("record_forget", "forget_at"),
    Index("record_kind", "kind"),
)

link = Table(
    "link",
    metadata,
    Column("handoff", String(64), primary_key=True),
    Column("person_message", BigInteger, primary_key=True),
    Column("staff_message", BigInteger, primary_key=True),
    Index("link_staff", "staff_message"),
)

tally = Table(
    "tally",
    metadata,
    Column("week", Date, primary_key=True),
    Column("measure", String(16), primary_key=True),
    Column("audience", String(16), primary_key=True),
    Column("language", String(8), primary_key=True),
    Column("name", String(160), primary_key=True),
    Column("count", BigInteger, nullable=False),
)

visit = Table(
    "visit",
    metadata,
    Column("lane", String(64), primary_key=True),
    Column("visitor", String(64), nullable=False),
    Column("sealed", Text, nullable=False),
    Column("seen_at", Moment, nullable=False),
    Index("visit_seen", "seen_at"),
)

visit_key = Table(
    "visit_key",
    metadata,
    Column("hash", String(64), primary_key=True),
    Column("lane", String(64), nullable=False),
    Column("kind", String(8), nullable=False),
    Index("visit_key_lane", "lane"),
)

mailbox = Table(
    "mailbox",
    metadata,
    Column("number", _Sequence, primary_key=True, autoincrement=True),
    Column("lane", String(64), nullable=False),
    Column("key", String(200), nullable=False, unique=True),
    Column("what", String(8), nullable=False),
    Column("sealed", Text, nullable=False),
    Index("mailbox_lane", "lane", "number"),
    sqlite_autoincrement=True,
)

visit_file = Table(
    "visit_file",
    metadata,
    Column("name", String(64), primary_key=True),
    Column("lane", String(64), nullable=False),
    Column("sealed", Text, nullable=False),
    Index("visit_file_lane", "lane"),
)
