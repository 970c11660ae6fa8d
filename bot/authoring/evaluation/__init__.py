"""How well questions and danger are understood, measured."""
