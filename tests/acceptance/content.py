"""A small content folder: enough for a conversation, quick to prepare."""

from collections.abc import Sequence
from pathlib import Path
from random import Random

FAQ = """\
- id: tlv_aanvragen
  audience: [ouder]
  title:
    nl: Hoe vraag je een TLV aan?
    en: How do you apply for a TLV?
  questions:
    nl:
      - hoe vraag ik een tlv aan
      - wie vraagt de toelaatbaarheidsverklaring aan
      - mijn kind moet naar het speciaal onderwijs
    en:
      - how do i apply for special education
  answer:
    nl: |
      De school vraagt de **TLV** aan, niet jij. Bel {contact:lijn}.
    en: |
      The school applies for the TLV.
  sources:
    - title: Voorbeeldbron
      url: https://bron.example/tlv
      checked: "2026-11-23"
  related: [kind_thuis]
- id: kind_thuis
  audience: [ouder]
  title:
    nl: Mijn kind zit thuis
    en: My child is at home
  questions:
    nl:
      - mijn zoon zit al weken thuis
      - ze gaat niet meer naar school
      - hij wil zijn bed niet uit
      - wat doe ik nu mijn zoon al weken thuis zit
    en:
      - my child does not go to school any more
  answer:
    nl: |
      Praat eerst met school.
    en: |
      Talk to school first.
  sources:
    - title: Voorbeeldbron
      url: https://bron.example/thuis
      checked: "2026-11-23"
- id: j_gepest
  audience: [jongere]
  title:
    nl: Ik word gepest
    en: I am being bullied
  questions:
    nl:
      - ik word gepest
      - ze doen gemeen tegen mij in de app
      - niemand wil naast me zitten
      - wat kan ik doen als ik word gepest
    en:
      - they are mean to me
  answer:
    nl: |
      Wat rot. Het is niet jouw schuld.
    en: |
      That is hard. It is not your fault.
  sources:
    - title: Voorbeeldbron
      url: https://bron.example/pesten
      checked: "2026-11-23"
"""
CONTACTS = """\
contacts:
  - id: lijn
    name: De Lijn
    phone: "0800-1234"
"""
MENU = """\
ouder:
  - id: regels
    title:
      nl: Regels
      en: Rules
    entries: [tlv_aanvragen, kind_thuis]
jongere:
  - id: pesten
    title:
      nl: Pesten
      en: Bullying
    entries: [j_gepest]
"""
PROFILE = """\
name: Steunpunt Proef
phone: "000-1112223"
email: proef@steunpunt.example
example: true
hours:
  - days: [ma, di, wo, do, vr, za, zo]
    from: "0:00"
    to: "24:00"
handoff:
  waiting_minutes: 15
  max_live_per_staff: 2
"""


def write_content(folder: Path) -> Path:
    """Write it; returns the folder."""
    (folder / "faq").mkdir(parents=True)
    (folder / "faq" / "vragen.yaml").write_text(FAQ)
    (folder / "faq" / "contacts.yaml").write_text(CONTACTS)
    (folder / "faq" / "menu.yaml").write_text(MENU)
    (folder / "steunpunt.yaml").write_text(PROFILE)
    return folder


def another(chance: Random, questions: Sequence[str], before: Sequence[str]) -> str:
    """A question that is answered in full: not the last command again, nor about the subject answered last."""
    asked = [question for question in before if not question.startswith("/")]
    taken = {*before[-1:], *asked[-1:]}
    return chance.choice([question for question in questions if question not in taken])
