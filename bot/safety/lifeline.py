"""The built-in text that always comes: no database, no content files, no staff and no model are needed for it.

112 and 113 are open day and night and free of charge (upday.com/ANP, 3 October 2025). The texts are fixed and short on
purpose; approved texts in the content files are used instead when they are there.
"""

from bot.domain.audience import Audience
from bot.domain.ids import DUTCH, ENGLISH, Language
from bot.safety.assessment import Assessment, Category, Level
from bot.safety.lifeline_languages import WORDS, Words
from bot.safety.lifeline_texts import DUTCH_CORE, DUTCH_KINDS, ENGLISH_CORE, ENGLISH_KINDS, OTHER, OWN

_NOW = {"nl": "**Bel nu 112.** Dat kan altijd, dag en nacht.", "en": "**Call 112 now.** Day and night."}
_KINDS = {DUTCH: DUTCH_KINDS, ENGLISH: ENGLISH_KINDS}


def _core(words: Words) -> tuple[str, ...]:
    return (words.danger, words.suicide, words.unsafe_home, words.ending)


CORE_TEXT = {
    language: "\n\n".join(paragraphs)
    for language, paragraphs in {
        "nl": DUTCH_CORE,
        "en": ENGLISH_CORE,
        **{language: _core(words) for language, words in WORDS.items()},
    }.items()
}


def core_text(language: Language | None) -> str:
    """The lifeline in this language, or in Dutch."""
    return CORE_TEXT.get(language or DUTCH, CORE_TEXT["nl"])


def kind_text(assessment: Assessment, language: Language | None, audience: Audience | None = None) -> str:
    """The built-in words for this kind of danger: the line that belongs to it first, or 112 when it is now."""
    category = assessment.category
    if category is None:
        return core_text(language)
    acute = assessment.level is Level.ACUTE and category is not Category.ACUTE_DANGER
    words = WORDS.get(language or DUTCH)
    if words is not None:
        return "\n\n".join(_translated(words, assessment, category, acute=acute))
    known = language if language in _KINDS else DUTCH
    about = OTHER if assessment.about_other else OWN
    # Who did not say who they are may well be young; those words fit anybody.
    paragraphs = _KINDS[known][category.value, about, str(audience or Audience.YOUTH)]
    return "\n\n".join((_NOW[known], *paragraphs) if acute else paragraphs)


def _translated(words: Words, assessment: Assessment, category: Category, *, acute: bool) -> list[str]:
    lines = {
        Category.SUICIDE: words.suicide,
        Category.SELF_HARM: words.self_harm,
        Category.UNSAFE_HOME: words.unsafe_home,
        Category.SEXUAL_VIOLENCE: words.sexual_violence,
        Category.ACUTE_DANGER: words.acute_danger,
    }
    said = [words.acute_danger] if acute else []
    said.append(lines[category])
    if category not in (Category.SUICIDE, Category.SELF_HARM):
        if category is not Category.ACUTE_DANGER and not acute:
            said.append(words.danger)
        # The thought may be there beside anything else.
        said.append(words.suicide)
    if assessment.about_other:
        said.append(words.other)
    return [*said, words.ending]
