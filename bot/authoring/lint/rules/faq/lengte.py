"""A title fits on a button, an answer on a phone."""

from collections.abc import Iterator
from dataclasses import replace

from bot.adapters.content.entries import LocatedEntry
from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Look, Problem, Rule, each_question, in_question

_TITLE, _ANSWER, _MORE = 60, 600, 1500


def _check(located: LocatedEntry, _look: Look) -> Iterator[Problem]:
    entry = located.entry
    for title in entry.title.values():
        if len(title) > _TITLE:
            what, advice = f"de titel heeft {len(title)} tekens", f"hooguit {_TITLE}, want hij staat op een knop"
            # Nothing excuses it: a button has no room.
            yield replace(in_question(located, "title", what, advice), allow=None)
    for field, texts, most in (("answer", entry.answer, _ANSWER), ("more", entry.more, _MORE)):
        for language, text in texts.items():
            if len(text) > most:
                what = f"'{field}' in {language} heeft {len(text)} tekens"
                yield in_question(located, field, what, f"hooguit {most}; zet de rest in 'more' of een eigen vraag")


RULE = Rule(
    id="lengte",
    means="een titel is langer dan 60 tekens, een antwoord langer dan 600, of Meer langer dan 1500",
    mend="maak het korter, of zet de rest in `more`; een antwoord mag `allow:` met `lengte:` en waarom",
    excusable=True,
    before=("length",),
    good=Example(
        question="""
            title:
              nl: Wat doet de schoolarts?
              en: What does the school doctor do?
            """
    ),
    bad=Example(
        question="""
            title:
              nl: Wat doet de schoolarts als die op school langskomt, en mag ik erbij zijn?
              en: What does the school doctor do?
            """
    ),
    check=each_question(_check),
)
