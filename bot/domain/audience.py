"""The two audiences, each with its own words, topics and helplines."""

from enum import StrEnum


class Audience(StrEnum):
    """Who a text is for; the values are the words used in content files and settings."""

    PARENT = "ouder"
    YOUTH = "jongere"
