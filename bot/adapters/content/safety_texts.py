"""The texts of ``faq/veiligheid/`` as they stand in the files, for findings: facts and numbers written out."""

from collections.abc import Iterator

from bot.adapters.content.facts import Written, raw_texts
from bot.adapters.content.fields import Fields
from bot.adapters.content.findings import Findings
from bot.adapters.content.overlay import Stack
from bot.adapters.content.signals import ANSWERS_FILE, CRISIS_FILE, FOLDER
from bot.adapters.content.strict_yaml import read_file

_PLACES = ((ANSWERS_FILE, "answers", ("text", "about_other")), (CRISIS_FILE, "replies", ("text",)))


def written_for_safety(stack: Stack) -> Iterator[Written]:
    """Those of every layer, also the ones that wait for approval; what is wrong with a file is told when it is read."""
    for layer in stack.layers:
        for file, items, names in _PLACES:
            path = layer.faq / FOLDER / file
            name, unheard = f"{layer.prefix}faq/{FOLDER}/{file}", Findings()
            value = read_file(path, name, unheard) if path.exists() else None
            if value is None or value.data is None:
                continue
            top = Fields(value, name, unheard, what="dit bestand")
            for item in top.maps(items, "dit antwoord"):
                yield from raw_texts(item, item.text("id") or item.text("category"), *names)
