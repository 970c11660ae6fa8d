"""All flows walked by typing as people type: every reply is understood at once."""

import pytest

from bot.flow.session import read_session
from tests.dialogue.talking import library, somebody

WALKS: tuple[tuple[str, str], ...] = (
    ("gepest", "in de klas en op snap|neuh|ja me moeder weet het|nee niet echt|liever niet"),
    ("gepest", "overal|soms ja|nog niet|ja graag"),
    ("laat_je_stem_horen", "over pesten|ze doen er niks aan op school|weet niet|klopt helemaal"),
    ("mijn_stem", "weet ik niet|rekenen is moeilijk|een rustige plek|nee|vaker een pauze|samen met mijn mentor|ja klopt"),
    ("niet_goed_voelen", "verdrietig enzo|best vaak|nee"),
    ("niet_goed_voelen", "ik heb veel stress|nee joh|zeg ik liever niet|ja hoor"),
    ("niet_naar_school", "ik word gepest|al 2 maanden|nee niemand|een berichtje aan me mentor|hoeft niet"),
    ("niet_naar_school", "geen idee eigenlijk|een paar dagen|ja mijn moeder|ja doe maar"),
    ("ruzie_thuis", "meestal wel|over mijn telefoon|ja mijn oma|nee laat maar"),
    ("ruzie_thuis", "nee|ja"),
    ("gesprek_voorbereiden", "de juf|volgende week dinsdag om half vier|hij leest graag|een 4|rekenen lukt niet|meer hulp|weet ik niet|ja mijn man gaat mee|klopt|doe maar"),
    ("gesprek_voorbereiden", "met de directeur|weet ik nog niet|nee|ongeveer 6|de drukte in de klas|een plan|welke hulp is er|nee|ja dat klopt|nee hoor"),
    ("meedenken", "over praten met school|een 7|meer uitleg|nee bedankt|ja|nee"),
    ("behoeften_in_kaart", "7|een 6|vijf|zo'n 4|8|een dikke 8|hij is creatief|drukte|rust|wat kan er op school|klopt"),
    ("praat_met_een_mens", "over pesten|het is een lang verhaal|ja graag"),
    ("praat_met_een_mens", "weet ik niet zo goed|sla maar over|nee toch niet"),
    ("pesten", "ze schelden hem uit|ja de juf weet het|nee ze doen niks|niet meer|ja"),
    ("wachten_op_jeugdhulp", "het gaat slechter|nog niet|hij gaat halve dagen|nee dank je"),
    ("kind_zit_thuis", "al drie weken|ze durft niet meer|ja|nee|ja graag"),
    ("niet_eens_met_school", "over de tlv|ja al vaak|ja|12 mei|nee hoor"),
    ("niet_eens_met_school", "het plan|nog niet|nee"),
    ("nieuwe_school", "we zoeken nog|ik denk het wel|nee"),
    ("brief_schrijven", "ik wil een afspraak|over de drukte in de klas|dinsdag na drieën"),
    ("brief_schrijven", "ik ben het niet eens met een besluit|de schorsing|12 november|er was geen gesprek"),
    ("brief_schrijven", "zijn papieren inzien|nee hoor"),
    ("brief_schrijven", "hij kan niet komen door de stress|hij slaapt niet|een rustige plek"),
    ("schorsing", "hij moest naar huis|weet ik niet"),
)  # fmt: skip
NOT_UNDERSTOOD = ("Kies een van deze", "Dat herken ik niet", "Kies ja of nee", "Ik snap het nog niet", "Typ alleen een getal", "Ik zoek een",
                  "Kies een cijfer", "Typ een dag", "Die dag begrijp ik niet", "Ik kom er niet uit", "Het lukt me nog niet", "ja of nee is")  # fmt: skip


@pytest.mark.parametrize(("flow", "replies"), WALKS, ids=lambda value: value[:40])
def test_natural_replies_are_understood(flow: str, replies: str) -> None:
    definition = next(found for found in library().flows.values() if found.id == flow)
    person = somebody(min(definition.audiences))
    person.says(f"/start flow_{flow}")
    for reply in replies.split("|"):
        before = read_session(person.state.flow)
        person.says(reply)
        said = "\n".join(person.said)
        assert not any(words in said for words in NOT_UNDERSTOOD), f"{reply}: {said[:200]}"
        after = read_session(person.state.flow)
        assert before is None or after is None or after.step != before.step or after.slots != before.slots, reply


def test_all_flows_are_walked() -> None:
    assert {flow for flow, _ in WALKS} == set(library().flows)
