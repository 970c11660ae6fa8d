"""Lists of words as they are written in the modules beside this one."""


def words_of(text: str) -> frozenset[str]:
    """The words of ``text``; where it has bars, what stands between them."""
    return frozenset(part.strip() for part in text.split("|")) if "|" in text else frozenset(text.split())
