"""Documents people can take along: PDF, picture, calendar; drawn in a process of their own."""

from bot.adapters.papers.drawing_process import DrawingProcess, shared_drawer

__all__ = ["DrawingProcess", "shared_drawer"]
