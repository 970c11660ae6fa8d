"""Logging without words, names or ids: only our own fixed sentences and a few named figures come out.

Whatever a library or a traceback might quote from a message is left out: of a foreign record only the logger's name and
level remain, of an exception only its class and the lines it passed through.
"""

import json
import logging
import sys
from datetime import UTC, datetime
from types import TracebackType

_SAFE_FIELDS = ("reason", "count", "outcome", "port", "address", "seconds", "version", "organisation")
_OURS = "bot"


class RedactingFormatter(logging.Formatter):
    """One JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        """Only what is known to be safe."""
        ours = record.name == _OURS or record.name.startswith(f"{_OURS}.")
        line: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            # Our messages are constants; arguments are never formatted in, so no text of a person can slip through.
            "message": str(record.msg) if ours else "(melding van een bibliotheek, tekst weggelaten)",
        }
        line.update({name: getattr(record, name) for name in _SAFE_FIELDS if hasattr(record, name)})
        if record.exc_info and record.exc_info[0] is not None:
            line["error"] = record.exc_info[0].__name__
            line["trace"] = trace_lines(record.exc_info[2])
        return json.dumps(line, ensure_ascii=False, default=str)


def trace_lines(trace: TracebackType | None) -> list[str]:
    """Module and line of each frame, without code or values."""
    lines = []
    while trace is not None:
        lines.append(f"{trace.tb_frame.f_globals.get('__name__', '?')}:{trace.tb_lineno}")
        trace = trace.tb_next
    return lines


def set_up_logging(level: int = logging.INFO) -> None:
    """Send everything through the redacting formatter, uncaught errors included."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(RedactingFormatter())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    logging.getLogger(_OURS).setLevel(level)
    # httpx logs every request address at INFO, and the address holds the bot's token.
    logging.getLogger("httpx").setLevel(logging.ERROR)

    def uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        logging.getLogger(_OURS).critical("the program stops", exc_info=(kind, error, trace))

    sys.excepthook = uncaught
