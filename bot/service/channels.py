"""Two channels as one: every update, effect and request goes to the adapter that understands it.

The staff group has one home. A person has another, perhaps: the guest channel, which tells by an address whether it is
one of its own.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from bot.domain.effects import (
    ChangeTopic,
    EditStaff,
    Effect,
    OpenTopic,
    ReactToStaff,
    Relay,
    RelayDeletion,
    RelayEdit,
    RelayReaction,
    SendStaff,
    SendStaffFile,
    SendText,
    ShowBusy,
    Side,
)
from bot.domain.ids import SealedAddress
from bot.domain.inbound import Arrival, Origin
from bot.service.ports import Composer, Sender, Translator
from bot.service.records import DeliveryResult, OpenUpdate, Outgoing, WaitingMessage

COPY = "guest_copy"
"""Method of a request that puts something of a guest into the staff group; its content is looked up at sending."""


class Guest(Protocol):
    """What the second channel does for its own people."""

    def owns(self, address: SealedAddress) -> bool:
        """Whether this person came by this channel."""
        ...

    def compose(self, effect: Effect, origin: Origin, key: str) -> Sequence[Outgoing]:
        """What is said or shown to a person of this channel."""
        ...


class ChannelComposer:
    """Implements ``Composer``: what is for a guest goes to their channel, all else to the home of the staff group."""

    def __init__(self, home: Composer, guest: Guest) -> None:
        self._home = home
        self._guest = guest

    def compose(self, effects: Sequence[Effect], origin: Origin, cause: str) -> Sequence[Outgoing]:
        """Requests in order; keys stay unique because each effect has its own cause."""
        homes = self._homes(effects, origin)
        if all(homes):
            return self._home.compose(effects, origin, cause)
        outgoing: list[Outgoing] = []
        for number, (effect, at_home) in enumerate(zip(effects, homes, strict=True)):
            key = f"{cause}/{number}"
            outgoing += self._home.compose([effect], origin, key) if at_home else self._of_guest(effect, origin, key)
        return outgoing

    def _homes(self, effects: Sequence[Effect], origin: Origin) -> list[bool]:
        known: dict[SealedAddress, bool] = {SealedAddress(""): True}

        def at_home(person: Origin) -> bool:
            if person.address not in known:
                known[person.address] = not self._guest.owns(person.address)
            return known[person.address]

        return [at_home(_person(effect, origin)) for effect in effects]

    def _of_guest(self, effect: Effect, origin: Origin, key: str) -> Sequence[Outgoing]:
        match effect:
            case SendStaff() | SendStaffFile() | EditStaff() | ReactToStaff() | OpenTopic() | ChangeTopic():
                return self._home.compose([effect], origin, key)
            case Relay() | RelayEdit() | RelayReaction() | RelayDeletion() if effect.source.side is Side.PERSON:
                return self._to_staff(effect, origin, key)
            case _:
                return self._guest.compose(effect, origin, key)

    def _to_staff(
        self, effect: Relay | RelayEdit | RelayReaction | RelayDeletion, origin: Origin, key: str
    ) -> Sequence[Outgoing]:
        if not isinstance(effect, Relay) or effect.html:
            return self._home.compose([effect], origin, key)
        # There is nothing the home could copy: it is written there anew, from what the guest channel keeps.
        written = self._home.compose([replace(effect, html="…", caption=None)], origin, key)
        return [
            replace(
                request,
                key=f"{request.key}/copy",
                method=COPY,
                coalesce=None,
                parameters={
                    **request.parameters,
                    "of": effect.person.address,
                    "number": effect.source.message,
                    "caption": effect.caption,
                },
            )
            for request in written
        ]


def _person(effect: Effect, origin: Origin) -> Origin:
    match effect:
        case Relay(person=person) | RelayEdit(person=person) | RelayReaction(person=person):
            return person
        case RelayDeletion(person=person) | ShowBusy(person=person):
            return person
        case SendText(to=Origin() as to):
            return to
        case _:
            return origin


class ChannelTranslator:
    """Implements ``Translator``: who brought an update is the beginning of its name."""

    def __init__(self, home: Translator, guests: Mapping[str, Translator]) -> None:
        """``guests`` by the beginning of the sources of their updates, e.g. ``web:``."""
        self._home = home
        self._guests = guests

    def translate(self, update: OpenUpdate) -> Arrival | None:
        """The inbound inside."""
        return self._of(update).translate(update)

    def origin(self, update: OpenUpdate) -> Origin | None:
        """Who to apologise to."""
        return self._of(update).origin(update)

    def _of(self, update: OpenUpdate) -> Translator:
        return next((g for start, g in self._guests.items() if update.source.startswith(start)), self._home)


class ChannelSender:
    """Implements ``Sender``: requests with a method of the guest channel are carried out there."""

    def __init__(self, home: Sender, guest: Sender, methods: str) -> None:
        """``methods``: how the methods of the guest channel begin."""
        self._home = home
        self._guest = guest
        self._methods = methods

    async def send(self, waiting: WaitingMessage) -> DeliveryResult:
        """One request, one result."""
        guest = waiting.message.method.startswith(self._methods)
        return await (self._guest if guest else self._home).send(waiting)

    def merge(self, messages: Sequence[Outgoing]) -> Outgoing | None:
        """Only messages to the staff group are merged, and that has its home."""
        if any(message.method.startswith(self._methods) for message in messages):
            return None
        return self._home.merge(messages)
