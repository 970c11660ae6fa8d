"""The report on paper: a picture for the phone, pages for the board, tables for the analyst, and exports added up."""

from bot.adapters.papers.report.adding import Export, add_reports, read_csv
from bot.adapters.papers.report.pages import report_pdf
from bot.adapters.papers.report.picture import report_picture
from bot.adapters.papers.report.rows import Row, report_csv, rows_of
from bot.adapters.papers.report.workbook import report_xlsx

__all__ = [
    "Export", "Row", "add_reports", "read_csv", "report_csv", "report_pdf", "report_picture", "report_xlsx", "rows_of",
]  # fmt: skip
