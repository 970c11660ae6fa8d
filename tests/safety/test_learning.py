"""What is learned from examples: exactly this, the same each time, and a voice that is left out leaves no trace."""

import zlib
from collections.abc import Sequence

import numpy as np
import pytest

from bot.encoder.port import DEPTHS, Vectors
from bot.safety.assessment import Category, Level
from bot.safety.learned import Learned, signals_version
from bot.safety.learning import Floats, Likeness, Piece, learn
from bot.safety.screen import Screen
from bot.safety.signals import Example, Signals
from bot.safety.stories import said_in, with_sentences
from bot.safety.word_groups import WordGroup, WordGroups

GROUPS = WordGroups(
    (WordGroup(name="hitting", words=("slaan", "klap*")), WordGroup(name="home", words=("vader", "moeder")))
)
SAID = (
    ("mijn vader wil slaan", 2, "a"), ("moeder geeft klappen", 2, "b"), ("hij wil mij slaan", 2, "c"),
    ("ik ben zo moe", 1, "a"), ("alles is te veel", 1, "b"), ("ik ben moe van alles", 1, "d"),
    ("mijn vader wil een gesprek", 0, "a"), ("hoe vraag ik een gesprek aan", 0, "c"),
    ("wanneer is de school dicht", 0, "d"),
)  # fmt: skip


def piece(text: str) -> Piece:
    return Piece(written=text, read=text)


PIECES = [piece(text) for text, _, _ in SAID]
LABELS = [label for _, label, _ in SAID]
VOICES = [voice for _, _, voice in SAID]
NEW = [piece(text) for text in ("vader geeft klappen", "ik ben moe", "een gesprek met school", "iets heel anders", "")]

WORDS = [
    [0.059, 0.005, 0.823], [0.058, 0.748, 0.017], [0.732, 0.016, -0.082],
    [0.080, 0.106, 0.055], [0.082, 0.076, 0.053],
]  # fmt: skip
WORDS_AND_MEANING = [
    [0.067, 0.069, 0.682], [0.069, 0.779, 0.017], [0.683, 0.068, -0.052],
    [0.131, 0.206, 0.117], [0.194, 0.174, 0.083],
]  # fmt: skip
LEFT_OUT = [
    [0.077, 0.038, 0.450], [0.147, 0.057, 0.355], [-0.012, 0.081, 0.439],
    [0.083, 0.410, 0.056], [0.200, 0.120, 0.054], [0.040, 0.500, 0.060],
    [0.242, 0.040, 0.205], [0.269, 0.158, 0.005], [0.123, 0.168, 0.076],
]  # fmt: skip
"""How much each text is like each class."""


class Hashed:
    """An encoder without a model: each depth of a sentence is made of its words."""

    name = "hashed"

    def encode(self, sentences: Sequence[str]) -> Vectors:
        """The first depth."""
        return self.encode_depths(sentences)[:, :8]

    def encode_depths(self, sentences: Sequence[str]) -> Vectors:
        """Eight numbers a depth."""
        rows = np.full((len(sentences), DEPTHS, 8), 0.1, dtype=np.float32)
        for row, sentence in zip(rows, sentences, strict=True):
            for word in sentence.split():
                for depth in range(DEPTHS):
                    row[depth, zlib.crc32(f"{depth}{word}".encode()) % 8] += 1 + depth
        rows /= np.linalg.norm(rows, axis=2, keepdims=True)
        return rows.reshape(len(sentences), -1)


def learned(encoder: Hashed | None = None) -> tuple[Likeness, Floats]:
    return learn(PIECES, LABELS, VOICES, 3, GROUPS, encoder)


def test_words_make_a_text_like_its_examples() -> None:
    # Whoever changes how is learned sees here by how much; then the screen must be measured anew.
    assert np.allclose(learned()[0].scores(NEW), WORDS, atol=1e-3)


def test_words_and_meaning_together() -> None:
    assert np.allclose(learned(Hashed())[0].scores(NEW), WORDS_AND_MEANING, atol=1e-3)


def test_meaning_that_cannot_be_asked_leaves_the_words() -> None:
    likeness = learned(Hashed())[0]
    without = Likeness(likeness.weights, GROUPS, likeness.meanings, None)
    assert np.abs(without.scores(NEW)).max() < np.abs(likeness.scores(NEW)).max()
    assert Likeness(likeness.weights, GROUPS, None, Hashed()).scores(NEW).tolist() == without.scores(NEW).tolist()


@pytest.mark.parametrize("voice", sorted(set(VOICES)))
def test_a_voice_that_is_left_out_leaves_no_trace(voice: str) -> None:
    left_out = learned()[1]
    others = [number for number, name in enumerate(VOICES) if name != voice]
    own = [number for number, name in enumerate(VOICES) if name == voice]
    without, _ = learn(
        [PIECES[n] for n in others], [LABELS[n] for n in others], [VOICES[n] for n in others], 3, GROUPS, None
    )
    assert np.allclose(without.scores([PIECES[n] for n in own]), left_out[own], atol=1e-4)


def test_what_was_left_out_with_meaning() -> None:
    assert np.allclose(learned(Hashed())[1], LEFT_OUT, atol=1e-3)


def test_the_order_of_words_and_their_parts_count() -> None:
    likeness = learned()[0]
    first, turned, cut = likeness.scores([piece("ben zo moe"), piece("moe zo ben"), piece("ben zo moeder")]).tolist()
    assert first != turned
    assert first[1] > turned[1]
    assert first != cut


