"""The screen over the packaged signals: what must be heard, what must not alarm, and what never changes that."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.safety.assessment import Category, Level
from bot.safety.screen import Screen
from tests.safety.packaged import packaged_screen

LEVELS = list(Level)


@pytest.fixture(scope="module")
def screen() -> Screen:
    return packaged_screen()


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("ik wil niet meer leven", Category.SUICIDE),
        ("Ik wil DOOD!!", Category.SUICIDE),
        ("i k w i l . z e l f m o o r d", Category.SUICIDE),
        ("kwil niemeer leve, egt ik wil dood", Category.SUICIDE),
        ("i want to die", Category.SUICIDE),
        ("denk elke avond aan doodgaan", Category.SUICIDE),
        ("ik snijd mezelf als het te veel wordt", Category.SELF_HARM),
        ("me vader slaat me elke dag", Category.UNSAFE_HOME),
        ("mijn stiefvader mishandeldt mij", Category.UNSAFE_HOME),
        ("mijn oom heeft aan mij gezeten", Category.SEXUAL_VIOLENCE),
        ("ik ben verkragt", Category.SEXUAL_VIOLENCE),
        ("hij heeft een mes en komt eraan", Category.ACUTE_DANGER),
        ("ik verveel me dood maar ik wil ook echt niet meer leven", Category.SUICIDE),
        ("hoe vraag ik een tlv aan, en trouwens ik wil dood", Category.SUICIDE),
    ],
)
def test_danger_is_heard(screen: Screen, text: str, category: Category) -> None:
    assessment = screen.assess(text)
    assert assessment.level.alarming, assessment
    assert assessment.category is category


@pytest.mark.parametrize(
    "text",
    [
        "ik verveel me dood",
        "dat tentamen was moord",
        "mijn telefoon is dood",
        "ik schaam me dood voor mijn cijfer",
        "ik moet een werkstuk maken over zelfmoord",
        "de leerkracht zegt dat mijn zoon druk is",
        "zijn telefoon is een week ingenomen door school, mag dat",
        "naar wie stap ik nu",
        "ik heb me gesneden met koken",
        "we gaan op kamp en slapen buiten",
        "hoe vraag ik een tlv aan",
        "mijn dochter wordt gepest in de app",
    ],
)
def test_ordinary_words_do_not_alarm(screen: Screen, text: str) -> None:
    assert not screen.assess(text).level.alarming


def test_a_denial_lowers_but_never_cancels(screen: Screen) -> None:
    assert screen.assess("ik wil niet dood hoor").level is Level.CONCERN


def test_a_friend_in_danger_is_recognised_as_somebody_else(screen: Screen) -> None:
    assessment = screen.assess("mijn beste vriendin appt dat ze dood wil")
    assert assessment.level.alarming
    assert assessment.about_other


def test_after_an_alarm_a_worry_weighs_more(screen: Screen) -> None:
    assert screen.assess("ik kan niet meer").level is Level.CONCERN
    assert screen.assess("ik kan niet meer", earlier=Level.CRISIS).level is Level.CRISIS


def test_reasons_are_names_and_never_words_of_the_person(screen: Screen) -> None:
    assessment = screen.assess("ik wil dood en mijn hond heet Bello")
    assert assessment.reasons
    assert "Bello" not in str(assessment.reasons)


@settings(deadline=None)
@given(st.text(max_size=300), st.sampled_from(LEVELS))
def test_no_text_breaks_the_screen_and_an_earlier_alarm_never_calms(screen: Screen, text: str, earlier: Level) -> None:
    order = [Level.NONE, Level.CONCERN, Level.CRISIS, Level.ACUTE]
    calm, after = screen.assess(text), screen.assess(text, earlier=earlier)
    assert order.index(after.level) >= order.index(calm.level)


@settings(deadline=None)
@given(
    st.sampled_from(["ik wil dood", "ik wil niet meer leven", "mijn vader slaat me", "ik snijd mezelf"]),
    st.text(alphabet=" !.?\n", max_size=6),
    st.booleans(),
)
def test_shouting_and_punctuation_hide_nothing(screen: Screen, text: str, around: str, loud: bool) -> None:
    assert screen.assess(around + (text.upper() if loud else text) + around).level.alarming
