"""``faq/veiligheid/crisis.yaml``: what is said in the hour after an alarm, on what people say then."""

from collections.abc import Iterable, Mapping

from bot.adapters.content.facts import Written
from bot.adapters.content.fields import Fields
from bot.adapters.content.findings import Findings
from bot.adapters.content.overlay import Stack
from bot.adapters.content.signals import CRISIS_FILE, FOLDER
from bot.adapters.content.strict_yaml import read_file
from bot.dialogue.library import Contact
from bot.domain.ids import DUTCH, ContactId
from bot.replies.leaning import Leaning
from bot.safety.crisis import CrisisReply
from bot.text.folding import fold
from bot.text.placeholders import PLACEHOLDER

HELPLINE = "{contact:"
_LEAST_PHRASINGS = 5
_BARE = {"ja": Leaning.YES, "nee": Leaning.NO}


def load_crisis_replies(stack: Stack) -> tuple[CrisisReply, ...]:
    """The replies of the lowest layer, as the signals: an organisation may not change them. None when there is no
    file.
    """
    lowest = stack.layers[0]
    path = lowest.faq / FOLDER / CRISIS_FILE
    name = lowest.name(path)
    value = read_file(path, name, stack.findings) if path.exists() else None
    if value is None or value.data is None:
        return ()
    top = Fields(value, name, stack.findings, what="dit bestand")
    top.only(("replies",))
    replies: list[CrisisReply] = []
    seen: dict[str, str] = {}
    for fields in top.maps("replies", "dit antwoord"):
        reply = _reply(fields)
        _doubles(fields, reply, seen, stack.findings)
        if any(reply.id == other.id for other in replies):
            stack.findings.error(
                name, fields.line_of("id"), "dubbel", f"'{reply.id}' staat er twee keer", "houd er een"
            )
            continue
        replies.append(reply)
    return tuple(replies)


def require_helplines(stack: Stack, written: Iterable[Written], contacts: Mapping[ContactId, Contact]) -> None:
    """A text for somebody in danger may never have a hole where its number should be."""
    for one in written:
        for match in PLACEHOLDER.finditer(one.text):
            if match[2] and match[2] not in contacts:
                what = f"{one.where}: contact '{match[2]}' bestaat niet"
                line = one.line_at(match.start())
                stack.findings.error(one.file, line, "contact", what, "kies een id uit faq/contacts.yaml")


def _reply(fields: Fields) -> CrisisReply:
    fields.only(("id", "phrasings", "bare", "text", "ends"))
    fields.need("id", "text")
    said = fields.text("bare")
    reply = CrisisReply(
        id=fields.identifier("id"),
        phrasings=fields.text_lists("phrasings"),
        text=fields.texts("text"),
        ends=fields.flag("ends"),
        bare=_BARE.get(said),
    )
    problem = None
    if said and (reply.bare is None or reply.phrasings or reply.ends):
        problem = (
            "kaal",
            "bare is 'ja' of 'nee', en gaat niet samen met phrasings of ends",
            "haal weg wat er niet bij hoort",
        )
    elif not said and len(reply.phrasings.get(DUTCH, ())) < _LEAST_PHRASINGS:
        problem = ("zinnen", f"er staan minder dan {_LEAST_PHRASINGS} Nederlandse zinnen", "schrijf er een paar bij")
    elif any(HELPLINE not in text.split("\n", 1)[0] for text in reply.text.values()):
        problem = (
            "nummer",
            "de eerste regel noemt geen nummer dat helpt",
            "begin met bijvoorbeeld {contact:113.phone}",
        )
    if problem is not None:
        fields.findings.error(fields.file, fields.line_of("text"), *problem)
    return reply


def _doubles(fields: Fields, reply: CrisisReply, seen: dict[str, str], findings: Findings) -> None:
    """One sentence leads to one reply."""
    for forms in reply.phrasings.values():
        for form in forms:
            other = seen.setdefault(fold(form), reply.id)
            if other != reply.id:
                findings.error(
                    fields.file,
                    fields.line_of("phrasings"),
                    "dubbel",
                    f"'{form}' staat ook bij '{other}'",
                    "haal een van de twee weg",
                )
