"""``faq export`` and ``faq import``: editing the content in Excel."""

from pathlib import Path

from bot.adapters.content.layers import packaged_content
from bot.authoring.editing.spreadsheet import export_workbook, import_workbook
from bot.domain.program import typed


def export_command(root: Path | None, output: Path) -> int:
    """Write the workbook and say what to do with it."""
    count = export_workbook(root or packaged_content(), output)
    print(f"{output} staat klaar, met {count} vragen. Klaar met aanpassen? Dan: {typed('faq import')} {output}")
    return 0


def import_command(root: Path | None, source: Path) -> int:
    """Bring the edits into the files and name every entry that changed."""
    changes = import_workbook(source, root or packaged_content())
    if not changes:
        print("Er was niets veranderd.")
        return 0
    for change in changes:
        print(f"{change.id} ({change.file}): {', '.join(change.what)}")
    count = len(changes)
    print(f"\n{count} {'vraag' if count == 1 else 'vragen'} bijgewerkt. Kijk ze na: {typed('check')}")
    return 0
