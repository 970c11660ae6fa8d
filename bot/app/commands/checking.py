"""``check``: what is wrong with the content, before a parent finds out."""

from datetime import date
from pathlib import Path

from bot.adapters.content.findings import Findings
from bot.adapters.content.layers import packaged_content
from bot.adapters.content.library import load_content
from bot.app.commands.approving import how_much
from bot.app.library import matcher_for, screen_for
from bot.authoring.lint.explaining import all_codes, explained
from bot.authoring.lint.inspection import inspect, rehearsed, renewals
from bot.authoring.rehearsal.checking import rehearse
from bot.authoring.rehearsal.scripts import load_scripts
from bot.domain.program import typed


def explain_command(code: str) -> int:
    """Print what a code means, or all of them."""
    print(explained(code) if code else all_codes())
    return 0


def sources_command(root: Path | None, today: date | None = None) -> int:
    """Print which answers have to be read again, and the bills that are pending; 1 when the content has errors."""
    findings = Findings()
    content = load_content(root or packaged_content(), findings)
    if findings.errors:
        print(*findings.errors, sep="\n")
        print(f"\nLos eerst de fouten op: {typed('check')}")
        return 1
    found = renewals(content, today)
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
    if content.flows and not findings.errors:
        scripts = load_scripts(root, findings)
        library = content.library(matcher_for(content), screen_for(content))
        findings.extend(rehearsed(content, rehearse(content.flows, scripts, library)))
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
