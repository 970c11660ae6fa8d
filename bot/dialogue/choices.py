"""What buttons carry: a kind and a value, at most 64 bytes (Bot API, callback_data).

Anything may come back, also something forged by hand, so reading is strict and what is not ours is ``None``.
"""

import re
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """Kinds of choices."""

    AUDIENCE = "audience"
    LANGUAGE = "lang"
    MENU = "menu"
    THEME = "theme"
    ENTRY = "faq"
    MORE = "more"
    IN_DUTCH = "nl"
    """A translated answer in Dutch, to show at school."""
    NONE_OF_THESE = "none"
    HUMAN = "human"
    SOS = "sos"
    HELP = "help"
    MISUNDERSTOOD = "anders"
    CRISIS = "nood"
    """In the hour after an alarm: the id of a fixed reply, or ``verder``."""
    SHARE = "deel"
    """Agree to what staff get to see: ``all``, ``bare`` (without the question) or ``no``."""
    CALL_BACK = "bel"
    """To be called back: nothing to be asked for the number, ``ja`` or ``nee`` to giving it."""
    MESSAGE = "bericht"
    """Leave a message for the team."""
    LEAVE = "einde"
    """End the talk with staff."""
    REOPEN = "verder"
    """Go on with a closed talk, by its id."""
    RATE = "cijfer"
    REMARK = "opmerking"
    """Say a sentence beside a mark; the id of the talk."""
    SUMMARY = "overzicht"
    """What was shared and when in a closed talk, as a file; its id."""
    SHOW = "toon"
    """Show a message to staff after all, with the personal data in it; by its number."""
    PASS_ON = "stuur"  # noqa: S105 - no password
    """Pass on a recording in which somebody can be recognised; by its number."""
    FLOW = "flow"
    """Start a flow."""
    FLOWS = "flows"
    """The list of flows."""
    REPLY = "r"
    """Answer a question of a flow: hash of the question, then the value."""
    FLOW_ACTION = "fa"
    """Move in a flow: back, skip, why, stop and so on."""
    OPINION = "mening"
    """What somebody thinks of an answer (``ja_<entry>``, ``nee_<entry>``) or of a flow (a mark and its id)."""
    PASS_QUESTION = "vraag"  # noqa: S105 - no password
    """Pass a question on to the team: nothing to see it first, ``ja`` or ``nee``."""
    NEWS = "nieuws"
    """``ja``, ``nee``, or ``uit``: no more of it."""
    WIPE = "wis"
    STOP = "stop"


class StaffKind(StrEnum):
    """Kinds of choices in the staff group; the value is the id of a handoff, sometimes with more behind it."""

    CLAIM = "pak"
    TRANSFER = "over"
    TRANSFER_TO = "naar"
    BACK_TO_QUEUE = "rij"
    CLOSE = "dicht"
    PROTOCOL = "spoed"
    SEEN = "gezien"
    SEND_ENTRY = "stuurfaq"
    REVIEW = "vraag"
    """What becomes of an unanswered question: its id, a decision, and the entry."""
    GIVE_BACK = "terug"
    """Send the outcome of a survey to who asked for it; the id of the flow."""
    NEWS = "nieuws"
    """Send a piece of news: its id, and to whom."""
    WEIGHT = "gewicht"
    """How pressing a talk is: its id, and the word."""
    CASE_OF = "kaart"
    """Make a card for intervision of a talk."""
    CASE = "casus"
    """What becomes of such a card: its id, and what to do."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice, e.g. entry ``tlv_wat``."""

    kind: Kind
    value: str = ""

    def data(self) -> str:
        """What the button carries."""
        return f"{self.kind}:{self.value}" if self.value else str(self.kind)


_FORM = re.compile(r"([a-z]+)(?::([A-Za-z0-9_]{1,55}))?")


def staff_choice(kind: StaffKind, *values: str) -> str:
    """What a button in the staff group carries."""
    return ":".join((f"s-{kind}", *values))


def read_staff_choice(data: str) -> tuple[StaffKind, tuple[str, ...]] | None:
    """Kind and values, or None when it is not one of ours."""
    kind, *values = data.split(":")
    try:
        return StaffKind(kind.removeprefix("s-")), tuple(values)
    except ValueError:
        return None


def read_choice(data: str) -> Choice | None:
    """The choice in ``data``, or None when it is not one of ours."""
    match = _FORM.fullmatch(data)
    if match is None:
        return None
    try:
        return Choice(Kind(match[1]), match[2] or "")
    except ValueError:
        return None
