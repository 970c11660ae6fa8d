"""Every way in which Telegram refuses: what it means, and that the words arrive or their writer hears (F1 F10 O4)."""

import pytest

from bot.adapters.telegram.refusals import Refused, refusal_of, wait_of
from bot.app.house import House
from bot.playground.faults import Fault, FaultKind
from bot.playground.people import Visitor
from bot.playground.server import PlaygroundServer
from tests.acceptance.test_desk import staff
from tests.faults.test_relaying import settle, talking, texts
from tests.waiting import until

OURS = [pytest.mark.asyncio, pytest.mark.filterwarnings("ignore:Please use")]


def in_group(server: PlaygroundServer, sentence: str, status: int = 400, method: str = "sendMessage") -> None:
    """The next request of this kind in the group is refused so."""
    refusal = Fault(kind=FaultKind.REFUSAL, method=method, chat=server.staff_chat, body=sentence, value=status)
    server.faults.add(refusal)


def to(person: Visitor, server: PlaygroundServer, sentence: str, status: int = 400, times: int = 1) -> None:
    """The next messages to this person are refused so."""
    refusal = Fault(
        kind=FaultKind.REFUSAL, method="sendMessage", chat=person.chat.id, body=sentence, value=status, times=times
    )
    server.faults.add(refusal)


@pytest.mark.parametrize(
    ("sentence", "meaning"),
    [
        ("Bad Request: message is not modified: specified new message content", Refused.DONE_ALREADY),
        ("Bad Request: query is too old and response timeout expired", Refused.DONE_ALREADY),
        ("Bad Request: message to delete not found", Refused.DONE_ALREADY),
        ("Bad Request: TOPIC_NOT_MODIFIED", Refused.DONE_ALREADY),
        ("Bad Request: can't parse entities: Unsupported start tag", Refused.MARKUP),
        ("Bad Request: there is no text in the message to edit", Refused.OTHER_KIND),
        ("Bad Request: chat not found", Refused.NO_CHAT),
        ("Bad Request: group chat was deactivated", Refused.NO_CHAT),
        ("Bad Request: group chat was upgraded to a supergroup chat", Refused.NO_CHAT),
        ("Bad Request: CHANNEL_PRIVATE", Refused.NO_CHAT),
        ("Bad Request: PEER_ID_INVALID", Refused.NO_CHAT),
        ("Bad Request: CHAT_ID_INVALID", Refused.NO_CHAT),
        ("Bad Request: user not found", Refused.NO_PERSON),
        ("Bad Request: INPUT_USER_DEACTIVATED", Refused.NO_PERSON),
        ("Bad Request: USER_IS_BLOCKED", Refused.NO_PERSON),
        ("Bad Request: CHAT_WRITE_FORBIDDEN", Refused.MAY_NOT_WRITE),
        ("Bad Request: CHAT_RESTRICTED", Refused.MAY_NOT_WRITE),
        ("Bad Request: CHAT_SEND_PLAIN_FORBIDDEN", Refused.MAY_NOT_WRITE),
        ("Bad Request: CHAT_SEND_PHOTOS_FORBIDDEN", Refused.MAY_NOT_WRITE),
        ("Bad Request: CHAT_ADMIN_REQUIRED", Refused.MAY_NOT_WRITE),
        ("Bad Request: USER_BANNED_IN_CHANNEL", Refused.MAY_NOT_WRITE),
        ("Bad Request: not enough rights to send text messages to the chat", Refused.MAY_NOT_WRITE),
        ("Bad Request: have no rights to send a message", Refused.MAY_NOT_WRITE),
        ("Bad Request: message thread not found", Refused.NO_TOPIC),
        ("Bad Request: TOPIC_DELETED", Refused.NO_TOPIC),
        ("Bad Request: TOPIC_CLOSED", Refused.TOPIC_CLOSED),
        ("Bad Request: MESSAGE_TOO_LONG", Refused.FOR_GOOD),
        ("Bad Request: BUTTON_DATA_INVALID", Refused.FOR_GOOD),
        ("Bad Request: VOICE_MESSAGES_FORBIDDEN", Refused.FOR_GOOD),
        ("Bad Request: SOMETHING_OF_NEXT_YEAR", Refused.FOR_GOOD),
    ],
)
def test_what_a_refusal_means(sentence: str, meaning: Refused) -> None:
    assert refusal_of(sentence) is meaning
    assert wait_of(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "seconds"),
    [("Bad Request: SLOWMODE_WAIT_30", 30), ("Bad Request: FLOOD_WAIT_7", 7), ("Too Many: retry after 12", 12)],
)
def test_a_refusal_that_says_how_long_is_a_pause(sentence: str, seconds: int) -> None:
    assert wait_of(sentence) == seconds


