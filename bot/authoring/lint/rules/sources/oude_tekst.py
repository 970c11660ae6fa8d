"""For as long as the present text of an article is not read: which one was, and what was checked in its place."""

from collections.abc import Iterator

from bot.adapters.content.findings import Severity
from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Look, Problem, Rule


def _check(look: Look) -> Iterator[Problem]:
    for article in look.content.register.articles:
        located = [look.entries[name] for name in article.entries if name in look.entries]
        if not article.is_behind(look.today):
            continue
        text = f"de tekst van {article.read}" if article.read is not None else "geen tekst"
        for one in located:
            days = [str(source.checked) for source in one.entry.sources if source.title == article.instead]
            page = f"'{article.instead}' ({days[0]})" if days else "niets"
            yield Problem(
                file=article.file,
                line=article.line,
                what=f"{one.entry.id}: van {article} is {text} gelezen; in plaats daarvan is nagekeken: {page}",
                advice="lees de tekst van nu zodra die er is; zet 'date' op die dag en haal 'changed' en 'instead' weg",
            )


_SOURCES = """
sources:
  - title: Leerplichtwet 1969, artikel 11a
    url: https://wetten.overheid.nl/BWBR0002628
    checked: "2026-11-01"
  - title: Rijksoverheid, leerplicht
    url: https://www.rijksoverheid.nl/
    checked: "2026-11-01"
"""
_REGISTER = """\
articles:
  - law: Leerplichtwet 1969
    bwb: BWBR0002628
    article: "11a"
    checked: "2026-11-01"
    {more}
    entries: [voorbeeld]
"""

RULE = Rule(
    id="oude_tekst",
    means="van een artikel is de tekst van nu nog niet gelezen; een andere bron is nagekeken in plaats daarvan",
    mend="lees de tekst van nu zodra die er is; zet `date` op die dag en haal `changed` en `instead` weg",
    severity=Severity.HINT,
    good=Example(question=_SOURCES, files={"faq/bronnen.yaml": _REGISTER.format(more='date: "2026-01-01"')}),
    bad=Example(
        question=_SOURCES, files={"faq/bronnen.yaml": _REGISTER.format(more="instead: Rijksoverheid, leerplicht")}
    ),
    check=_check,
)
