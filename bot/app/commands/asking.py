"""``ask``: what the bot makes of a question, for editors, tests and the curious."""

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bot.app.library import load_library
from bot.dialogue import attention
from bot.dialogue.library import Library, localised
from bot.domain.audience import Audience
from bot.domain.conversation import Conversation
from bot.domain.errors import SettingsError
from bot.domain.ids import DUTCH, Language, VisitorKey
from bot.domain.program import typed
from bot.matching.verdict import Outcome, Verdict
from bot.safety.assessment import CALM, Assessment, Level

_SERIOUS = tuple(Level)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question and who asks it."""

    text: str
    """The message; the last one of ``messages`` when there are several."""
    messages: tuple[str, ...] = ()
    """Consecutive messages of one person."""
    audience: str | None = None
    language: str | None = None


def ask_command(asked: Question, content: Path | None, *, batch: Path | None, as_json: bool, explain: bool) -> int:
    """Print one result, or one a line for a batch, in the same order."""
    if batch is None and not asked.text.strip():
        raise SettingsError(f'Geef een vraag, bijvoorbeeld: {typed("ask")} "wat is een tlv?"')
    library = load_library(content)
    questions: Iterable[Question] = [asked] if batch is None else read_batch(batch, asked)
    for question in questions:
        result, verdict = judge(library, question, explain=explain)
        if as_json or batch is not None:
            print(json.dumps(result, ensure_ascii=False), flush=batch is not None)
        else:
            print(_readable(library, result, verdict))
    return 0


def read_batch(path: Path, common: Question) -> Iterator[Question]:
    """Each line a question: plain text, or a JSON object with ``text`` or ``messages``, ``audience``, ``language``."""
    stream = sys.stdin if str(path) == "-" else path.open(encoding="utf-8")
    with stream:
        for line in stream:
            text = line.rstrip("\r\n")
            data = _json_object(text)
            if data is None:
                yield replace(common, text=text)
            else:
                messages = tuple(map(str, data.get("messages") or ()))
                yield Question(
                    text=messages[-1] if messages else str(data.get("text", "")),
                    messages=messages,
                    audience=data.get("audience") or common.audience,
                    language=data.get("language") or common.language,
                )


def _json_object(text: str) -> dict[str, Any] | None:
    if not text.lstrip().startswith("{"):
        return None
    try:
        data = json.loads(text)
    except ValueError:
        return None
    return data if isinstance(data, dict) else None


def judge(library: Library, question: Question, *, explain: bool = False) -> tuple[dict[str, Any], Verdict]:
    """The contract's object for one question."""
    audience = Audience(question.audience) if question.audience in tuple(Audience) else None
    language = Language(question.language) if question.language else None
    assessment = _heard(library, question)
    verdict = library.matcher.judge(question.text, audience=audience, language=language, explain=explain)
    outcome = "crisis" if assessment.level.alarming else str(verdict.outcome)
    result: dict[str, Any] = {
        "text": question.text,
        "signal": {"level": str(assessment.level), "category": assessment.category},
        "outcome": outcome,
        "language": verdict.language,
        "candidates": [
            {"id": candidate.id, "confidence": round(candidate.confidence, 4)} for candidate in verdict.candidates
        ],
    }
    if explain and assessment.reasons:
        result["signals"] = list(assessment.reasons)
    if explain and verdict.explanation is not None:
        why = verdict.explanation
        result["explanation"] = {name: getattr(why, name) for name in why.__slots__}
    return result, verdict


def _heard(library: Library, question: Question) -> Assessment:
    """The most serious that the person got an answer for, over consecutive messages a few seconds apart."""
    conversation, now = Conversation(visitor=VisitorKey("")), datetime.now(UTC)
    worst = CALM
    for text in question.messages or (question.text,):
        found = attention.hear(library.screen, conversation, text, now)
        if _SERIOUS.index(found.level) > _SERIOUS.index(worst.level):
            worst = found
        if found.level.alarming:
            conversation = replace(conversation, alarm=str(found.level), alarm_said_at=now)
        conversation = attention.after(conversation, text, now, found)
        now += timedelta(seconds=5)
    return worst


def _readable(library: Library, result: dict[str, Any], verdict: Verdict) -> str:
    names = {
        Outcome.ANSWER: "antwoord",
        Outcome.SUGGEST: "keuze uit",
        Outcome.SMALLTALK: "praatje",
        Outcome.NONE: "weet ik niet",
    }
    lines = [f"{names[verdict.outcome]} (taal: {verdict.language})"]
    for candidate in verdict.candidates:
        title = localised(library.entries[candidate.id].title, DUTCH)
        lines.append(f"  {candidate.confidence:6.1%}  {candidate.id}  {title}")
    lines.extend(f"  {name}: {value}" for name, value in result.get("explanation", {}).items())
    return "\n".join(lines)
