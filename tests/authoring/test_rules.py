"""Each rule says by example what it finds: the bad one gives exactly that finding, the good one none."""

import ast
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from textwrap import dedent

import pytest

from bot.adapters.content.findings import Finding, Findings
from bot.adapters.content.library import load_content
from bot.app.cli import main
from bot.authoring.lint.examples import EXAMPLE_DAY, Example
from bot.authoring.lint.explaining import renew_lists
from bot.authoring.lint.inspection import inspect, rehearsed, renewals
from bot.authoring.lint.rule import Rule
from bot.authoring.lint.rules import EVERY_RULE, EXCUSES, FAQ_RULES, REHEARSAL_RULES, RULES, SOURCE_RULES
from bot.authoring.rehearsal.checking import rehearse
from bot.authoring.rehearsal.scripts import load_scripts
from bot.matching.corpus import Corpus
from bot.matching.matcher import Matcher

ROOT = Path(__file__).parents[2]
PLAYED = [rule for rule in REHEARSAL_RULES if rule not in RULES]


def found(example: Example, root: Path, *, sources: bool = False, played: bool = False) -> Sequence[Finding]:
    """Everything an editor hears about this folder."""
    example.write(root)
    findings = Findings()
    content = load_content(root, findings)
    findings.extend(renewals(content, EXAMPLE_DAY) if sources else inspect(content, EXAMPLE_DAY))
    if played:
        library = content.library(Matcher.prepare(Corpus(entries=())))
        findings.extend(rehearsed(content, rehearse(content.flows, load_scripts(root, findings), library)))
    return findings.items


@pytest.mark.parametrize("rule", [*EVERY_RULE.values()], ids=lambda rule: rule.id)
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
    folder = ROOT / "bot" / "authoring" / "lint" / "rules"
    # `id.py` would hide a word of Python.
    files = [path.stem.rstrip("_") for path in folder.glob("*/*.py") if path.stem != "__init__"]
    assert sorted(files) == sorted(rule.id.lower() for rule in EVERY_RULE.values())


def codes_given() -> Iterator[str]:
    """Every code that the reading of files gives: what stands where a call has its code."""
    for path in [*(ROOT / "bot" / "adapters" / "content").glob("*.py"), *(ROOT / "bot" / "authoring").rglob("*.py")]:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        places = {"error": 2, "warn": 2}
        for made in ast.walk(tree):
            names = [one.arg for one in made.args.args] if isinstance(made, ast.FunctionDef) else []
            if isinstance(made, ast.FunctionDef) and "code" in names:
                places[made.name] = names.index("code") - (names[0] == "self")
        for call in ast.walk(tree):
            if isinstance(call, ast.Call):
                name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
                given = call.args[places[name] : places[name] + 1] if name in places else []
                given += [one.value for one in call.keywords if one.arg == "code"]
                yield from (one.value for one in given if isinstance(one, ast.Constant) and isinstance(one.value, str))


def test_every_code_can_be_explained() -> None:
    given = set(codes_given())
    assert len(given) > 50
    # No example can show them: a folder that is not there, and a file that is no text.
    assert given - set(EVERY_RULE) == {"map", "tekens"}


def test_what_editors_read_is_plain_dutch_that_fits_in_a_sentence() -> None:
    for rule in EVERY_RULE.values():
        for text in (rule.means, rule.mend):
            assert text[0] == text[0].lower() or text.startswith(("`", "Meer")), rule.id
            assert not text.endswith("."), rule.id


def test_the_lists_in_the_documentation_are_those_of_the_rules(tmp_path: Path) -> None:
    for name in ("editor.md", "flows.md"):
        (tmp_path / name).write_text((ROOT / "docs" / name).read_text(encoding="utf-8"), encoding="utf-8")
    assert renew_lists(tmp_path) == [], "renew them: .venv/bin/python -m bot.authoring.lint"


def test_explaining_a_code_shows_both_examples(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--explain", "e407"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("E407 (fout)\n")
    assert "nl: Stop" in said.split("Goed:")[0]
    assert "nl: Weken" in said.split("Goed:")[1]
    assert main(["check", "--explain", "readability"]) == 0
    assert "leesbaar" in capsys.readouterr().out
    assert main(["check", "--explain"]) == 0
    assert {line.split()[0] for line in capsys.readouterr().out.splitlines()[:-2]} == set(EVERY_RULE)
    assert main(["check", "--explain", "leesbar"]) == 1
    assert "Bedoel je leesbaar?" in capsys.readouterr().err
