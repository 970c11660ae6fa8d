"""Words around a pick: places, everything, and those that pick nothing."""

from bot.replies.word_lists import words_of

PLACES = {
    "eerste": 0, "1e": 0, "1ste": 0, "first": 0, "1st": 0, "bovenste": 0, "eerst": 0, "birinci": 0, "premier": 0, "erste": 0,
    "tweede": 1, "2e": 1, "2de": 1, "second": 1, "2nd": 1, "derde": 2, "3e": 2, "3de": 2, "third": 2, "3rd": 2,
    "vierde": 3, "4e": 3, "fourth": 3, "vijfde": 4, "5e": 4, "fifth": 4, "zesde": 5, "sixth": 5, "zevende": 6, "achtste": 7,
    "laatste": -1, "last": -1, "onderste": -1, "bottom": -1, "top": 0, "middelste": -99, "middle": -99,
}  # fmt: skip
"""Where in the list; from the end below nothing, the middle -99."""
AROUND_A_PLACE = words_of(
    """
de die dat deze het een nummer nr no number optie keuze antwoord knop is wil doe doen neem ik kies maar graag
dan denk vraag one option choice answer the i want take choose please hoor ja oke ok bedoel was bedoelde mean
meant van op geloof ga voor lijkt me
"""
)
"""What may stand around a place: "doe de eerste maar"."""
AND = words_of(
    """
en and + ook plus & of or ve i y und et та і
"""
)
"""Between two that are both meant."""
ALL = words_of(
    """
alles | allemaal | allebei | alle | alledrie | alle drie | alle twee | allebei wel | allebei eigenlijk | beide |
beiden | all | all of them | both | overal | everywhere | all three
"""
)
"""Everything on offer."""
STOP = words_of(
    """
de het een en of in op aan bij van voor met naar om te er is zijn was wordt ben ik je jij hij zij ze we wij mijn
m'n mn me mij haar ons hun dat die dit deze als al ook nog wel maar dan door over uit tot heb heeft hebben had
kan kunnen wil willen moet zo echt heel erg eigenlijk gewoon vooral iemand iets wat wie the a an and or on at
for to with are i you he she my your it its that this be been have has do does kind zoon dochter child son
daughter nou hoor ja ok denk meer daar hier meestal geloof ongeveer gaat niet geen not no
"""
)
"""Words that pick nothing."""
NEGATIONS = words_of(
    """
niet geen nooit not no never zonder niks
"""
)
"""Before a word that is then not meant."""
