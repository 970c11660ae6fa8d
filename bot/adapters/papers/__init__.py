"""Documents people can take along, made in memory: PDF, picture, calendar."""

from bot.adapters.papers.maker import PaperMaker

__all__ = ["PaperMaker"]
