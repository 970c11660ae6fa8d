"""The core text that always comes: no database, no content files, no staff and no model are needed for it.

112 and 113 are open day and night and free of charge (upday.com/ANP, 3 October 2025). The text is fixed and short on
purpose; approved texts in the content files are used instead when they are there.
"""

from bot.domain.ids import DUTCH, Language

CORE_TEXT = {
    "nl": (
        "Is er nu gevaar? **Bel 112.** Dat kan altijd, dag en nacht.\n\n"
        "Denk je aan dood willen zijn, of wil je jezelf pijn doen? **Bel 113** of chat op "
        "[113.nl](https://www.113.nl). "
        "Dat is gratis, dag en nacht, en je naam is niet nodig.\n\n"
        "Ik ben een computer. Ik kan geen hulp naar je toe sturen. Ga naar iemand in de buurt die je vertrouwt."
    ),
    "en": (
        "Is there danger right now? **Call 112.** You can always call, day and night.\n\n"
        "Are you thinking about suicide, or of hurting yourself? **Call 113** or chat at [113.nl](https://www.113.nl). "
        "It is free, day and night, and you do not have to give your name.\n\n"
        "I am a computer. I cannot send help to you. Go to somebody nearby whom you trust."
    ),
}


def core_text(language: Language | None) -> str:
    """The lifeline in this language, or in Dutch."""
    return CORE_TEXT.get(language or DUTCH, CORE_TEXT["nl"])
