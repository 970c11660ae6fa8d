"""Which chat is the staff group: the one in the settings, until Telegram gives it another number."""

import asyncio
from contextlib import suppress

from bot.domain.errors import StoreUnavailable
from bot.service.ports import Store

_LOOK_EVERY = 5.0


class StaffChat:
    """The number to write to; what still comes from an earlier number of the same group is the group as well."""

    def __init__(self, number: int) -> None:
        self.number = number
        self._earlier: set[int] = set()
        self._note = f"staff_chat:{number}"
        """Where is kept what became of the group in the settings; another group there is another note."""

    def moved(self, number: int) -> bool:
        """The group got another number; False when that was known."""
        if number == self.number:
            return False
        self._earlier.add(self.number)
        self._earlier.discard(number)
        self.number = number
        return True

    def is_here(self, chat: int) -> bool:
        """Whether a chat is the group, now or before."""
        return chat == self.number or chat in self._earlier

    def now(self, chat: int) -> int:
        """The number to use for a chat: that of the group may have changed since it was written down."""
        return self.number if chat in self._earlier else chat

    async def look(self, store: Store) -> None:
        """Hear from the store what another process, or an earlier start, found out; else tell it what we did."""
        noted = await store.note(self._note)
        if noted is not None and not self.is_here(int(noted)):
            self.moved(int(noted))
        elif self._earlier and noted != str(self.number):
            await store.write_note(self._note, str(self.number))

    async def follow(self, store: Store) -> None:
        """Look for ever."""
        while True:
            with suppress(StoreUnavailable):
                await self.look(store)
            await asyncio.sleep(_LOOK_EVERY)
