"""Every rule held against a content folder."""

from collections.abc import Iterable
from datetime import UTC, date, datetime

from bot.adapters.content.findings import Finding, Severity
from bot.adapters.content.library import Content
from bot.authoring.lint.rule import Look, Rule
from bot.authoring.lint.rules import EXCUSES, REHEARSAL_RULES, RULES, SOURCE_RULES
from bot.authoring.rehearsal.checking import Rehearsals


def inspect(content: Content, today: date | None = None) -> list[Finding]:
    """Every finding that needs the whole, worst first."""
    look = _look(content, today)
    found = _found(RULES, look) | set(look.about_packs)
    return sorted(found, key=lambda item: (item.severity is not Severity.ERROR, item))


def renewals(content: Content, today: date | None = None) -> list[Finding]:
    """Answers to read again, and the bills that are pending."""
    return sorted(_found(SOURCE_RULES, _look(content, today)))


def rehearsed(content: Content, rehearsals: Rehearsals) -> list[Finding]:
    """What trying the flows out showed."""
    return sorted(_found(REHEARSAL_RULES, _look(content, None, rehearsals)))


def _look(content: Content, today: date | None, rehearsals: Rehearsals | None = None) -> Look:
    return Look(content=content, today=today or datetime.now(UTC).date(), excuses=EXCUSES, rehearsals=rehearsals)


def _found(rules: Iterable[Rule], look: Look) -> set[Finding]:
    """Once each: a question for two audiences may be found twice."""
    return {finding for rule in rules for finding in rule.findings(look)}
