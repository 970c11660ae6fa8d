"""What may stand between braces in texts of the content: one grammar, for whoever fills it in and whoever checks it."""

import re

_NAME = "[a-z0-9_]+"
_CONTACT = rf"(contact|open):({_NAME})"

PLACEHOLDER = re.compile(rf"\{{{_CONTACT}(?:\.(name|phone|url))?\}}|\{{steunpunt(?:\.([a-z]+))?\}}")
"""What is filled in when a text is said: kind, contact and part, or a field of the organisation."""
SLOT = re.compile(r"\{([a-z][a-z0-9_]*)\}")
"""An answer of a flow."""
FACT = re.compile(rf"\{{fact:({_NAME})(?:\.(number|to))?\}}")
"""A fact, which is filled in when the content is read."""
CONTACT = re.compile(rf"\{{(?:contact|open):({_NAME})")
"""The beginning of a contact, however it goes on."""
OPEN_NOW = re.compile(rf" ?,? ?\{{open:{_NAME}\}}")
"""Whether a contact is open at this minute, with the comma before it."""
BRACED = re.compile(r"\{[^{}\s]+\}")
"""Anything in braces without a space: a placeholder, right or wrong."""
ANYTHING = re.compile(r"\{[^}]*\}")
"""Anything in braces at all."""
NOT_OF_A_MACRO = re.compile(r"\{(?!alias\}|openingstijd\})")
"""A brace that opens something a macro of the desk has no word for."""
