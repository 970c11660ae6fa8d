"""One flow of a test's own, loaded from YAML as an editor's would be, over the packaged content."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from bot.adapters.content.findings import Findings
from bot.adapters.content.flows import load_flows
from bot.adapters.content.overlay import Stack
from bot.app.library import load_library
from bot.dialogue.library import Library
from bot.domain.audience import Audience
from bot.testing.person import OnePerson

NOON = datetime(2026, 11, 23, 11, tzinfo=UTC)
"""A Monday, twelve o'clock on the clock of the steunpunt."""
HEAD = """\
flow: proef
title:
  nl: Proef
  en: Trial
audience: [ouder, jongere]
owner: redactie
review_by: "2027-05-01"
"""


@cache
def packaged() -> Library:
    """The packaged content, read once."""
    return load_library(None)


def with_flow(folder: Path, text: str) -> Library:
    """The packaged content with the flow ``proef``; ``text`` is what stands below its head."""
    (folder / "flows").mkdir(exist_ok=True)
    (folder / "flows" / "proef.yaml").write_text(HEAD + text, encoding="utf-8")
    findings = Findings()
    flows = load_flows(Stack(folder, findings))
    assert not findings.errors, [str(found) for found in findings.errors]
    ready = {name: flow for name, flow in flows.items() if not flow.draft}
    drafts = {name: flow for name, flow in flows.items() if flow.draft}
    return replace(packaged(), flows={**packaged().flows, **ready}, drafts=drafts)


def somebody(
    library: Library, *, audience: Audience | None = Audience.PARENT, language: str = "nl", now: datetime = NOON
) -> OnePerson:
    """A person at the first question of ``proef``."""
    rehearsal = OnePerson(library=library, now=now, audience=audience, language=language)
    rehearsal.says("/start flow_proef")
    return rehearsal
