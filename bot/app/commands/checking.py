"""``check``: what is wrong with the content, before a parent finds out."""

from pathlib import Path

from bot.adapters.content.findings import Findings
from bot.adapters.content.inspection import inspect
from bot.adapters.content.library import load_content, packaged_content
from bot.app.library import prepared_path, read_prepared, write_prepared
from bot.matching.corpus import corpus_version
from bot.matching.matcher import Matcher, StaleMatcher


def check_command(root: Path | None, *, prepare: bool) -> int:
    """Print every finding; 1 when one of them is an error."""
    root = root or packaged_content()
    findings = Findings()
    content = load_content(root, findings)
    findings.extend(inspect(content))
    prepared = prepared_path(root)
    if prepare and not findings.errors:
        write_prepared(root, Matcher.prepare(content.corpus()))
    elif prepared.exists() and content.entries:
        try:
            read_prepared(root, corpus_version(content.corpus()))
        except StaleMatcher:
            findings.error(
                f"faq/{prepared.name}",
                1,
                "verouderd",
                "de voorbereide vraagherkenner hoort niet bij deze inhoud",
                "draai: steunpuntbot check --prepare",
            )
    for finding in sorted(findings.items):
        print(finding)
    count = len(findings.errors)
    others = len(findings.items) - count
    if count:
        print(f"\n{count} fout(en) en {others} aandachtspunt(en) in {len(content.entries)} vragen.")
        return 1
    print(f"Geen fouten in {len(content.entries)} vragen; {others} aandachtspunt(en).")
    return 0
