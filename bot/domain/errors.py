"""Errors of the house; each docstring says what happened and what to do.

SteunpuntError
├── SettingsError        a setting is missing or wrong; the start stops
├── ContentError         the content folder is wrong; the start stops
├── UnreadableUpdate     an update cannot be understood; it is set aside
├── StoreUnavailable     the database does not answer; try again later
└── DrawingFailed        a document could not be made; whoever asked for it hears so
"""


class SteunpuntError(Exception):
    """Root of all errors that this product raises on purpose."""


class SettingsError(SteunpuntError):
    """A setting is missing or wrong; the text is a plain Dutch sentence for the operator."""


class ContentError(SteunpuntError):
    """The content folder holds errors; the text lists them all, one a line."""


class UnreadableUpdate(SteunpuntError):  # noqa: N818 - named after what happened
    """An update could not be read; it is kept, counted and set aside so that it blocks nobody."""


class StoreUnavailable(SteunpuntError):  # noqa: N818 - named after what happened
    """The database does not answer or refuses to write; nothing is confirmed, the caller tries again."""


class DrawingFailed(SteunpuntError):  # noqa: N818 - named after what happened
    """A document could not be drawn; the text is the kind of failure, never a word of the document."""
