"""A way with a name is counted once in a run, and of nobody."""

from collections import Counter
from pathlib import Path

import pytest

from bot.authoring.rehearsal.playing import Line, Script, play
from bot.domain.audience import Audience
from bot.domain.tally import Measure
from bot.testing.person import OnePerson
from tests.flow.pieces import NOON, somebody, with_flow

MARKED = """\
slots:
  - name: hulp
    type: yes_no
    label:
      nl: Hulp
      en: Help
  - name: meer
    type: yes_no
    label:
      nl: Meer
      en: More
steps:
  - ask: hulp
    text:
      nl: Was dit genoeg?
      en: Was this enough?
  - branch:
      - if: hulp is ja
        goto: genoeg
      - else: meer
  - id: genoeg
    mark: geholpen
  - ask: meer
    text:
      nl: Wil je meer weten?
      en: Do you want to know more?
  - end: klaar
"""


def marks(rehearsal: OnePerson) -> Counter[str]:
    return Counter(count.name for count in rehearsal.counted if count.measure is Measure.MARK)


def test_who_comes_past_a_mark_is_counted(tmp_path: Path) -> None:
    rehearsal = somebody(with_flow(tmp_path, MARKED))
    rehearsal.taps("Ja")
    assert marks(rehearsal) == {"proef/geholpen": 1}
    (count,) = [count for count in rehearsal.counted if count.measure is Measure.MARK]
    assert (count.audience, count.language) == ("ouder", "nl")


def test_who_goes_another_way_is_not(tmp_path: Path) -> None:
    rehearsal = somebody(with_flow(tmp_path, MARKED))
    rehearsal.taps("Nee")
    rehearsal.taps("Ja")
    assert rehearsal.state.flow == ""
    assert marks(rehearsal) == {}


@pytest.mark.parametrize(
    "word", ["terug", "opnieuw", "geri", "wstecz", "Назад", "رجوع", "baştan", "od nowa", "من جديد"]
)
def test_going_back_or_starting_over_counts_no_second_time(tmp_path: Path, word: str) -> None:
    rehearsal = somebody(with_flow(tmp_path, MARKED))
    rehearsal.taps("Ja")
    rehearsal.says(word)
    rehearsal.taps("Ja")
    assert marks(rehearsal) == {"proef/geholpen": 1}


def test_an_editor_can_look_at_a_mark_in_a_rehearsal(tmp_path: Path) -> None:
    library = with_flow(tmp_path, MARKED)

    def script(answer: str) -> Script:
        lines = (Line(verb="start", value="proef", line=1), Line(verb="tap", value=answer, line=2))
        return Script(
            name="", flow="proef", audience=Audience.PARENT, language="nl", at=NOON, file="",
            lines=(*lines, Line(verb="mark", value="geholpen", line=3)),
        )  # fmt: skip

    assert play(library, script("Ja")) is None
    failure = play(library, script("Nee"))
    assert failure is not None
    assert "'geholpen' is niet geteld" in failure.what
