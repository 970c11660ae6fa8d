"""``check``: what is wrong with the content, before a parent finds out."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from bot.adapters.content.findings import Finding, Findings, Severity
from bot.adapters.content.layers import is_below, packaged_content
from bot.adapters.content.library import Content, load_content
from bot.app.commands.approving import how_much
from bot.app.library import matcher_for, screen_for
from bot.authoring.lint.inspection import inspect
from bot.authoring.lint.register_inspection import renewals
from bot.authoring.rehearsal.exploring import Explored, explore
from bot.authoring.rehearsal.playing import play
from bot.authoring.rehearsal.scripts import load_scripts
from bot.dialogue.opening import Schedule
from bot.domain.program import typed
from bot.flow.definition import Ask, Flow


def rehearse(content: Content, root: Path, findings: Findings) -> list[Finding]:
    """Play every script of the flows, and walk every way through them."""
    if not content.flows:
        return []
    scripts = [script for script in load_scripts(root, findings) if script.flow in content.flows]
    library = content.library(matcher_for(content), screen_for(content)).with_drafts()
    # Rehearsals are written for an open desk; whatever hours an organisation has, they mean the same.
    library = replace(library, profile=replace(library.profile, schedule=Schedule(always=True)))
    found = []
    for script in scripts:
        failure = play(library, script)
        if failure is not None:
            # A national rehearsal may rightly fail on what an organisation changed, and its editors cannot mend it.
            below = is_below(content.layers, script.file)
            found.append(_found(script.file, failure.line, "E956", f"'{script.name}': {failure.what}", warning=below))
    tried = {script.flow for script in scripts}
    for name, flow in content.flows.items():
        if name not in tried:
            found.append(_found(flow.file, 1, "W951", f"'{name}' heeft geen proefgesprek", warning=True))
        walked = explore(content.flows, name)
        found += [_found(flow.file, 1, "E206", f"vanaf '{step}' loopt het vast") for step in walked.dead_ends]
        never = _unasked(flow, walked) if walked.whole else []
        found += [
            _found(flow.file, 1, "W952", f"de vraag '{step}' komt op geen enkele weg voor", warning=True)
            for step in never
        ]
    return found


def _unasked(flow: Flow, walked: Explored) -> list[str]:
    return [step.id for step in flow.steps if isinstance(step, Ask) and step.id not in walked.questions]


def _found(file: str, line: int, code: str, what: str, *, warning: bool = False) -> Finding:
    severity = Severity.WARNING if warning else Severity.ERROR
    return Finding(
        file=file, line=line, code=code, what=what, advice="zie docs/flows.md, Proefgesprekken", severity=severity
    )


def sources_command(root: Path | None, today: date | None = None) -> int:
    """Print which answers have to be read again, and the bills that are pending; 1 when the content has errors."""
    findings = Findings()
    content = load_content(root or packaged_content(), findings)
    if findings.errors:
        print(*findings.errors, sep="\n")
        print(f"\nLos eerst de fouten op: {typed('check')}")
        return 1
    found = sorted(set(renewals(content, today or datetime.now(UTC).date())))
    for finding in found:
        print(finding)
    entries = {finding.what.split(":")[0] for finding in found if finding.code == "nakijken"}
    read = sum(article.read is not None for article in content.register.articles)
    print(
        f"{len(entries)} van de {len(content.entries)} vragen nakijken. Het register heeft "
        f"{len(content.register.articles)} artikelen; van {read} is de tekst zelf gelezen."
    )
    return 0


def check_command(root: Path | None) -> int:
    """Print every finding; 1 when one of them is an error."""
    root = root or packaged_content()
    findings = Findings()
    content = load_content(root, findings)
    findings.extend(inspect(content))
    if not findings.errors:
        findings.extend(rehearse(content, root, findings))
    for finding in sorted(findings.items):
        print(finding)
    if content.overrides:
        print("\nDit verandert jullie map aan de landelijke inhoud:")
    for override in sorted(content.overrides, key=lambda override: (override.file, override.line)):
        print(override)
    print(f"\n{how_much(content)}")
    count = len(findings.errors)
    others = len(findings.items) - count
    if count:
        print(f"\n{count} fout(en) en {others} aandachtspunt(en) in {len(content.entries)} vragen.")
        return 1
    print(f"Geen fouten in {len(content.entries)} vragen; {others} aandachtspunt(en).")
    return 0
