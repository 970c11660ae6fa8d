"""What an editor reads about a rule: one on the screen, all of them in the documentation."""

from collections.abc import Iterable
from pathlib import Path
from textwrap import indent

from rapidfuzz import process

from bot.authoring.lint.rule import Rule
from bot.authoring.lint.rules import EVERY_RULE, FAQ_RULES, READING_RULES
from bot.domain.errors import SettingsError
from bot.domain.program import typed

_LIKE = 60
"""How alike two words are, in percent, before one may have been meant."""
_BEGIN, _END = "<!-- regels: begin -->\n", "<!-- regels: einde -->\n"


def explained(code: str) -> str:
    """What it means, what to do, and how it looks wrong and right; raises ``SettingsError`` for what is no code."""
    wanted = {name.lower(): rule for name, rule in EVERY_RULE.items()}
    wanted |= {name: rule for rule in EVERY_RULE.values() for name in rule.before}
    rule = wanted.get(code.lower())
    if rule is None:
        like = process.extractOne(code.lower(), list(wanted), score_cutoff=_LIKE)
        hint = f"Bedoel je {wanted[like[0]].id}?" if like else f"Alle codes: {typed('check --explain')}"
        raise SettingsError(f"De code '{code}' kennen we niet. {hint}")
    parts = [
        f"{rule.id} ({rule.severity})",
        f"{_sentence(rule.means)}\nWat je doet: {rule.mend}.",
        f"Niet goed:\n\n{indent(rule.bad.shown(), '    ')}",
        f"Goed:\n\n{indent(rule.good.shown(), '    ')}",
    ]
    if rule.excusable:
        parts.append(f'Kan het niet anders? Schrijf erbij:\n\n    allow:\n      {rule.id}: "waarom het zo blijft"')
    return "\n\n".join(parts)


def all_codes() -> str:
    """Every code with what it means, for who wants to choose."""
    width = max(map(len, EVERY_RULE))
    lines = [
        f"{rule.id:{width}}  {rule.means}" for rule in sorted(EVERY_RULE.values(), key=lambda rule: rule.id.lower())
    ]
    return "\n".join([*lines, f"\nMeer over één code: {typed('check --explain CODE')}"])


def renew_lists(docs: Path) -> list[Path]:
    """Write the tables of the documentation anew; the files that changed."""
    faq = {rule.id for rule in (*FAQ_RULES, *READING_RULES)}
    about_flows = [rule for name, rule in EVERY_RULE.items() if name[0] in "EW" and name[1:].isdigit()]
    wanted = {
        docs / "editor.md": [EVERY_RULE[name] for name in sorted(faq)],
        docs / "flows.md": sorted(about_flows, key=lambda rule: (rule.id[1:], rule.id)),
    }
    changed = []
    for path, rules in wanted.items():
        text = path.read_text(encoding="utf-8")
        before, found, rest = text.partition(_BEGIN)
        _, closed, after = rest.partition(_END)
        assert found, path
        assert closed, path
        renewed = before + _BEGIN + _table(rules) + _END + after
        if renewed != text:
            path.write_text(renewed, encoding="utf-8")
            changed.append(path)
    return changed


def _table(rules: Iterable[Rule]) -> str:
    rows = [f"| {rule.id} | {rule.means} | {rule.mend} |\n" for rule in rules]
    return "".join(["| Code | Wat er is | Wat je doet |\n", "|---|---|---|\n", *rows])


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}."
