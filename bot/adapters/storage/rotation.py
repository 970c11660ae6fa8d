"""Key rotation: everything that is sealed gets sealed anew under the newest key, in one transaction."""

from collections.abc import Sequence

from sqlalchemy import Column, Table, bindparam, select, update

from bot.adapters.storage.database import Database
from bot.adapters.storage.encryption import open_with, seal_with
from bot.adapters.storage.store import NAME_KEY, open_key_ring
from bot.adapters.storage.tables import conversation, inbox, mailbox, meta, outbox, record, timer, visit, visit_file

_SEALED: Sequence[tuple[Table, tuple[Column[str], ...]]] = (
    (inbox, (inbox.c.sealed,)),
    (outbox, (outbox.c.sealed, outbox.c.sealed_address)),
    (conversation, (conversation.c.sealed,)),
    (record, (record.c.sealed,)),
    (timer, (timer.c.sealed,)),
    (visit, (visit.c.sealed,)),
    (mailbox, (mailbox.c.sealed,)),
    (visit_file, (visit_file.c.sealed,)),
)


async def reseal_all(database: Database, keys: Sequence[str]) -> int:
    """The number of rows that were sealed anew; raises ``SettingsError`` when a row fits none of the keys."""
    ring = await open_key_ring(database, keys)
    count = 0
    async with database.transaction() as connection:
        for table, columns in _SEALED:
            key = list(table.primary_key.columns)
            for column in columns:
                rows = (await connection.execute(select(*key, column).where(column.is_not(None)))).all()
                changes = [
                    {
                        **{f"key_{c.name}": value for c, value in zip(key, row[:-1], strict=True)},
                        "fresh": ring.reseal(row[-1]),
                    }
                    for row in rows
                ]
                if changes:
                    here = [c == bindparam(f"key_{c.name}") for c in key]
                    await connection.execute(
                        update(table).where(*here).values({column.name: bindparam("fresh")}), changes
                    )
                    count += len(changes)
        notes = (await connection.execute(select(meta).where(meta.c.name.like("note:%")))).mappings().all()
        for note in notes:
            fresh = update(meta).where(meta.c.name == note["name"]).values(value=ring.reseal(note["value"]))
            await connection.execute(fresh)
        sealed = await connection.scalar(select(meta.c.value).where(meta.c.name == NAME_KEY))
        renewed = seal_with(keys, open_with(keys, str(sealed)))
        await connection.execute(update(meta).where(meta.c.name == NAME_KEY).values(value=renewed))
    return count
