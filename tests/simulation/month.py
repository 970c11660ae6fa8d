"""Some weeks in the life of a steunpunt, in minutes.

People ask, choose, rate and pass questions on; staff take talks in office hours and close them. The store, the desk,
the translator, the dialogue and the timers are the real ones; the clock jumps from one event to the next, and what
would be sent is read from the outbox instead of being delivered. What people were told is kept apart, so that the
report can be compared with it.
"""

import asyncio
import csv
import heapq
import random
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from html import escape
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.adapters.storage.database import Database
from bot.adapters.storage.encryption import new_secret_key
from bot.adapters.storage.store import SqlStore, open_key_ring
from bot.adapters.telegram.composer import TelegramComposer
from bot.adapters.telegram.identity import Identity
from bot.adapters.telegram.staff_chat import StaffChat
from bot.adapters.telegram.updates import TelegramTranslator, raw_update
from bot.dialogue.conversing import Conversing
from bot.dialogue.hearing import read_role
from bot.dialogue.library import Library
from bot.domain.ids import DUTCH
from bot.domain.tally import week_of
from bot.handoff.record import Handoff, Status
from bot.service.desk import Desk
from bot.service.records import Delivered, DeliveryResult, WaitingMessage
from bot.service.staffroom import read_record
from bot.text.folding import fold

GROUP, STAFF = -1_001_234_567_890, (5_000_001, 5_000_002, 5_000_003)
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
_HOURS = [1, 0, 0, 0, 0, 0, 1, 3, 6, 8, 8, 7, 6, 6, 8, 14, 16, 12, 9, 10, 12, 10, 6, 3]
"""How busy each hour of a day is: a peak after school and one in the evening."""
_FACES = ("😞", "🙁", "😐", "🙂", "😀")

_LINES = ("112", "113", "0800-2000", "0800-0188")
"""What an answer to danger begins with."""


@dataclass(slots=True)
class Seen:
    """What people were told, counted by who looks at their screens instead of by the bot."""

    weeks: Counter[date] = field(default_factory=Counter)
    outcomes: Counter[str] = field(default_factory=Counter)
    audiences: Counter[str] = field(default_factory=Counter)
    humans: int = 0
    claimed: int = 0
    ratings: Counter[str] = field(default_factory=Counter)
    rejected: int = 0
    danger: int = 0
    passed_on: int = 0
    updates: int = 0


@dataclass(slots=True)
class _Screen:
    """The last message somebody got, with its buttons."""

    text: str = ""
    buttons: list[tuple[str, str]] = field(default_factory=list)

    def choice(self, start: str) -> str | None:
        """What the first button whose label begins so carries."""
        return next((data for label, data in self.buttons if label.startswith(start)), None)


