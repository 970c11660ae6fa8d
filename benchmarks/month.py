"""A simulated month of a steunpunt, and the reports it leads to: to look at them, and to see that nothing drifts.

Thousands of people on a clock that runs ahead (see tests/simulation/month.py). Prints a table per week: updates, time
per update, size of the database and of the process. Writes the picture, the board paper, CSV and Excel.

    python benchmarks/month.py [--people 3000] [--weeks 4] [--output MAP]
"""

import argparse
import asyncio
import os
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psutil

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from bot.app.library import load_library  # noqa: E402
from bot.insight.report import WEEK, block_of  # noqa: E402
from tests.simulation.month import Month  # noqa: E402


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--people", type=int, default=3000)
    parser.add_argument("--weeks", type=int, default=4)
    parser.add_argument("--output", type=Path, default=Path("maand"))
    options = parser.parse_args()
    library = load_library(None)
    # The last whole block before today, so that the report shows all of it.
    begin = block_of(datetime.now(UTC).date() - WEEK * (options.weeks + 4))
    with tempfile.TemporaryDirectory() as folder:
        month = Month(Path(folder), library, datetime.combine(begin, datetime.min.time(), UTC) + timedelta(hours=1))
        print("| week | updates | ms per update | database (MB) | process (MB) |\n|---|---|---|---|---|")
        rows: list[tuple[int, float]] = []
        started = time.perf_counter()

        def weekly(number: int) -> None:
            before, at = rows[-1] if rows else (0, started)
            now = time.perf_counter()
            updates = month.seen.updates - before
            size = sum(file.stat().st_size for file in Path(folder).iterdir()) / 1e6
            memory = psutil.Process().memory_info().rss / 1e6
            spent = (now - at) / max(1, updates) * 1000
            print(f"| {number} | {updates} | {spent:.1f} | {size:.1f} | {memory:.0f} |", flush=True)
            rows.append((month.seen.updates, now))

        month.each_week = weekly
        asyncio.run(month.play(options.people, options.weeks))
        options.output.mkdir(parents=True, exist_ok=True)
        environment = {**os.environ, "STEUNPUNT_DATABASE_URL": month.database}
        for kind in ("png", "pdf", "csv", "xlsx"):
            last = begin + WEEK * options.weeks - timedelta(days=1)
            subprocess.run(
                [sys.executable, "-m", "bot", "report", "--from", str(begin), "--to", str(last), "--format", kind,
                 "--output", str(options.output / f"rapport.{kind}")],
                cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL,
            )  # fmt: skip
    print(f"\n{month.seen.updates} updates; questions {sum(month.seen.outcomes.values())}, talks {month.seen.claimed}")
    print(f"reports in {options.output}")


if __name__ == "__main__":
    main()
