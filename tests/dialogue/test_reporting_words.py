"""The report word for word, and each of the small ways in which figures, days and periods are said."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.adapters.content.texts import packaged_texts
from bot.dialogue.library import Library, Profile, Theme
from bot.dialogue.reporting import (
    all_figures,
    audiences_of,
    block_words,
    day,
    decimal,
    hours,
    lasting,
    names_of,
    per_block,
    per_week,
    short_day,
    themes_of,
    thousands,
    top,
    whole_block,
    worded,
)
from bot.domain.audience import Audience
from bot.domain.ids import EntryId, FlowId
from bot.flow.definition import Ask, Flow, Mark, Option, Say, Slot, SlotType
from bot.insight.names import ReportNames
from bot.insight.report import WEEK, Figure, Report, Score, Times
from bot.matching.corpus import Corpus
from bot.matching.matcher import Matcher
from tests.dialogue.test_reporting import BLOCK, END, FULL, said

FULL_TEXT = """\
**Cijfers van Steunpunt De Brug**
2 november t/m 29 november 2026 (4 weken)

**Vragen:** 1.200
Per week: 2 nov: 300 · 9 nov: 300 · 16 nov: 300 · 23 nov: 300
**Beantwoord:** 80% van de vragen over onze onderwerpen
**Ouders** kregen het vaakst antwoord over: Thuis zitten (1.200)
**Jongeren** kregen het vaakst antwoord over: Pesten (12 of meer)
**Wachten op een mens:** de helft wacht hooguit 8 minuten, negen van de tien hooguit 2 uur en 15 min (40 gesprekken)
**Cijfer voor gesprekken:** 4,3 van 5 (38 keer gegeven)
**Cijfer voor stap voor stap:** 3,8 van 5 (25 keer gegeven)
**Vaak geen antwoord op vragen in de buurt van:** Leerlingenvervoer (9), Net genoeg (5)

Onderwerpen, wachttijd en cijfers tellen we per vier weken tegelijk. Hier: 2 november t/m 29 november 2026.
Minder dan 5 laten we weg, zodat niemand te herkennen is."""

MANY = Report(
    since=BLOCK,
    until=BLOCK + WEEK * 9,
    weeks=tuple((BLOCK + WEEK * number, Figure(11 if number == 4 else 10)) for number in range(9)),
    blocks=(BLOCK, BLOCK + WEEK * 4),
    themes={
        "": {"x": Figure(6)},
        "ouder": {str(number): Figure(20 - number) for number in range(5)},
        "jongere": {"a": Figure(0, small=True)},
    },
)
MANY_TEXT = """\
**Cijfers van Steunpunt De Brug**
2 november 2026 t/m 3 januari 2027 (9 weken)

**Vragen:** 91
Drukste week: die van 30 november (11)
**Beantwoord:** nog niet te zeggen. Er is te weinig gevraagd, of een getal is te klein om te tonen.
**Ouders** kregen het vaakst antwoord over: 0 (20), 1 (19), 2 (18)
**Jongeren:** te weinig om te laten zien waarover
**–** kregen het vaakst antwoord over: x (6)
**Wachten op een mens:** minder dan 5 gesprekken, dus geen wachttijd
**Cijfers:** minder dan 5 keer gegeven, dus geen gemiddelde

