"""Danger first: signals in what people write, and the lifeline that needs nothing else to work."""
