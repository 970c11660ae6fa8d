"""What a workbook may be at most, looked at before anything in it is unpacked or parsed."""

from collections.abc import Callable
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from openpyxl import Workbook, load_workbook

from bot.domain.errors import ContentError

MOST_ROWS, MOST_COLUMNS = 20_000, 60
_MOST_UNPACKED = 30_000_000
"""Bytes; the whole national FAQ takes about three million."""
_MOST_PARTS = 500
_DECLARATIONS = (b"<!DOCTYPE", b"<!ENTITY", "<!DOCTYPE".encode("utf-16-le"), "<!DOCTYPE".encode("utf-16-be"))
_PIECE = 1 << 20


def open_workbook(path: Path) -> Workbook:
    """The workbook; raises ``ContentError`` with a sentence for whatever is no workbook, or more than one can be."""
    try:
        _require_reasonable(path)
        # Opened here, because the library leaves a damaged file open.
        with path.open("rb") as file:
            book = load_workbook(file)
    except FileNotFoundError as error:
        raise ContentError(f"{path} bestaat niet.") from error
    except ContentError:
        raise
    except Exception as error:
        # A damaged workbook fails in any way inside the library that reads it.
        raise ContentError(f"{path} is niet te lezen als Excel-bestand (.xlsx).") from error
    for sheet in book.worksheets:
        if sheet.max_row > MOST_ROWS or sheet.max_column > MOST_COLUMNS:
            raise ContentError(
                f"{path}: het blad '{sheet.title}' is te groot. Hooguit {MOST_ROWS} rijen en {MOST_COLUMNS} kolommen. "
                "Staat er ergens ver weg nog iets in een cel? Haal dat weg."
            )
    return book


def _require_reasonable(path: Path) -> None:
    with ZipFile(path) as archive:
        parts = archive.infolist()
        if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_UNPACKED:
            raise ContentError(
                f"{path} is uitgepakt te groot. Maak een nieuw Excel-bestand en zet daar alleen de teksten in."
            )
        for part in parts:
            with archive.open(part) as stream:
                _look(stream.read, part.file_size)


def _look(read: Callable[[int], bytes], promised: int) -> None:
    """No declarations: Excel writes none, and a few of them can stand for gigabytes of text."""
    before, seen = b"", 0
    while piece := read(_PIECE):
        seen += len(piece)
        if seen > promised:
            raise BadZipFile("longer than it says")
        if any(word in before + piece for word in _DECLARATIONS):
            raise BadZipFile("it declares things")
        before = piece[-32:]