Onderwerpen, wachttijd en cijfers tellen we per vier weken tegelijk. Hier: 2 november t/m 27 december 2026.
Minder dan 5 laten we weg, zodat niemand te herkennen is."""


def test_a_full_report_word_for_word() -> None:
    assert said(FULL, unanswered=(("Leerlingenvervoer", 9), ("Net genoeg", 5), ("Te klein", 4))) == FULL_TEXT


def test_a_long_period_word_for_word() -> None:
    assert said(MANY) == MANY_TEXT
    assert "Per week: " in said(replace(MANY, weeks=MANY.weeks[:8]))
    assert "Drukste week" not in said(replace(MANY, weeks=MANY.weeks[:8]))


def test_one_of_two_marks_is_enough() -> None:
    for only in ("talk_rating", "flow_rating"):
        text = said(replace(MANY, **{only: Score(7, 3.25, {})}))  # type: ignore[arg-type]  # both are marks
        assert "3,2 van 5 (7 keer gegeven)" in text
        assert "geen gemiddelde" not in text


def test_without_small_figures_nothing_is_said_of_them() -> None:
    shown = replace(MANY, themes={"ouder": {"a": Figure(6)}})
    assert "laten we weg" not in said(shown)
    assert said(shown) != said(MANY)
    guarded = replace(shown, feedback={"yes": Figure(0, guarded=True)})
    assert said(guarded).splitlines()[:-2] == said(shown).splitlines()[:-1]


def test_of_several_organisations_small_figures_are_sums() -> None:
    few = replace(FULL, weeks=((BLOCK, Figure(0, small=True)),))
    assert "**Vragen:** minder dan 5" in said(few)
    assert "**Vragen:** steeds minder dan 5" in said(few, ReportNames(organisation="Samen", members=("A", "B")))


def test_long_names_are_cut_and_a_long_report_says_less_until_it_fits() -> None:
    long = "z" * 61
    assert "**Cijfers van " + "z" * 59 + "…**" in said(FULL, ReportNames(organisation=long))
    assert "**Cijfers van " + "z" * 60 + "**" in said(FULL, ReportNames(organisation="z" * 60))
    themes = {str(a): {f"{n}" + "y" * 59: Figure(20 - n) for n in range(5)} for a in (*Audience, "", "x")}
    crowded = replace(FULL, themes=themes, blocks=tuple(BLOCK + WEEK * 8 * n for n in range(2)))
    text = said(crowded, unanswered=tuple((f"{n}" + "u" * 59, 9) for n in range(4)))
    assert len(text) <= 1500
    assert text.count("y" * 20) < 3 * 4
    assert text.count("u" * 20) < 3


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0, "1 minuut"), (0.4, "1 minuut"), (1.4, "1 minuut"), (1.6, "2 minuten"), (59.4, "59 minuten"),
        (59.6, "1 uur"), (60, "1 uur"), (61, "1 uur en 1 min"), (2879, "47 uur en 59 min"), (2880, "2 dagen"),
        (3599, "2 dagen"), (3601, "3 dagen"),
    ],
)  # fmt: skip
def test_how_long_in_words(minutes: float, words: str) -> None:
    assert lasting(minutes) == words


@pytest.mark.parametrize(
    ("figure", "numbers", "words"),
    [
        (Figure(0), 1, "0"), (Figure(1234567), 1, "1.234.567"), (Figure(7, small=True), 1, "7 of meer"),
        (Figure(7, guarded=True), 3, "7 of meer"), (Figure(0, guarded=True), 1, "weggelaten"),
        (Figure(0, small=True, guarded=True), 1, "weggelaten"), (Figure(0, small=True), 1, "minder dan 5"),
        (Figure(0, small=True), 2, "steeds minder dan 5"),
    ],
)  # fmt: skip
def test_figures_in_words(figure: Figure, numbers: int, words: str) -> None:
    assert worded(figure, numbers) == words


def test_days_hours_and_numbers_in_words() -> None:
    months = [short_day(date(2026, month, 3)) for month in range(1, 13)]
    assert months == [
        f"3 {m}" for m in ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
    ]
    assert (day(date(2026, 3, 9)), day(date(2026, 12, 9), year=True)) == ("9 maart", "9 december 2026")
    assert (hours(0), hours(23)) == ("0-1 uur", "23-24 uur")
    assert (decimal(3.25), decimal(4), thousands(999), thousands(1000)) == ("3,2", "4,0", "999", "1.000")


@pytest.mark.parametrize(
    ("blocks", "words"),
    [
        ([0], "2 november t/m 29 november 2026"),
        ([0, 4], "2 november t/m 27 december 2026"),
        ([0, 8], "2 november t/m 29 november 2026, 28 december 2026 t/m 24 januari 2027"),
        ([0, 4, 12], "2 november t/m 27 december 2026, 25 januari t/m 21 februari 2027"),
        ([], ""),
    ],
)
def test_blocks_in_words(blocks: list[int], words: str) -> None:
    assert block_words([BLOCK + WEEK * weeks for weeks in blocks]) == words


def test_of_how_many_numbers_a_figure_is_the_sum() -> None:
    alone, two = ReportNames(organisation="x"), ReportNames(organisation="x", members=("a", "b"))
    assert [per_week(alone), per_week(two)] == [1, 2]
    assert [per_block(MANY, alone), per_block(MANY, two)] == [2, 4]
    assert per_block(replace(MANY, blocks=()), alone) == 1


def test_the_block_of_a_report_without_whole_ones() -> None:
    early = replace(FULL, blocks=(), until=BLOCK + WEEK)
    assert whole_block(early) == (BLOCK, END)
    assert whole_block(replace(early, until=BLOCK + WEEK * 4)) == (BLOCK, END)
    assert whole_block(replace(early, until=BLOCK + WEEK * 5)) == (END, END + WEEK * 4)
    assert whole_block(replace(early, since=END, until=END)) == (END, END + WEEK * 4)


def test_the_largest_first_and_only_what_may_be_shown() -> None:
    figures = {"b": Figure(5), "a": Figure(5), "c": Figure(9), "klein": Figure(0, small=True), "d": Figure(1)}
    assert [name for name, _ in top(figures, 3)] == ["c", "a", "b"]
    assert [name for name, _ in top(figures, 9)] == ["c", "a", "b", "d"]
    assert audiences_of(replace(MANY, themes={"": {}, "zz": {}, "jongere": {}, "ouder": {}})) == [
        "ouder", "jongere", "", "zz",
    ]  # fmt: skip


def test_every_figure_is_looked_at() -> None:
    numbers = iter(range(1, 99))

    def one() -> dict[str, Figure]:
        return {"x": Figure(next(numbers))}

    report = Report(
        since=BLOCK, until=END, weeks=((BLOCK, Figure(next(numbers))),), outcomes=one(), audiences=one(),
        languages=one(), channels=one(), danger=one(), human=one(), feedback=one(), themes={"a": one()},
        entries={"a": one()}, flows={"a": one()}, steps={"a": one()}, marks={"a": one()}, moments={"a": one()},
        surveys={"a": one()}, waiting=Times(9, 1, 1), talk_rating=Score(5, 3, one()), flow_rating=Score(5, 3, one()),
    )  # fmt: skip
    assert sorted(figure.value for figure in all_figures(report)) == list(range(1, 18))


def test_what_the_ids_are_called() -> None:
    slot = Slot(
        name="k", type=SlotType.CHOICE, label={"nl": "Keuze"}, options=(Option(id="a", label={"nl": "Eerste"}),)
    )
    flow = Flow(
        id=FlowId("f"), title={"nl": "Gesprek"}, audiences=frozenset(Audience), slots={"k": slot},
        steps=(Say(id="s", text={"nl": "x"}), Ask(id="q", slot="k", text={"nl": "?"}), Mark(id="m", name="geholpen")),
    )  # fmt: skip
    themes = {
        Audience.PARENT: (
            Theme(id="thuis", title={"nl": "Thuis"}, entries=(EntryId("e"), EntryId("f"))),
            Theme(id="later", title={"nl": "Later"}, entries=(EntryId("e"),)),
        )
    }
    library = Library(
        entries={}, texts=packaged_texts(), matcher=Matcher.prepare(Corpus(entries=())), themes=themes,
        profile=Profile(name="De Brug", phone="1", email="a@b.example"), contacts={}, flows={flow.id: flow},
    )  # fmt: skip
    names = names_of(library)
    assert names.organisation == "De Brug"
    assert [names.title("flows", "f", end) for end in ("started", "ended")] == ["Gesprek", "Gesprek"]
    assert [names.title("steps", "f/q", end) for end in ("reached", "left")] == ["Gesprek: Keuze", "Gesprek: Keuze"]
    assert names.title("steps", "f/s", "reached") == "f/s"
    assert names.title("marks", "geholpen", "f") == "Gesprek: geholpen"
    assert names.title("surveys", "a", "f/k") == "Keuze: Eerste"
    assert names.title("themes", "thuis", "ouder") == "Thuis"
    assert names.title("moments", "6", "question/day") != "6"
    assert names.title("moments", "23", "human/hour") != "23"
    assert names.title("moments", "24", "human/hour") == "24"
    # Of an answer in two themes the first of the menu counts.
    assert themes_of(library) == {("ouder", "e"): "thuis", ("ouder", "f"): "thuis"}
    assert timedelta(weeks=1) == WEEK
