"""The texts in the steps of a flow."""

from collections.abc import Iterator

from bot.adapters.content.facts import Written
from bot.flow.definition import Ask, Document, End, Flow, Handoff, Remind, Review, Say, Step, Texts


def step_texts(step: Step) -> tuple[Texts, ...]:
    """Its texts, each with a form per language."""
    match step:
        case Say(text=text) | Review(text=text) | End(text=text) | Remind(text=text) | Handoff(text=text):
            return (text,)
        case Ask(text=text, again=again, help=help_text):
            return (text, again, help_text)
        case Document(title=title, text=text):
            return (title, text)
        case _:
            return ()


def texts_of(step: Step) -> Iterator[str]:
    """Every form of every text of a step."""
    for text in step_texts(step):
        yield from text.values()


def written_in(flow: Flow) -> Iterator[Written]:
    """Every text of a flow as it stands in the file: its title, the names of what it asks for and the
    steps; not the choices, which are what people say of themselves.
    """
    for line, text in _places(flow):
        for key, form in text.items():
            yield Written(file=flow.file, line=line, where=flow.id, language=key.split("@")[0], text=form)


def _places(flow: Flow) -> Iterator[tuple[int, Texts]]:
    yield 1, flow.title
    for slot in flow.slots.values():
        yield 1, slot.label
    for step in flow.steps:
        for text in step_texts(step):
            yield step.line, text