class Month:
    """One run; ``play`` it, and look at ``seen`` and at the database."""

    def __init__(self, folder: Path, library: Library, begin: datetime, *, seed: int = 1) -> None:
        self.now = begin
        self.seen = Seen()
        self._library = library
        self._chance = random.Random(seed)
        self._folder = folder
        self._events: list[tuple[datetime, int, Any]] = []
        self._number = 0
        self._screens: dict[int, _Screen] = defaultdict(_Screen)
        self._audience: dict[int, str] = {}
        self.each_week: Callable[[int], None] = lambda number: None
        """Called when a week is over, with its number."""
        self._questions = _questions()
        self._heard: list[str] = []
        self._again = library.texts.say("still-here", DUTCH, audience="unknown")[:20]
        self._once_more = library.texts.say("once-more", DUTCH, audience="unknown") + " "
        self._rejected = library.texts.say("none-of-these", DUTCH, audience="unknown")[:20]
        titles = [title for entry in library.entries.values() for title in entry.title.values()]
        titles += [meaning.term for meaning in library.meanings.values()]
        self._titles = {escape(title, quote=False) for title in titles}
        self._chat = {fold(text)[:25] for reply in library.smalltalk.values() for text in reply.values()}

    @property
    def database(self) -> str:
        """Its address."""
        return f"sqlite:///{self._folder}/maand.sqlite"

    async def play(self, people: int, weeks: int) -> Seen:
        """Everybody comes once or more in these weeks."""
        database = Database(self.database)
        await database.migrate()
        vault = await open_key_ring(database, [new_secret_key()])
        identity = Identity(vault)
        self._identity = identity
        self._store = SqlStore(database, vault, lambda: self.now, state_lifetime=timedelta(hours=24))
        self._desk = Desk(
            self._store,
            TelegramTranslator(identity, StaffChat(GROUP)),
            TelegramComposer(identity, StaffChat(GROUP)),
            Conversing(self._library),
            lambda: self.now,
            stored=lambda: None,
            signal=asyncio.Event(),
        )
        for number in range(people):
            self._plan(self._moment(weeks), ("comes", 6_500_000_000 + number))
        self._plan(self.now, ("purge", 0))
        for week in range(1, weeks + 1):
            self._plan(self.now + timedelta(weeks=week), ("week", week))
        end = self.now + timedelta(weeks=weeks)
        try:
            while self._events:
                at, _, event = heapq.heappop(self._events)
                self.now = max(self.now, at)
                if self.now >= end and event[0] == "purge":
                    continue
                await self._happen(event)
        finally:
            await database.close()
        return self.seen

    def _plan(self, at: datetime, event: tuple[Any, ...]) -> None:
        self._number += 1
        heapq.heappush(self._events, (at, self._number, event))

    def _moment(self, weeks: int) -> datetime:
        day = self._chance.randrange(weeks * 7)
        hour = self._chance.choices(range(24), _HOURS)[0]
        local = self.now.astimezone(AMSTERDAM) + timedelta(days=day)
        return local.replace(
            hour=hour, minute=self._chance.randrange(60), second=self._chance.randrange(60)
        ).astimezone(UTC)

    def _soon(self, low: float, high: float) -> datetime:
        return self.now + timedelta(seconds=self._chance.uniform(low, high))

    async def _happen(self, event: tuple[Any, ...]) -> None:
        match event:
            case ("comes", int(person)):
                audience = self._chance.choices(("ouder", "jongere"), (3, 2))[0]
                self._audience[person] = audience
                await self._says(person, f"/start {audience}")
                self._plan(self._soon(5, 40), ("asks", person, self._chance.choice((1, 1, 2, 2, 3))))
            case ("asks", int(person), int(left)):
                await self._asks(person)
                if left > 1:
                    self._plan(self._soon(20, 240), ("asks", person, left - 1))
                elif self._chance.random() < 0.07:
                    self._plan(self._soon(10, 60), ("human", person))
            case ("human", int(person)):
                await self._human(person)
            case ("works", int(colleague), str(handoff)):
                await self._claims(colleague, handoff)
            case ("closes", int(colleague), str(handoff), int(person)):
                await self._staff_presses(colleague, f"s-dicht:{handoff}")
                face = self._screens[person].choice(self._chance.choices(_FACES, (1, 1, 2, 5, 6))[0])
                if face is not None and self._chance.random() < 0.6:
                    await self._presses(person, face)
                    self.seen.ratings[face[-1]] += 1
            case ("week", int(number)):
                self.each_week(number)
            case ("purge", _):
                await self._store.ring(self.now)
                await self._store.purge(self.now)
                await self._work()
                self._plan(self.now + timedelta(hours=6), ("purge", 0))

    async def _asks(self, person: int) -> None:
        audience = self._audience[person]
        kind = self._chance.random()
        if kind < 0.01:
            question, expected = self._chance.choice(("ik wil dood", "ik doe mezelf pijn en niemand weet het")), "-"
        else:
            question, expected = self._chance.choice(self._questions["-" if kind < 0.12 else audience])
        self._heard.clear()
        await self._says(person, question)
        if not self._heard:
            # A few words that ask nothing wait a moment for the rest.
            self.now += timedelta(seconds=2)
            await self._store.ring(self.now)
            await self._work()
        outcomes = [outcome for text in self._heard if (outcome := self._outcome(text))]
        if "danger" in outcomes and "answered" not in outcomes:
            self.seen.danger += 1
            return
        # In the hour after an alarm a question that is surely known is answered below the lines.
        outcomes = [outcome for outcome in outcomes if outcome != "danger"]
        # Who says in passing who they are is answered, and counted, as that.
        said = read_role(question)
        for outcome in outcomes:
            self.seen.weeks[week_of(self.now.astimezone(AMSTERDAM))] += 1
            self.seen.outcomes[outcome] += 1
            self.seen.audiences[said.audience if said is not None and not said.whole else audience] += 1
        if outcomes == ["suggested"]:
            await self._chooses(person, expected)
        elif outcomes == ["none"] and self._chance.random() < 0.3:
            await self._passes_on(person)

    def _outcome(self, text: str) -> str | None:
        """What a message is, by its first words; None for what is no answer to a question."""
        if any(form in text for form in ("Gaat het weer, of begreep ik je verkeerd?", "Ik blijf hier. Gaat het weer?")):
            # The hour after an alarm, in either form: the question waits, and is no danger of its own.
            return None
        text = text.removeprefix(self._once_more)
        if text.startswith(("Is er nu gevaar?", self._again)) or any(line in text[:60] for line in _LINES):
            return "danger"
        if text.startswith(("Bedoel je", "Do you mean", "Ik lees ")) or text.endswith("Ging het hierover?"):
            return "suggested"
        if text.startswith(("Dit weet ik niet", "Ik kom er niet uit", "I do not know", "I cannot work")):
            return "none"
        if any(text.startswith((f"<b>{title}</b>", f"Dit hoort ook bij <b>{title}</b>")) for title in self._titles):
            return "answered"
        return "smalltalk" if fold(text)[:25] in self._chat else None

    async def _chooses(self, person: int, expected: str) -> None:
        wanted = next((data for _, data in self._screens[person].buttons if data == f"faq:{expected}"), None)
        if wanted is not None and self._chance.random() < 0.9:
            await self._presses(person, wanted)
        elif self._chance.random() < 0.5:
            # The first time it may ask whether it was one of the others.
            for _ in range(2):
                self._heard.clear()
                await self._presses(person, "none")
                if any(text.startswith(self._rejected) for text in self._heard):
                    self.seen.rejected += 1
                    await self._passes_on(person)
                    break

    async def _passes_on(self, person: int) -> None:
        button = self._screens[person].choice("✉️")
        if button is None:
            return
        await self._presses(person, button)
        await self._presses(person, "vraag:ja")
        self.seen.passed_on += 1

    async def _human(self, person: int) -> None:
        await self._says(person, "/mens")
        yes = self._screens[person].choice("Ja")
        if yes is None:
            return
        await self._presses(person, yes)
        self.seen.humans += 1
        kept = [read_record(row) for row in await self._store.records("handoff")]
        own = self._identity.visitor(person)
        talks = [talk for talk in kept if isinstance(talk, Handoff) and talk.visitor == own]
        waiting = [talk for talk in talks if talk.status is Status.WAITING]
        schedule = self._library.profile.schedule
        local = self.now.astimezone(AMSTERDAM)
        for talk in waiting:
            begin = self.now
            if schedule is not None and not schedule.is_open(local):
                begin = (schedule.next_opening(local) or local + timedelta(days=1)).astimezone(UTC)
            taken = begin + timedelta(minutes=min(90.0, self._chance.lognormvariate(1.8, 0.9)))
            self._plan(taken, ("works", self._chance.choice(STAFF), talk.id))

    async def _claims(self, colleague: int, identifier: str) -> None:
        await self._staff_presses(colleague, f"s-pak:{identifier}")
        kept = [read_record(row) for row in await self._store.records("handoff")]
        talk = next((t for t in kept if isinstance(t, Handoff) and t.id == identifier), None)
        if talk is None or talk.status is not Status.CLAIMED:
            if talk is not None and talk.status is Status.WAITING:
                self._plan(self._soon(600, 1800), ("works", self._chance.choice(STAFF), identifier))
            return
        self.seen.claimed += 1
        person = self._identity.open(talk.address)
        self._plan(self._soon(300, 3600), ("closes", colleague, identifier, person))

    async def _says(self, person: int, text: str) -> None:
        message = {**_message(self._next(), person, self.now), "text": text}
        await self._update({"message": message})

    async def _presses(self, person: int, data: str) -> None:
        await self._update({"callback_query": _press(self._next(), person, person, data, self.now)})

    async def _staff_presses(self, colleague: int, data: str) -> None:
        await self._update({"callback_query": _press(self._next(), colleague, GROUP, data, self.now)})

    def _next(self) -> int:
        self._number += 1
        return self._number

    async def _update(self, body: Mapping[str, Any]) -> None:
        self.seen.updates += 1
        raw = raw_update({"update_id": self._next(), **body}, self._identity)
        await self._store.receive([raw])
        await self._store.ring(self.now)
        await self._work()

    async def _work(self) -> None:
        while await self._desk.handle_batch():
            pass
        # What would be sent is read and written down as sent, a whole round at a time.
        while True:
            async with self._store.deliveries() as unit:
                heads = await unit.heads(200, without=())
                for waiting in heads:
                    self._read(waiting)
                    unit.record(
                        DeliveryResult(waiting=waiting, outcome=Delivered.SENT, message_id=self._next() % 2**31)
                    )
            if not heads:
                return

    def _read(self, waiting: WaitingMessage) -> None:
        parameters = waiting.message.parameters
        if waiting.message.group or "text" not in parameters or waiting.message.method != "send_message":
            return
        rows = parameters.get("reply_markup", {}).get("inline_keyboard", [])
        buttons = [(b["text"], b["callback_data"]) for row in rows for b in row if "callback_data" in b]
        self._heard.append(parameters["text"])
        self._screens[self._identity.open(waiting.message.address)] = _Screen(parameters["text"], buttons)


def _questions() -> dict[str, list[tuple[str, str]]]:
    """Questions of parents, of young people, and about other things (``-``)."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    folder = Path(__file__).parents[1] / "questions"
    for name in ("development_nl.tsv", "development_out_of_scope.tsv"):
        with (folder / name).open(encoding="utf-8") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                who = "-" if row["expected"] == "-" else row["audience"]
                found[who].append((row["text"], row["expected"]))
    return found


def _message(number: int, person: int, at: datetime) -> dict[str, Any]:
    chat = {"id": person, "type": "private" if person > 0 else "supergroup"}
    return {"message_id": number, "date": int(at.timestamp()), "chat": chat, "from": _user(person)}


def _user(number: int) -> dict[str, Any]:
    return {"id": number, "is_bot": False, "first_name": f"P{number % 1000}", "language_code": "nl"}


def _press(number: int, who: int, where: int, data: str, at: datetime) -> dict[str, Any]:
    message = {**_message(number, where, at), "from": {"id": 1, "is_bot": True, "first_name": "bot"}, "text": "x"}
    return {"id": str(number), "from": _user(who), "chat_instance": "1", "message": message, "data": data}
