"""Wrong use of the command line is answered in Dutch, with what was probably meant, and never in argparse's words."""

import pytest

from bot.app.cli import main


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["raport"], "Bedoel je 'report'?"),
        (["blabla"], "'blabla' ken ik niet. Kies uit: run"),
        (["check", "/tmp/inhoud"], "'/tmp/inhoud' ken ik niet. Wat kan:"),
        (["check", "--contend", "x"], "Bedoel je '--content'?"),
        (["organisation", "opnieuw"], "Kies uit: list, add, pause"),
        (["demo", "--port", "hallo"], "'hallo' kan niet bij --port"),
        (["demo", "--port"], "Achter --port hoort nog iets"),
        (["db"], "Er ontbreekt nog iets. Kies uit: upgrade"),
        (["poster", "--audience", "kind"], "Kies uit: ouder, jongere."),
    ],
)
def test_a_mistake_is_said_in_dutch(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    text = capsys.readouterr().err
    assert said in text
    assert "--help" in text
    for english in ("usage", "error", "invalid", "expected", "required", "unrecognized"):
        assert english not in text


def test_what_is_right_is_still_understood(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["report", "--help"])
    assert stopped.value.code == 0
    assert "--format" in capsys.readouterr().out
    assert main([]) == 2
