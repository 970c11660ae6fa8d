"""What ``allow`` names can be excused, and a reason stands behind it."""

from collections.abc import Iterator, Mapping

from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Look, Problem, Rule, in_question


def _check(look: Look) -> Iterator[Problem]:
    for located in look.content.entries:
        for what, advice in _wrong(located.allow, look.excuses):
            yield in_question(located, "allow", what, advice)
    for term in look.content.glossary.located:
        for what, advice in _wrong(term.allow, {"ongebruikt"}):
            yield Problem(file=term.file, line=term.line, what=f"{term.forms[0]}: {what}", advice=advice)


def _wrong(allow: Mapping[str, str], known: frozenset[str] | set[str]) -> Iterator[tuple[str, str]]:
    for name, reason in allow.items():
        if name not in known:
            yield f"'{name}' kan niet bij allow", f"kies uit {', '.join(sorted(known))}"
        elif not reason:
            yield f"bij '{name}' onder allow staat geen reden", "schrijf in een paar woorden waarom het zo blijft"


RULE = Rule(
    id="uitzondering",
    means="onder `allow:` staat een code die daar niet kan, of een code zonder reden",
    mend="neem de code over die `check` achter de melding zet, met een reden erachter",
    good=Example(
        question="""
            allow:
              leesbaar: "de naam van een wet"
            """
    ),
    bad=Example(
        question="""
            allow:
              leesbaarheid: "de naam van een wet"
            """
    ),
    check=_check,
)
