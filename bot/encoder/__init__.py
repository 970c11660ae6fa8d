"""Meaning as numbers: a sentence becomes a vector, in about a hundred languages. Nothing outside knows which model."""