class TestARefusal:
    """On the way to the group and to the person."""

    pytestmark = OURS

    async def test_of_a_group_that_is_closed_to_us_is_a_pause(
        self, bot: House, parent: Visitor, server: PlaygroundServer
    ) -> None:
        topic, anouk, _ = await talking(parent, server)
        in_group(server, "Bad Request: CHANNEL_PRIVATE")
        parent.says("hoort iemand dit")
        await until(lambda: "kan nu even niet bij deze chat" in texts(parent))
        await until(lambda: any("hoort iemand dit" in text for text in anouk.sees(topic)))
        await until(lambda: "kan je berichten weer lezen" in texts(parent))

    async def test_that_asks_to_wait_in_words_is_obeyed_and_nobody_hears(
        self, bot: House, parent: Visitor, server: PlaygroundServer
    ) -> None:
        topic, anouk, _ = await talking(parent, server)
        said = len(parent.heard())
        in_group(server, "Bad Request: SLOWMODE_WAIT_1")
        parent.says("hoort iemand dit")
        await until(lambda: any("hoort iemand dit" in text for text in anouk.sees(topic)))
        to(parent, server, "Bad Request: FLOOD_WAIT_1")
        anouk.says("ja hoor", topic)
        await until(lambda: "ja hoor" in texts(parent))
        assert len(parent.heard()) == said + 1

    @pytest.mark.parametrize("sentence", ["Bad Request: BUTTON_DATA_INVALID", "Bad Request: SOMETHING_NEW"])
    async def test_of_what_is_around_the_words_leaves_the_words(
        self, bot: House, parent: Visitor, server: PlaygroundServer, sentence: str
    ) -> None:
        to(parent, server, sentence)
        in_group(server, sentence)
        parent.says("ik wil dood")
        await until(lambda: "113" in texts(parent))
        await until(lambda: any("Signaal van gevaar" in text for text in staff(server)[0].sees()))
        topic, anouk, _ = await talking(parent, server)
        in_group(server, sentence)
        parent.says("eerste regel")
        await until(lambda: any("eerste regel" in text for text in anouk.sees(topic)))
        to(parent, server, sentence)
        anouk.says("mijn antwoord", topic)
        await until(lambda: "mijn antwoord" in texts(parent))
        assert "kon ik niet doorgeven" not in texts(parent)

    @pytest.mark.parametrize(
        ("status", "sentence"), [(404, "Not Found: method not found"), (413, "Request Entity Too Large")]
    )
    async def test_that_waiting_does_not_mend_is_told_and_holds_up_nothing(
        self, bot: House, parent: Visitor, server: PlaygroundServer, status: int, sentence: str
    ) -> None:
        topic, anouk, _ = await talking(parent, server)
        in_group(server, sentence, status)
        parent.says("dit komt niet aan")
        await until(lambda: "kon ik niet doorgeven" in texts(parent))
        to(parent, server, sentence, status)
        anouk.says("dit ook niet", topic)
        await until(lambda: any("niet aangekomen bij de vrager" in text for text in anouk.sees(topic)))
        await settle(parent, server, topic, anouk)

    @pytest.mark.parametrize("sentence", ["Bad Request: INPUT_USER_DEACTIVATED", "Bad Request: PEER_ID_INVALID"])
    async def test_of_somebody_who_is_not_there_is_told_to_staff(
        self, bot: House, parent: Visitor, server: PlaygroundServer, sentence: str
    ) -> None:
        topic, anouk, _ = await talking(parent, server)
        to(parent, server, sentence)
        anouk.says("ben je er nog", topic)
        await until(lambda: any("geblokkeerd of verwijderd" in text for text in anouk.sees(topic)))
