"""One talk in which everything goes wrong that can: twelve photos, edits, a restart, a migration, a bot put out."""

import pytest

from bot.playground.people import StaffMember, Visitor, migrate, put_out
from bot.playground.server import PlaygroundServer
from tests.faults.conftest import Home
from tests.faults.test_relaying import talking, texts
from tests.waiting import until

pytestmark = [pytest.mark.asyncio, pytest.mark.filterwarnings("ignore:Please use")]


def pictures(server: PlaygroundServer) -> int:
    """Photos of the bot in all groups."""
    own = server.world.bot["id"]
    groups = [chat for number, chat in server.world.chats.items() if number < 0]
    return sum(
        "photo" in message and message.get("from", {}).get("id") == own
        for group in groups
        for message in group.messages.values()
    )


async def test_a_talk_with_photos_edits_a_restart_a_migration_and_a_kicked_bot_loses_nothing(
    home: Home, parent: Visitor, server: PlaygroundServer
) -> None:
    group = server.world.chats[server.staff_chat]
    async with home.running():
        topic, anouk, _ = await talking(parent, server)
        parent.sends_album(["dit is de brief", *[""] * 9])
        await until(lambda: any(label.startswith("Ja, stuur") for label in parent.buttons()))
        parent.taps("Ja, stuur maar door")
        await until(lambda: pictures(server) == 10)
        line = parent.says("eerste regl")
        await until(lambda: any("eerste regl" in text for text in anouk.sees(topic)))
        parent.edits(line, "eerste regel, nu goed")
        await until(lambda: any("eerste regel, nu goed" in text for text in anouk.sees(topic)))
    # Nobody is there: what is sent now waits at Telegram.
    parent.sends("photo", caption="elfde")
    parent.says("tijdens de herstart")
    anouk.says("antwoord tijdens de herstart", topic)
    async with home.running():
        await until(lambda: "antwoord tijdens de herstart" in texts(parent))
        await until(lambda: any("tijdens de herstart" in text for text in anouk.sees(topic)))
        await until(lambda: pictures(server) == 11)
        put_out(server.world, group, present=False)
        await until(lambda: "kan nu even niet bij deze chat" in texts(parent))
        parent.says("tijdens de stilte")
        parent.sends("photo", caption="twaalfde")
        put_out(server.world, group, present=True)
        await until(lambda: any("tijdens de stilte" in text for text in anouk.sees(topic)))
        await until(lambda: pictures(server) == 12)
        fresh = migrate(server.world, group, -1_002_999_000_222)
        there = StaffMember(server.world, anouk.person, fresh.id)
        await until(lambda: fresh.topics)
        (moved,) = fresh.topics
        parent.says("na de verhuizing")
        await until(lambda: any("na de verhuizing" in text for text in there.sees(moved)))
        there.says("ik ben er nog", moved)
        await until(lambda: "ik ben er nog" in texts(parent))
    assert pictures(server) == 12
    seen = "\n".join([*anouk.sees(), *there.sees()])
    for said in ("eerste regel, nu goed", "tijdens de stilte", "na de verhuizing", "elfde", "twaalfde"):
        assert seen.count(said) >= 1, said
    assert "kon ik niet doorgeven" not in texts(parent)
