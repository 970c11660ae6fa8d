"""Each rule says by example what it finds: the bad one gives exactly that finding, the good one none."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from textwrap import dedent

import pytest

from bot.adapters.content.findings import Finding, Findings
from bot.adapters.content.library import load_content
from bot.adapters.papers import PaperMaker
from bot.authoring.lint.examples import EXAMPLE_DAY, Example
from bot.authoring.lint.inspection import inspect, rehearsed, renewals
from bot.authoring.lint.rule import Rule
from bot.authoring.lint.rules import EXCUSES, FAQ_RULES, REHEARSAL_RULES, RULES, SOURCE_RULES
from bot.authoring.rehearsal.checking import rehearse
from bot.authoring.rehearsal.scripts import load_scripts
from bot.matching.corpus import Corpus
from bot.matching.matcher import Matcher

PLAYED = [rule for rule in REHEARSAL_RULES if rule not in RULES]


def found(example: Example, root: Path, *, sources: bool = False, played: bool = False) -> Sequence[Finding]:
    """Everything an editor hears about this folder."""
    example.write(root)
    findings = Findings()
    content = load_content(root, findings)
    findings.extend(renewals(content, EXAMPLE_DAY) if sources else inspect(content, EXAMPLE_DAY))
    if played:
        library = content.library(Matcher.prepare(Corpus(entries=())), PaperMaker())
        findings.extend(rehearsed(content, rehearse(content.flows, load_scripts(root, findings), library)))
    return findings.items


@pytest.mark.parametrize("rule", [*RULES, *SOURCE_RULES, *PLAYED], ids=lambda rule: rule.id)
def test_the_bad_example_gives_this_finding_and_the_good_one_none(rule: Rule, tmp_path: Path) -> None:
    sources, played = rule in SOURCE_RULES, rule in PLAYED
    bad = found(rule.bad, tmp_path / "bad", sources=sources, played=played)
    assert [finding.code for finding in bad] == [rule.id], "\n".join(map(str, bad))
    good = found(rule.good, tmp_path / "good", sources=sources, played=played)
    assert [str(finding) for finding in good] == []
    assert rule.good.shown() != rule.bad.shown()
    assert rule.bad.shown()


EXCUSABLE = [(rule, name) for rule in FAQ_RULES if rule.excusable for name in (rule.id, *rule.before)]


@pytest.mark.parametrize(("rule", "name"), [pair for pair in EXCUSABLE if pair[0].id not in ("lengte", "ongebruikt")])
def test_allow_with_a_reason_excuses_and_without_a_reason_does_not(rule: Rule, name: str, tmp_path: Path) -> None:
    def heard(reason: str) -> list[str]:
        example = replace(rule.bad, question=f'{dedent(rule.bad.question)}\nallow:\n  {name}: "{reason}"\n')
        return [finding.code for finding in found(example, tmp_path / (reason or "none"))]

    assert heard("het kan niet anders") == []
    assert sorted(heard("")) == sorted([rule.id, "uitzondering"])


def test_a_long_answer_is_excused_and_a_long_title_never(tmp_path: Path) -> None:
    allow, words = 'allow:\n  lengte: "het moet erbij"\n', "Dit is een korte zin. " * 30
    answer = Example(question=f"{allow}answer:\n  nl: {words}\n  en: A short answer.\n")
    assert found(answer, tmp_path / "answer") == []
    title = Example(question=f"{allow}title:\n  nl: {words}\n  en: Short\n")
    assert [finding.code for finding in found(title, tmp_path / "title")] == ["lengte"]


@pytest.mark.parametrize("name", sorted({"leesbaarheid", "dubbele_vraag", "E201", *EXCUSES} - {"ongebruikt"}))
def test_a_term_is_excused_from_one_thing_only(name: str, tmp_path: Path) -> None:
    terms = f'terms:\n  - id: schoolarts\n    term: schoolarts\n    allow:\n      {name}: "zomaar"\n'
    assert [one.code for one in found(Example(files={"faq/glossary.yaml": terms}), tmp_path)] == ["uitzondering"]


def test_every_rule_is_a_file_of_its_name_and_stands_in_the_table_once() -> None:
    folder = Path(__file__).parents[2] / "bot" / "authoring" / "lint" / "rules"
    files = [path.stem for path in folder.glob("*/*.py") if path.stem != "__init__"]
    rules = [*RULES, *SOURCE_RULES, *PLAYED]
    assert sorted(files) == sorted(rule.id.lower() for rule in rules)