def test_what_was_learned_survives_being_kept() -> None:
    likeness, left_out = learned(Hashed())
    kept = Learned(
        weights=likeness.weights, ordinary=frozenset({"een", "gesprek"}), meanings=likeness.meanings, left_out=left_out
    )
    again = Learned.from_bytes(kept.to_bytes())
    assert again.ordinary == kept.ordinary
    assert again.weights.tolist() == kept.weights.tolist()
    assert again.meanings is not None
    assert again.left_out is not None
    assert np.allclose(again.left_out, left_out, atol=1e-3)
    scores = Likeness(again.weights, GROUPS, again.meanings, Hashed()).scores(NEW)
    assert np.allclose(scores, likeness.scores(NEW), atol=1e-2)


def test_little_is_kept_of_what_learned_little() -> None:
    kept = Learned(weights=np.zeros((0, 0), dtype=np.float32), ordinary=frozenset())
    again = Learned.from_bytes(kept.to_bytes())
    assert (again.meanings, again.left_out, again.ordinary, again.weights.size) == (None, None, frozenset(), 0)


@pytest.mark.parametrize("data", [b"", b"iets anders", b"PK\x03\x04 half"])
def test_what_is_something_else_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError):
        Learned.from_bytes(data)


def example(text: str, label: int, voice: str = "") -> Example:
    levels = (Level.NONE, Level.CONCERN, Level.CRISIS)
    return Example(text=text, level=levels[label], category=Category.UNSAFE_HOME if label else None, voice=voice)


def test_a_screen_learns_from_its_examples() -> None:
    # Three voices that are learned from, and one ("anna") that is only measured.
    names = {"a": "bram", "b": "kees", "c": "rob", "d": "anna"}
    signals = Signals(examples=tuple(example(text, label, names[voice]) for text, label, voice in SAID))
    screen = Screen(signals)
    assert screen.learned.ordinary == {"mijn", "vader", "wil", "een", "gesprek", "hoe", "vraag", "ik", "aan"}
    assert screen.learned.left_out is not None
    assert len(screen.learned.left_out) == 7
    assert {found.voice for found, _ in screen.judged_without_their_voice()} == {"bram", "kees", "rob"}
    assert [found.text for found, _ in screen.judged_unknown()] == [SAID[5][0], SAID[8][0]]
    assert screen.assess("hij wil mij slaan").level is Level.CRISIS
    assert screen.assess("alles is te veel").level is Level.CONCERN
    assert screen.assess("hoe vraag ik een gesprek aan").level is Level.NONE
    assert signals_version(signals) == signals_version(signals)
    assert signals_version(signals) != signals_version(signals, "een encoder")


def test_of_one_kind_of_examples_nothing_is_learned() -> None:
    calm = Screen(Signals(examples=(example("hallo daar", 0), example("dag school", 0))))
    assert calm.learned.weights.size == 0
    assert calm.learned.ordinary == {"hallo", "daar", "dag", "school"}
    assert calm.assess("ik wil dood").level is Level.NONE
    two = Screen(Signals(examples=(example("hallo daar", 0), example("klappen", 2))))
    assert two.learned.weights.size
    assert two.assess("klappen").level is Level.CRISIS


# Stories among the examples

SENTENCE = "dit zijn hier precies zes woorden."


def long(number: int, extra: str = "") -> str:
    return " ".join([f"{SENTENCE[:-1]} {chr(97 + n)}." for n in range(number)] + ([extra] if extra else []))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Een twee drie. Vier vijf zes.", ["Een twee drie.", "Vier vijf zes."]),
        ("Een twee. Drie vier vijf. Zes zeven acht.", ["Drie vier vijf.", "Zes zeven acht."]),
        ("Een twee drie. Vier vijf.", []),
        ("Een twee drie.", []),
        ("", []),
    ],
)
def test_sentences_say_something_from_three_words_and_from_two_sentences(text: str, said: list[str]) -> None:
    assert said_in(text) == said


def test_the_longest_four_sentences_of_a_harmless_story_are_learned_from_too() -> None:
    longer = "deze zin is met opzet nog een stuk langer dan alle andere zinnen hier."
    story = example(f"kort is dit. {longer} {long(5)}", 0, "bram")
    before, after = example("hallo daar", 0), example("nog iets", 2)
    every, stories = with_sentences([before, story, after])
    assert every[:3] == [before, story, after]
    assert [(found.whole, found.parts) for found in stories] == [(1, (3, 4, 5, 6))]
    parts = [part.text for part in every[3:]]
    assert longer in parts
    assert "kort is dit." not in parts
    assert {(part.voice, part.level) for part in every[3:]} == {("bram", Level.NONE)}


@pytest.mark.parametrize(
    ("words", "label", "is_story"), [(40, 0, False), (41, 0, True), (41, 1, False), (41, 2, False)]
)
def test_only_harmless_examples_of_more_than_forty_words_are_stories(words: int, label: int, is_story: bool) -> None:
    text = " ".join(["woord"] * 20) + ". " + " ".join(["woord"] * (words - 20)) + "."
    every, stories = with_sentences([example(text, label)])
    assert (len(every), len(stories)) == ((3, 1) if is_story else (1, 0))


def test_a_long_text_of_one_sentence_is_no_story() -> None:
    assert with_sentences([example(" ".join(["woord"] * 50), 0)]) == ([example(" ".join(["woord"] * 50), 0)], [])
