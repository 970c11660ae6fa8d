"""How the program is called on this machine, so that every sentence names a command that works when it is typed."""

import sys
from functools import cache
from pathlib import Path


def typed(command: str) -> str:
    """What somebody types for this command, e.g. ``.venv/bin/python -m bot init``."""
    return f"{_program(sys.argv[0], sys.executable, Path.cwd())} {command}"


@cache
def _program(called_as: str, python: str, here: Path) -> str:
    if Path(called_as).name in ("steunpuntbot", "steunpuntbot.exe"):
        return "steunpuntbot"
    path = Path(python)
    return f"{path.relative_to(here) if path.is_relative_to(here) else 'python'} -m bot"
