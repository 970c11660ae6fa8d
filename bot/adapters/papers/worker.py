"""The process that draws: reads documents from its input and answers with files, until its input ends.

Each side of the pipe says first how many bytes follow (four bytes, big-endian). An answer begins with one byte: 0 and
the file, or 1 and the class of what went wrong. Nothing else is ever said: a library's warning could quote somebody.
"""

import json
import os
import sys

from bot.adapters.papers.maker import make
from bot.adapters.papers.pipe import FAILED, LENGTH, MADE
from bot.service.documents import read

_STEPS_BACK = 5
"""Answers to people go before drawings, also on one processor."""


def main() -> None:
    """Draw until nobody asks any more."""
    os.nice(_STEPS_BACK)
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, sys.stdout.fileno())
    os.dup2(silence, sys.stderr.fileno())
    requests = sys.stdin.buffer
    while head := requests.read(LENGTH.size):
        (length,) = LENGTH.unpack(head)
        made, content = _answer(requests.read(length))
        answers.write(made + LENGTH.pack(len(content)) + content)
        answers.flush()


def _answer(request: bytes) -> tuple[bytes, bytes]:
    try:
        return MADE, make(read(json.loads(request)))
    except Exception as error:
        return FAILED, type(error).__name__.encode("ascii", "replace")


if __name__ == "__main__":
    main()
