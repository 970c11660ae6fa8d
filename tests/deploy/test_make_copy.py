"""``deploy/make-copy``: a copy of the database each day, and none older than the bot promises after /wis."""

import os
import sqlite3
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.storage.postgresql import programs

ROOT = Path(__file__).parents[2]
HOUR = 3600.0
DAY = 24 * HOUR
PROMISED = 14 * DAY
LONGEST_BETWEEN = 1.5 * DAY
"""A timer that is a little late, after a night that it was a little early."""


def run(*arguments: object, url: str, path: str = os.environ["PATH"]) -> subprocess.CompletedProcess[str]:
    environment = {
        "PATH": path, "PYTHON": sys.executable, "PYTHONPATH": str(ROOT), "STEUNPUNT_DATABASE_URL": url,
    }  # fmt: skip
    return subprocess.run(
        ["/bin/sh", str(ROOT / "deploy" / "make-copy"), *map(str, arguments)],
        env=environment, cwd=ROOT / "docs", capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip


def fill(url: str) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "STEUNPUNT_DATABASE_URL": url}
    subprocess.run(
        [sys.executable, "-m", "bot", "db", "upgrade"],
        env=environment, cwd=ROOT / "docs", capture_output=True, timeout=120, check=True,
    )  # fmt: skip


def aged(path: Path, seconds: float) -> Path:
    path.write_text("kopie")
    os.utime(path, (time.time() - seconds,) * 2)
    return path


@pytest.fixture
def sqlite(tmp_path: Path) -> str:
    url = f"sqlite:///{tmp_path / 'steunpunt.sqlite'}"
    fill(url)
    return url


def test_a_copy_is_whole_readable_for_its_owner_only_and_counts_as_fresh(tmp_path: Path, sqlite: str) -> None:
    copies = tmp_path / "copies"
    done = run(copies, url=sqlite)
    assert done.returncode == 0, done.stderr
    [copy] = copies.iterdir()
    assert copy.suffix == ".sqlite"
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert stat.S_IMODE(copies.stat().st_mode) == 0o700
    with sqlite3.connect(f"file:{copy}?mode=ro", uri=True) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("SELECT count(*) FROM alembic_version").fetchone() == (1,)
    connection.close()
    assert run("--fresh", copies, url=sqlite).returncode == 0


def test_no_copy_lives_longer_than_was_promised(tmp_path: Path, sqlite: str) -> None:
    copies = tmp_path / "copies"
    copies.mkdir()
    gone = [
        aged(copies / "steunpunt-1.sqlite", PROMISED - LONGEST_BETWEEN + HOUR),
        aged(copies / "steunpunt-2.pgdump", PROMISED),
        aged(copies / "steunpunt-3.part", PROMISED),
    ]
    kept = [aged(copies / "steunpunt-4.sqlite", 11 * DAY), aged(copies / "van-iemand-anders.sqlite", PROMISED)]
    run(copies, url=sqlite)
    assert not [path.name for path in gone if path.exists()]
    assert all(path.exists() for path in kept)


def test_old_copies_go_even_when_there_is_nothing_to_copy(tmp_path: Path) -> None:
    copies = tmp_path / "copies"
    copies.mkdir()
    old = aged(copies / "steunpunt-1.sqlite", PROMISED)
    done = run(copies, url=f"sqlite:///{tmp_path / 'nergens.sqlite'}")
    assert done.returncode != 0
    assert "Er is nog geen database" in done.stderr
    assert not old.exists()


def test_yesterdays_copy_is_fresh_but_an_older_or_a_half_one_is_not(tmp_path: Path) -> None:
    copies = tmp_path / "copies"
    copies.mkdir()
    aged(copies / "steunpunt-1.sqlite", 2 * DAY)
    aged(copies / "steunpunt-2.part", HOUR)
    assert run("--fresh", copies, url="").returncode == 1
    aged(copies / "steunpunt-3.pgdump", 25 * HOUR)
    assert run("--fresh", copies, url="").returncode == 0


def test_it_asks_for_a_folder(sqlite: str) -> None:
    for arguments in ((), ("--dagelijks",)):
        done = run(*arguments, url=sqlite)
        assert done.returncode == 2
        assert "Geef de map" in done.stderr


def test_a_postgresql_database_is_dumped(tmp_path: Path, postgresql: str) -> None:
    fill(postgresql)
    done = run(tmp_path / "copies", url=postgresql, path=f"{programs()}:{os.environ['PATH']}")
    assert done.returncode == 0, done.stderr
    [copy] = (tmp_path / "copies").iterdir()
    assert copy.suffix == ".pgdump"
    assert copy.read_bytes().startswith(b"PGDMP")


@pytest.mark.parametrize(
    ("url", "password", "mode"),
    [
        ("postgresql+asyncpg://steunpunt:geheim@database:5433/steunpunt", "geheim", ""),
        ("postgresql+asyncpg://steunpunt:g%40h%3Aei%25m%2B@database:5433/steunpunt", "g@h:ei%m+", ""),
        ("postgresql+asyncpg://steunpunt:geheim@database:5433/steunpunt?ssl=require", "geheim", "require"),
        ("postgresql+asyncpg://steunpunt:geheim@database:5433/steunpunt?x=1&ssl=true", "geheim", "require"),
    ],
)
def test_the_password_goes_to_pg_dump_unseen(tmp_path: Path, url: str, password: str, mode: str) -> None:
    tools = tmp_path / "tools"
    tools.mkdir()
    fake = tools / "pg_dump"
    fake.write_text(
        f'#!/bin/sh\nprintf "%s\\n" "$PGUSER" "$PGPASSWORD" "${{PGSSLMODE:-}}" "$@" > {tmp_path}/seen\n'
        'for word; do case $word in --file=*) : > "${word#--file=}";; esac; done\n'
    )
    fake.chmod(0o755)
    assert run(tmp_path / "copies", url=url, path=f"{tools}:{os.environ['PATH']}").returncode == 0
    user, given, sslmode, *arguments = (tmp_path / "seen").read_text().splitlines()
    assert (user, given, sslmode) == ("steunpunt", password, mode)
    assert "--dbname=postgresql://database:5433/steunpunt" in arguments
    assert not any("geheim" in argument for argument in arguments)
