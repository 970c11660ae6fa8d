"""The staff's side of a talk: all they do, they do in their own group."""

from bot.dialogue.staffroom.turns import take_staff_turn

__all__ = ["take_staff_turn"]
