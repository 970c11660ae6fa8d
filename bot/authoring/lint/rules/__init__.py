"""All rules, in one table: a new one is a file of its own, and its name here."""

from bot.authoring.lint.rule import Rule
from bot.authoring.lint.rules.faq import (
    accolade,
    adres,
    akkoord_oud,
    bron,
    bron_datum,
    bron_oud,
    contact,
    dubbele_vraag,
    feit,
    feit_uitgeschreven,
    herzien,
    inspringen,
    leesbaar,
    lengte,
    lijkt_op,
    nummer_uitgeschreven,
    onbereikbaar,
    ongebruikt,
    origineel_veranderd,
    past_beter_bij,
    register,
    stappenplan,
    taal,
    uitzondering,
    vertaling,
    verwijzing,
)  # fmt: skip
from bot.authoring.lint.rules.flows import (
    e101,
    e102,
    e104,
    e107,
    e201,
    e202,
    e203,
    e204,
    e206,
    e207,
    e208,
    e210,
    e212,
    e302,
    e304,
    e305,
    e403,
    e406,
    e407,
    e412,
    e501,
    e502,
    e503,
    e504,
    e505,
    e507,
    e508,
    e510,
    e705,
    e706,
    e801,
    e802,
    e955,
    e956,
    w302,
    w402,
    w404,
    w411,
    w508,
    w509,
    w602,
    w701,
    w807,
    w951,
    w952,
)  # fmt: skip
from bot.authoring.lint.rules.reading import (
    akkoord,
    basis,
    datum,
    doelgroep,
    dubbel,
    dubbel_id,
    id_,
    inline,
    landelijk_onbekend,
    landelijk_ontbreekt,
    landelijk_veranderd,
    menu_lang,
    onbekend,
    ongelezen,
    ontbreekt,
    pakket,
    veiligheid,
    verwijderd_onbekend,
    vorm,
)  # fmt: skip
from bot.authoring.lint.rules.sources import nakijken, oude_tekst, wetsvoorstel

FAQ_RULES: tuple[Rule, ...] = (
    accolade.RULE, adres.RULE, akkoord_oud.RULE, bron.RULE, bron_datum.RULE, bron_oud.RULE, contact.RULE,
    dubbele_vraag.RULE, feit.RULE, feit_uitgeschreven.RULE, herzien.RULE, inspringen.RULE, leesbaar.RULE,
    lengte.RULE, lijkt_op.RULE, nummer_uitgeschreven.RULE, onbereikbaar.RULE, ongebruikt.RULE,
    origineel_veranderd.RULE, past_beter_bij.RULE, register.RULE, stappenplan.RULE, taal.RULE, uitzondering.RULE,
    vertaling.RULE, verwijzing.RULE,
)  # fmt: skip
FLOW_RULES: tuple[Rule, ...] = (
    e201.RULE, e202.RULE, e203.RULE, e206.RULE, e207.RULE, e212.RULE, e302.RULE, e305.RULE, e406.RULE, e407.RULE,
    e412.RULE, e501.RULE, e502.RULE, e504.RULE, e505.RULE, e508.RULE, e510.RULE, e705.RULE, e801.RULE, e802.RULE,
    w302.RULE, w402.RULE, w404.RULE, w411.RULE, w508.RULE, w509.RULE, w602.RULE, w701.RULE, w807.RULE,
)  # fmt: skip
FLOW_READING_RULES: tuple[Rule, ...] = (
    e101.RULE, e102.RULE, e104.RULE, e107.RULE, e204.RULE, e208.RULE, e210.RULE, e304.RULE, e403.RULE, e503.RULE,
    e507.RULE, e706.RULE,
)  # fmt: skip
READING_RULES: tuple[Rule, ...] = (
    akkoord.RULE, basis.RULE, datum.RULE, doelgroep.RULE, dubbel.RULE, dubbel_id.RULE, id_.RULE, inline.RULE,
    landelijk_onbekend.RULE, landelijk_ontbreekt.RULE, landelijk_veranderd.RULE, menu_lang.RULE, onbekend.RULE,
    ongelezen.RULE, ontbreekt.RULE, pakket.RULE, veiligheid.RULE, verwijderd_onbekend.RULE, vorm.RULE,
)  # fmt: skip
"""What is found while files are read; only explained here."""
SOURCE_RULES: tuple[Rule, ...] = (nakijken.RULE, oude_tekst.RULE, wetsvoorstel.RULE)
"""Only ``check --sources`` tells these."""
RULES = (*FAQ_RULES, *FLOW_RULES)
"""Held against every folder by ``check``."""
REHEARSAL_RULES: tuple[Rule, ...] = (e206.RULE, e955.RULE, e956.RULE, w951.RULE, w952.RULE)
"""What only shows when the flows are tried out."""
EVERY_RULE = {rule.id: rule for rule in (*RULES, *FLOW_READING_RULES, *REHEARSAL_RULES, *READING_RULES, *SOURCE_RULES)}
"""All that can be explained, by id."""
EXCUSES = frozenset(name for rule in FAQ_RULES if rule.excusable for name in (rule.id, *rule.before))
"""What ``allow`` may name: a rule, also by the name it had earlier."""
