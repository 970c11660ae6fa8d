"""What an error of the database means for an operator, in words and with what to do; no class names."""

from collections.abc import Iterator

_SQLITE = (
    ("unable to open", "is niet te openen of te maken. Bestaat de map, en mag de bot er schrijven?"),
    ("readonly", "is alleen te lezen. Geef de gebruiker van de bot ook recht om te schrijven."),
    ("full", "kan niet groeien: de schijf is vol. Maak ruimte."),
    ("locked", "is in gebruik. Draait er nog een bot, of een kopie?"),
    ("not a database", "is geen database van de bot, of hij is beschadigd. Zet een kopie terug."),
    ("malformed", "is beschadigd. Zet een kopie terug."),
)
_POSTGRESQL = {
    "28P01": "PostgreSQL weigert het wachtwoord. Kijk STEUNPUNT_DATABASE_URL na.",
    "28000": "PostgreSQL laat deze gebruiker niet toe. Kijk STEUNPUNT_DATABASE_URL na.",
    "3D000": "Deze database bestaat niet op de PostgreSQL-server. Maak hem eerst, of kijk STEUNPUNT_DATABASE_URL na.",
    "42501": "De gebruiker van de database mag te weinig. Geef hem recht om tabellen te maken.",
}
"""By SQLSTATE (PostgreSQL manual, appendix A): waiting mends none of these."""


def lasting_trouble(error: BaseException) -> str:
    """A sentence when waiting does not help; empty for a server that is away for a while."""
    return next((_POSTGRESQL[state] for state in _states(error) if state in _POSTGRESQL), "")


def sqlite_trouble(error: BaseException, file: str) -> str:
    """What is wrong with a database file."""
    text = " ".join(str(cause) for cause in _causes(error)).lower()
    what = next(
        (what for sign, what in _SQLITE if sign in text), "is niet te gebruiken. Mag de bot er lezen en schrijven?"
    )
    return f"De database {file} {what}"


def _states(error: BaseException) -> Iterator[str]:
    for cause in _causes(error):
        for name in ("sqlstate", "pgcode"):
            found = getattr(cause, name, None)
            if isinstance(found, str):
                yield found


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        inner = getattr(error, "orig", None)
        if isinstance(inner, BaseException):
            yield inner
        error = error.__cause__ or error.__context__
