"""Wrong use of the command line, said in Dutch: what was not understood, and what was probably meant."""

import argparse
import re
import sys
from collections.abc import Sequence
from typing import Any, NoReturn

from bot.domain.program import typed

_WRONG_USE = 2
_LIKE = 70
"""How alike two words are, in percent, before one may have been meant."""


class PlainParser(argparse.ArgumentParser):
    """Explains a mistake in words of a volunteer; its sub-commands do so too."""

    def parse_args(self, args: Sequence[str] | None = None, namespace: Any = None) -> Any:  # type: ignore[override]  # argparse has overloads
        """As always; what is left over is named with what was probably meant."""
        chosen, rest = self.parse_known_args(args, namespace)
        if rest:
            known = self._known_options(getattr(chosen, "command", ""))
            self._stop(_not_understood(rest[0], known), getattr(chosen, "command", ""))
        return chosen

    def error(self, message: str) -> NoReturn:
        """Whatever argparse has to say, in Dutch."""
        command = self.prog.partition(" ")[2]
        wrong = re.search(r"invalid choice: '?([^' ]+)'? \(choose from (.+)\)", message)
        missing = re.search(r"required: (.+)", message)
        lacking = re.match(r"argument ([^:]+): expected", message)
        value = re.match(r"argument ([^:]+): invalid \w+ value: '(.*)'", message)
        if wrong is not None:
            known = [one.strip("' ") for one in wrong[2].split(",")]
            self._stop(_not_understood(wrong[1], known), command)
        elif missing is not None:
            named = missing[1] if missing[1].startswith("-") else ""
            self._stop(f"Er ontbreekt nog iets{': ' + named if named else ''}.{_choose(self._choices())}", command)
        elif lacking is not None:
            self._stop(f"Achter {lacking[1]} hoort nog iets.", command)
        elif value is not None:
            self._stop(f"'{value[2]}' kan niet bij {value[1]}.", command)
        else:
            self._stop("Dit commando begrijp ik niet.", command)
        raise AssertionError("it has stopped")

    def _stop(self, sentence: str, command: str) -> NoReturn:
        print(f"{sentence} Wat kan: {typed(f'{command} --help'.strip())}", file=sys.stderr)
        sys.exit(_WRONG_USE)

    def _choices(self) -> list[str]:
        return [str(choice) for action in self._actions for choice in action.choices or ()]

    def _known_options(self, command: str) -> list[str]:
        subs = [action.choices for action in self._actions if isinstance(action, argparse._SubParsersAction)]
        chosen = next((choices[command] for choices in subs if command in choices), self)
        return list(chosen._option_string_actions)


def _not_understood(word: str, known: Sequence[str]) -> str:
    # Only imported for a mistake: every command starts here.
    from rapidfuzz import process

    near = process.extractOne(word, known, score_cutoff=_LIKE)
    options = all(one.startswith("-") for one in known)
    meant = f" Bedoel je '{near[0]}'?" if near else "" if options else _choose(known)
    return f"'{word}' ken ik niet.{meant}"


def _choose(known: Sequence[str]) -> str:
    return f" Kies uit: {', '.join(known)}." if known else ""
