"""The words of return codes: plain, known to children; no two are one letter apart."""

from pathlib import Path

WORDS = tuple((Path(__file__).parent / "words.txt").read_text(encoding="utf-8").split())
