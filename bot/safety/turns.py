"""Turns of phrase that say who it is about, or that it is not so."""

import re

OTHER = re.compile(
    r"\b(?:mijn|een|me) (?:beste |goede |klein |kleine |grote |oudste |jongste )?"
    r"(?:vriend|vriendin|vriendje|vriendinnetje|zus|zusje|broer|broertje|klasgenoot|klasgenootje|neef|neefje|nicht|"
    r"nichtje|maatje|mattie|dochter|zoon|kind|leerling|kleinkind|kleindochter|kleinzoon|bestie|friend|sister|brother|"
    r"daughter|son|child)\b"
)

_DENIED = re.compile(
    r"\b(?:niet|nooit|geen|not|never|don t|no) (?:\w+ ){0,2}?(?:dood|doodgaan|sterven|zelfmoord|zelfmoordneigingen|"
    r"suicide|suicidaal|suicidal|geslagen|slaan|mishandeld|misbruikt|verkracht|snijden|snij|die|hit|kill)\b"
    r"(?: plegen| worden| hoor)?"
    r"|\b(?:slaat|slaan|sloeg|hits?|hurts?) (?:me |mij |mijn \w+ |hem |haar )?(?:niet|nooit)\b(?! alleen| meer op)"
)
"""A plain denial. It lowers an alarm, and never takes it away: people who deny are asked once more."""


def undenied(plain: str) -> str:
    """A read text without its denials."""
    return " ".join(_DENIED.sub(" ", plain).split())
