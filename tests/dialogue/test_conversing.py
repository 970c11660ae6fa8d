"""The dialogue, pure: what is said to whom, and that there is always a way on."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.adapters.content.texts import packaged_texts
from bot.dialogue.conversing import Conversing
from bot.dialogue.library import Contact, Library, Meaning, Profile, SafetyAnswer, Theme
from bot.dialogue.opening import Schedule
from bot.domain.alarms import Alarm, AlarmKind
from bot.domain.audience import Audience
from bot.domain.conversation import Conversation
from bot.domain.effects import AnswerPress, Count, Priority, Relay, RelayEdit, SendFile, SendStaff, SendText, SetTimer
from bot.domain.ids import (
    DUTCH,
    ENGLISH,
    ContactId,
    EntryId,
    MessageId,
    PressId,
    VisitorKey,
)
from bot.domain.inbound import (
    ChoicePressed,
    CommandReceived,
    Inbound,
    Left,
    MediaKind,
    MediaReceived,
    MessageEdited,
    Reacted,
    Returned,
    TextReceived,
    WaitExpired,
)
from bot.domain.tally import Measure
from bot.matching.corpus import Corpus, SmallTalk
from bot.matching.entry import Approval, Entry, Source
from bot.matching.matcher import Matcher
from bot.safety.assessment import Category, Level
from bot.safety.screen import Screen
from bot.safety.signals import Pattern, Signals
from bot.testing.driver import ConversationDriver

NOW = datetime(2026, 11, 23, 14, 5, tzinfo=UTC)
VISITOR = VisitorKey("v")


def entry(name: str, title: str, *questions: str, **changes: object) -> Entry:
    values: dict[str, object] = {
        "id": EntryId(name),
        "audiences": frozenset({Audience.PARENT}),
        "title": {DUTCH: title, ENGLISH: f"{title} (en)"},
        "questions": {DUTCH: questions},
        "answer": {DUTCH: f"Antwoord over {name}. {{contact:lijn}}", ENGLISH: f"Answer about {name}."},
        "sources": (Source(title="Een bron", url="https://bron.example/", checked=date(2026, 11, 1)),),
    }
    return Entry(**{**values, **changes})  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def library() -> Library:
    tlv = entry(
        "tlv_aanvragen",
        "Hoe vraag je een TLV aan?",
        "hoe vraag ik een tlv aan",
        "wie vraagt de toelaatbaarheidsverklaring aan",
        "mijn kind moet naar het speciaal onderwijs",
        related=(EntryId("thuis"),),
        more={DUTCH: "Nog meer over de TLV."},
    )
    thuis = entry("thuis", "Mijn kind zit thuis", "mijn zoon zit al weken thuis", "hij gaat niet meer naar school")
    gepest = entry(
        "gepest", "Ik word gepest", "ik word gepest", "ze doen gemeen tegen mij", audiences=frozenset({Audience.YOUTH})
    )
    entries = (tlv, thuis, gepest)
    talk = SmallTalk(id="thanks", phrasings={DUTCH: ("dankjewel", "bedankt", "super bedankt")})
    corpus = Corpus(
        entries=entries,
        smalltalk=(talk,),
        not_for_us={DUTCH: ("wat voor weer wordt het", "los deze som op", "wie wint de wedstrijd")},
    )
    death = Pattern(id="dood", category=Category.SUICIDE, level=Level.CRISIS, expression=re.compile(r"\bik wil dood\b"))
    sad = Pattern(
        id="op", category=Category.SUICIDE, level=Level.CONCERN, expression=re.compile(r"\bik kan niet meer\b")
    )
    line = Contact(
        id=ContactId("lijn"),
        name={"nl": "De Lijn"},
        phone="0800-1234",
        schedule=Schedule(days={day: ((NOW.time().replace(hour=9), NOW.time().replace(hour=21)),) for day in range(7)}),
    )
    return Library(
        entries={item.id: item for item in entries},
        texts=packaged_texts(),
        matcher=Matcher.prepare(corpus),
        profile=Profile(name="Steunpunt Test", phone="000-111", email="a@b.example"),
        contacts={line.id: line},
        themes={Audience.PARENT: (Theme(id="regels", title={"nl": "Regels"}, entries=(tlv.id, thuis.id)),)},
        smalltalk={"thanks": {"nl": "Graag gedaan."}},
        screen=Screen(Signals(patterns=(death, sad))),
    )


class Talk(ConversationDriver):
    """One person talking, whose telephone speaks this language; what each line gets is looked at."""

    def __init__(self, library: Library, *, language: str | None = "nl") -> None:
        super().__init__(library, NOW, somebody=VISITOR, language=language)

    @property
    def cause(self) -> str:
        return ""  # No answer asks for an opinion.

    @property
    def state(self) -> Conversation:
        return self.conversation(VISITOR)

    @state.setter
    def state(self, state: Conversation) -> None:
        self.states[VISITOR] = state.to_json()

    def hears(self, inbound: Inbound) -> list[SendText]:
        return [effect for effect in self.happens(inbound).effects if isinstance(effect, SendText)]

    def says(self, text: str) -> SendText:
        said = self.hears(TextReceived(text=text, message=MessageId(1)))
        return (said or self.hears(WaitExpired(alarm=Alarm(AlarmKind.GATHER))))[-1]

    def commands(self, name: str, argument: str = "") -> SendText:
        return self.hears(CommandReceived(name=name, argument=argument, message=MessageId(1)))[-1]

    def taps(self, label: str) -> SendText:
        choice = next(offer.choice for offer in self.state.offers if offer.label == label)
        return self.hears(ChoicePressed(choice=choice, press=PressId("p"), message=MessageId(1)))[-1]


def labels(message: SendText) -> list[str]:
    return [button.label for row in message.buttons for button in row]


def test_start_asks_who_is_there_and_offers_the_other_language(library: Library) -> None:
    welcome = Talk(library).commands("start")
    assert "Ik ben een computer" in welcome.text
    assert labels(welcome)[:3] == ["Ik ben ouder of verzorger", "Ik ben jongere", "English"]
    assert set(labels(welcome)[3:]) == {"Türkçe", "العربية", "Polski", "Українська"}


def test_a_parent_chooses_and_sees_the_menu_and_a_theme(library: Library) -> None:
    talk = Talk(library)
    talk.commands("start")
    assert "Regels" in labels(talk.taps("Ik ben ouder of verzorger"))
    theme = talk.taps("Regels")
    assert "Hoe vraag je een TLV aan?" in labels(theme)
    assert "Antwoord over tlv_aanvragen" in talk.taps("Hoe vraag je een TLV aan?").text


@pytest.mark.parametrize("typed", ["ouder", "Ik ben ouder", "ik ben een moeder", "1", "ik ben ouder of verzorgr"])
def test_a_button_may_be_typed(library: Library, typed: str) -> None:
    talk = Talk(library)
    talk.commands("start")
    assert "Regels" in labels(talk.says(typed))
    assert talk.state.audience is Audience.PARENT


def test_a_question_gets_its_answer_with_source_and_ways_on(library: Library) -> None:
    answer = Talk(library).says("hoe vraag ik een tlv aan?")
    assert "Antwoord over tlv_aanvragen. De Lijn (0800-1234)" in answer.text
    assert "[Een bron](https://bron.example/) (nagekeken op 01-11-2026)" in answer.text
    assert labels(answer) == ["Meer hierover", "Mijn kind zit thuis", "Menu", "Praat met een mens", "SOS"]


def test_a_large_theme_opens_in_parts(library: Library) -> None:
    parts = (
        Theme(id="papieren", title={"nl": "Papieren"}, entries=(EntryId("tlv_aanvragen"),)),
        Theme(id="thuis", title={"nl": "Thuis"}, entries=(EntryId("thuis"),)),
    )
    both = tuple(entry for part in parts for entry in part.entries)
    large = Theme(id="regels", title={"nl": "Regels"}, entries=both, groups=parts)
    talk = Talk(replace(library, themes={Audience.PARENT: (large,)}))
    talk.says("ik ben een ouder")
    talk.says("menu")
    assert labels(talk.taps("Regels"))[:2] == ["Papieren", "Thuis"]
    assert "Hoe vraag je een TLV aan?" in labels(talk.taps("Papieren"))


def test_the_dutch_answer_says_who_looked_it_over(library: Library) -> None:
    tlv = library.entries[EntryId("tlv_aanvragen")]
    approved = replace(tlv, approved=Approval(by="M. de Wit, jurist", on=date(2026, 12, 1)))
    looked = replace(library, entries={**library.entries, tlv.id: approved})
    said = "*Nagekeken door M. de Wit, jurist op 01-12-2026.*"
    assert said in Talk(looked).says("hoe vraag ik een tlv aan").text
    assert said not in Talk(library).says("hoe vraag ik een tlv aan").text
    english = Talk(looked, language="en").commands("start", "faq_tlv_aanvragen").text
    assert "Answer about tlv_aanvragen" in english
    assert "M. de Wit" not in english


def test_the_longer_part_and_a_related_question_are_one_tap_away(library: Library) -> None:
    talk = Talk(library)
    talk.says("hoe vraag ik een tlv aan")
    assert talk.taps("Meer hierover").text == "Nog meer over de TLV."
    talk.says("hoe vraag ik een tlv aan")
    assert "Antwoord over thuis" in talk.taps("Mijn kind zit thuis").text


def test_what_is_not_ours_is_refused_honestly_and_then_a_human_is_offered(library: Library) -> None:
    talk = Talk(library)
    assert "Dit weet ik niet" in talk.says("xqzt wrbl").text
    second = talk.says("blorp fnarg")
    assert "mens" in second.text
    assert "Praat met een mens" in labels(second)


def test_thanks_get_a_friendly_word(library: Library) -> None:
    assert Talk(library).says("dankjewel").text == "Graag gedaan."


def test_an_edit_and_a_caption_are_answered_like_a_message(library: Library) -> None:
    talk = Talk(library)
    edited = talk.hears(MessageEdited(text="hoe vraag ik een tlv aan", message=MessageId(1)))[-1]
    assert "Antwoord over tlv_aanvragen" in edited.text
    caption = MediaReceived(kind=MediaKind.PHOTO, caption="mijn zoon zit al weken thuis", message=MessageId(2))
    assert "Antwoord over thuis" in talk.hears(caption)[-1].text


@pytest.mark.parametrize("kind", list(MediaKind))
def test_what_cannot_be_read_gets_an_honest_answer(library: Library, kind: MediaKind) -> None:
    message = Talk(library).hears(MediaReceived(kind=kind, caption="", message=MessageId(1)))[-1]
    assert ("Typ je vraag" if kind is MediaKind.VOICE else "Kun je je vraag typen?") in message.text
    assert "Praat met een mens" in labels(message)


def test_the_chosen_language_stays(library: Library) -> None:
    talk = Talk(library)
    talk.commands("start")
    assert "English" in talk.taps("English").text
    assert (
        "Answer about thuis" in talk.hears(ChoicePressed(choice="faq:thuis", press=PressId("p"), message=None))[-1].text
    )
    assert "Nederlands" in labels(talk.commands("taal"))


def test_the_language_of_the_phone_is_a_hint_only(library: Library) -> None:
    assert "I am a computer" in Talk(library, language="en").commands("start").text
    assert "Ik ben een computer" in Talk(library, language="fr").commands("start").text
    assert "Ik ben een computer" in Talk(library, language=None).commands("start").text


@pytest.mark.parametrize(
    ("payload", "expected"),
    [
        ("faq_thuis", "Antwoord over thuis"),
        ("ouder", "Fijn dat je er bent"),
        ("jongere", "Je hoeft niet te zeggen hoe je heet"),
        ("en", "let us go on in English"),
        ("faq_bestaat_niet", "Ik ben een computer"),
        ("'; DROP TABLE", "Ik ben een computer"),
    ],
)
def test_deep_links(library: Library, payload: str, expected: str) -> None:
    talk = Talk(library)
    assert expected in talk.commands("start", payload).text


@pytest.mark.parametrize("forged", ["", "x", "faq:bestaat_niet", "theme:weg", "audience:baas", "lang:xx", "🙂" * 9])
def test_an_old_or_forged_button_leads_back_to_the_menu(library: Library, forged: str) -> None:
    turn = Talk(library).happens(ChoicePressed(choice=forged, press=PressId("p"), message=None))
    assert isinstance(turn.effects[0], AnswerPress)
    assert any(isinstance(effect, SendText) and effect.buttons for effect in turn.effects)


def test_danger_comes_before_everything_and_staff_hear_the_kind_only(library: Library) -> None:
    talk = Talk(library)
    turn = talk.happens(TextReceived(text="hoe vraag ik een tlv aan, ik wil dood", message=MessageId(1)))
    answer, counted, alert, reminder = turn.effects
    assert isinstance(counted, Count)
    assert (counted.measure, counted.audience) == (Measure.DANGER, "")
    assert isinstance(reminder, SetTimer)
    assert isinstance(answer, SendText)
    assert answer.priority is Priority.CRISIS
    assert answer.text.startswith("**Bel 113**")
    assert "Ik bedoelde iets anders" in labels(answer)
    assert isinstance(alert, SendStaff)
    assert "niet meer willen leven" in alert.text
    assert "tlv" not in alert.text


def test_the_long_text_is_not_repeated_within_half_an_hour_but_never_silence(library: Library) -> None:
    talk = Talk(library)
    first = talk.says("ik wil dood").text
    second = talk.says("ik wil dood").text
    assert first != second
    assert "112" in second
    assert "113" in second
    talk.now += timedelta(minutes=31)
    assert talk.says("ik wil dood").text == first


def test_a_worry_is_asked_about_and_weighs_heavier_after_an_alarm(library: Library) -> None:
    talk = Talk(library)
    worry = talk.says("ik kan niet meer")
    assert "Dat klinkt heftig" in worry.text
    assert "113" in worry.text
    talk.says("ik wil dood")
    talk.now += timedelta(minutes=59)
    assert talk.says("ik kan niet meer").text.startswith("**Bel 113**")
    talk.now += timedelta(hours=1)
    assert "Dat klinkt heftig" in talk.says("ik kan niet meer").text


def test_a_worry_beside_a_clear_question_is_asked_about_and_the_question_is_answered(library: Library) -> None:
    alarmed = Pattern(id="op", category=Category.SUICIDE, level=Level.CONCERN, expression=re.compile(r"\bal weken\b"))
    talk = Talk(replace(library, screen=Screen(Signals(patterns=(alarmed,)))))
    worry, answer = talk.hears(TextReceived(text="mijn zoon zit al weken thuis", message=MessageId(1)))
    assert "113" in worry.text
    assert "hieronder antwoord" in worry.text
    assert "Antwoord over thuis" in answer.text
    assert "begreep ik je verkeerd" in talk.taps("Ik bedoelde iets anders").text
    (only,) = talk.hears(TextReceived(text="al weken blauw en paars", message=MessageId(2)))
    assert "113" in only.text


def test_i_meant_something_else_leads_back(library: Library) -> None:
    talk = Talk(library)
    talk.says("ik wil dood")
    assert "begreep ik je verkeerd" in talk.taps("Ik bedoelde iets anders").text


def test_an_approved_text_replaces_the_core_text(library: Library) -> None:
    from dataclasses import replace

    approved = SafetyAnswer(level=Level.CRISIS, category=Category.SUICIDE, text={"nl": "Goedgekeurd. Bel 113."})
    talk = Talk(replace(library, safety_answers=(approved,)))
    assert talk.says("ik wil dood").text == "Goedgekeurd. Bel 113."


def test_sos_needs_no_words(library: Library) -> None:
    assert Talk(library).commands("sos").priority is Priority.CRISIS


def test_who_left_is_remembered_until_they_come_back(library: Library) -> None:
    talk = Talk(library)
    assert talk.happens(Left()).effects == ()
    assert talk.state.gone
    talk.happens(Returned())
    assert not talk.state.gone
    talk.happens(Left())
    talk.says("hoi")
    assert not talk.state.gone


def test_an_apology_names_a_way_to_a_human(library: Library) -> None:
    told, warning = Conversing(library).apologise(None).effects
    assert isinstance(told, SendText)
    assert told.priority is Priority.CRISIS
    assert all(number in told.text for number in ("000-111", "112", "113"))
    # Nobody knows what was in it, so somebody must look.
    assert isinstance(warning, SendStaff)
    assert warning.priority is Priority.CRISIS


inbounds = st.one_of(
    st.builds(TextReceived, text=st.text(max_size=80), message=st.just(MessageId(1))),
    st.builds(
        TextReceived,
        text=st.sampled_from(["ik wil dood", "tlv", "dankjewel", "1", "2", "menu", "Geen van deze", "/", "?!"]),
        message=st.just(MessageId(1)),
    ),
    st.builds(
        CommandReceived,
        name=st.sampled_from(["start", "menu", "help", "taal", "mens", "sos", "privacy", "weg", "onzin"]),
        argument=st.text(max_size=20),
        message=st.just(MessageId(1)),
    ),
    st.builds(
        ChoicePressed,
        choice=st.one_of(
            st.text(max_size=20),
            st.sampled_from(
                [
                    "menu",
                    "theme:regels",
                    "faq:thuis",
                    "none",
                    "human",
                    "sos",
                    "lang:en",
                    "deel:bare",
                    "deel:all",
                    "einde",
                    "wis:ja",
                ]
            ),
        ),
        press=st.just(PressId("p")),
        message=st.just(None),
    ),
    st.builds(
        MediaReceived, kind=st.sampled_from(MediaKind), caption=st.text(max_size=20), message=st.just(MessageId(1))
    ),
    st.builds(MessageEdited, text=st.text(max_size=40), message=st.just(MessageId(1))),
)
silent = st.sampled_from(
    [Left(), Returned(), WaitExpired(alarm=Alarm(AlarmKind.WAITING, "x")), Reacted(emoji="👍", message=MessageId(1))]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(inbounds, silent), max_size=12))
def test_whatever_happens_everybody_gets_an_answer_with_a_way_on(library: Library, story: list[Inbound]) -> None:
    talk = Talk(library)
    for inbound in story:
        if isinstance(inbound, ChoicePressed) and inbound.choice.startswith("deel:"):
            # The button that stands there now; the bare one is an old one.
            given = [offer.choice for offer in talk.state.offers if offer.choice.startswith(f"{inbound.choice}_")]
            inbound = replace(inbound, choice=given[0]) if given else inbound
        turn = talk.happens(inbound)
        if talk.state.pending:
            assert [type(effect) for effect in turn.effects] == [SetTimer]
            turn = talk.happens(WaitExpired(alarm=Alarm(AlarmKind.GATHER)))
        if isinstance(inbound, MessageEdited) and not inbound.text.strip():
            assert turn.effects == ()  # A change that leaves no words says nothing.
            continue
        said = [effect for effect in turn.effects if isinstance(effect, SendText | SendFile)]
        if isinstance(inbound, Left | Returned | WaitExpired | Reacted):
            assert said == []
            continue
        if any(isinstance(effect, Relay | RelayEdit) for effect in turn.effects):
            continue  # A human reads it.
        assert said, inbound
        # After a quick exit the screen says as little as possible.
        if not (isinstance(inbound, CommandReceived) and inbound.name == "weg"):
            assert said[-1].buttons
        for message in said:
            assert (message.text if isinstance(message, SendText) else message.caption).strip()
            for row in message.buttons:
                for button in row:
                    assert button.label.strip()
                    assert button.url or len((button.choice or "").encode()) in range(1, 65)


def test_a_parent_and_a_child_on_one_phone_do_not_see_each_other(library: Library) -> None:
    talk = Talk(library)
    talk.happens(ChoicePressed(choice="audience:ouder", press=PressId("p"), message=None))
    talk.says("hoe vraag ik een tlv aan")
    assert talk.state.last_entry is not None
    talk.happens(ChoicePressed(choice="audience:jongere", press=PressId("p"), message=None))
    assert talk.state.last_entry is None
    assert talk.state.last_question is None
    assert talk.state.flow == ""


def test_a_word_is_explained_when_somebody_asks_what_it_means(library: Library) -> None:
    meaning = Meaning("speciaal basisonderwijs", {"nl": "Basisschool met kleinere groepen."}, None)
    explained = replace(library, meanings={"sbo": meaning, "speciaal basisonderwijs": meaning})
    talk = Talk(explained)
    for question in ("Wat is SBO?", "wat betekent sbo", "wat is het speciaal basisonderwijs eigenlijk?"):
        assert "kleinere groepen" in talk.says(question).text
    assert "kleinere groepen" not in talk.says("sbo").text
