"""A machine for trying what docs/operator.md says to type: folders of its own, and what needs root or systemd played.

Played are ``sudo`` (nobody becomes anybody else), ``apt-get``, ``useradd``, ``chgrp``, ``nano`` (fills in what the
guide says) and ``systemctl`` (reads the real units: environment, folder, command). Everything else is real.
"""

import asyncio
import os
import re
import shutil
import signal
import sys
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from tests.waiting import PATIENCE

ROOT = Path(__file__).parents[2]
_CODE = ("bot", "deploy", "tools", "requirements", "faq", "flows", "steunpunt.yaml", "pyproject.toml")
_PREFIXES = ("/opt/steunpuntbot", "/etc/", "/var/lib/steunpuntbot", "/var/cache/steunpuntbot")
_PLAYED = {
    "sudo": '[ "$1" = -u ] && shift 2; exec "$@"',
    "apt-get": 'echo "$@" >> "$MACHINE/apt"',
    "useradd": 'echo "$@" >> "$MACHINE/users"',
    "chgrp": 'test -e "$2"',
}


class Machine:
    """One computer."""

    def __init__(self, folder: Path, filled_in: Mapping[str, str]) -> None:
        """``filled_in``: what the operator writes in the file with settings."""
        self.folder = folder
        self._filled_in = filled_in
        self._running: dict[str, asyncio.subprocess.Process] = {}
        tools = folder / "played"
        tools.mkdir()
        for name, body in _PLAYED.items():
            self._play(tools / name, f"#!/bin/sh\n{body}\n")
        # GNU install, but for the group, which this machine does not have.
        real = shutil.which("install")
        self._play(tools / "install", f'#!{sys.executable}\nimport os, sys\nwords = sys.argv[1:]\n'
                   'while "-g" in words:\n    at = words.index("-g")\n    del words[at : at + 2]\n'
                   f'os.execv("{real}", ["install", *words])\n')  # fmt: skip
        self._play(tools / "nano", f'#!/bin/sh\necho "$1" >> "{folder}/edited"\n')
        self._play(tools / "systemctl", f'#!/bin/sh\necho "$@" >> "{folder}/asked"\n')
        self._code()
        for place in ("etc/systemd/system", "var/lib", "var/cache"):
            (folder / place).mkdir(parents=True)

    def _play(self, path: Path, text: str) -> None:
        path.write_text(text)
        path.chmod(0o755)

    def _code(self) -> None:
        """The files of the project where the guide wants them, with packages that are installed already."""
        home = self.folder / "opt" / "steunpuntbot"
        home.mkdir(parents=True)
        for name in _CODE:
            source = ROOT / name
            if source.is_dir():
                shutil.copytree(source, home / name, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(source, home / name)
        python = home / ".venv" / "bin" / "python"
        python.parent.mkdir(parents=True)
        self._play(python, f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
        lock = sha256((home / "requirements" / "run.lock").read_bytes()).hexdigest()[:16]
        (home / ".venv" / f".run-{lock}").touch()

    def here(self, text: str) -> str:
        """The same with this machine's own folders."""
        for prefix in _PREFIXES:
            text = re.sub(rf"(?<![\w.]){re.escape(prefix)}", f"{self.folder}{prefix}", text)
        return text

    async def types(self, block: str) -> str:
        """Line after line as it stands in the guide; what it wrote. A line that fails ends the test."""
        (self.folder / "asked").write_text("")
        (self.folder / "edited").write_text("")
        said = ""
        for command in _commands(block):
            said += await self._run(self.here(command))
            for path in (self.folder / "edited").read_text().splitlines():
                self._fill_in(self.folder / path if not path.startswith("/") else Path(path))
            (self.folder / "edited").write_text("")
            for asked in (self.folder / "asked").read_text().splitlines():
                await self._systemctl(asked.split())
            (self.folder / "asked").write_text("")
        return said

    async def _run(self, command: str) -> str:
        environment = {
            "PATH": f"{self.folder}/played:{os.environ['PATH']}", "MACHINE": str(self.folder),
            "HOME": str(self.folder), "XDG_CACHE_HOME": _cache(), "LC_ALL": "C.UTF-8",
        }  # fmt: skip
        home = self.folder / "opt" / "steunpuntbot"
        process = await asyncio.create_subprocess_exec(
            "bash", "-c", f"set -eu\n{command}", cwd=home, env=environment, stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
        )  # fmt: skip
        async with asyncio.timeout(PATIENCE):
            said = (await process.communicate())[0].decode()
        assert process.returncode == 0, (command, said)
        return said

    def _fill_in(self, path: Path) -> None:
        text = path.read_text()
        for name, value in self._filled_in.items():
            line = f"{name}={value}"
            text, found = re.subn(rf"^#? ?{name}=.*$", line.replace("\\", r"\\"), text, flags=re.MULTILINE)
            text += "" if found else f"{line}\n"
        path.write_text(text)

    async def _systemctl(self, words: list[str]) -> None:
        match [word for word in words if not word.startswith("--")]:
            case ["daemon-reload"]:
                assert list((self.folder / "etc/systemd/system").glob("*.service"))
            case ["enable" | "start", *units]:
                for unit in units:
                    await self._start(unit.removesuffix(".service"))
            case ["stop", unit]:
                await self._stop(unit)
            case ["restart", unit]:
                await self._stop(unit)
                await self._start(unit)
            case ["reload", unit]:
                self._running[unit].send_signal(signal.SIGHUP)
            case _:
                raise AssertionError(words)

    async def _start(self, unit: str) -> None:
        if unit.endswith(".timer"):
            assert (self.folder / "etc/systemd/system" / unit).exists()
            return
        text = self.here((self.folder / "etc/systemd/system" / f"{unit}.service").read_text())
        said = [line.partition("=")[::2] for line in text.splitlines() if "=" in line and not line.startswith("#")]
        one = dict(said)
        environment = {"PATH": os.environ["PATH"], "HOME": str(self.folder)}
        for name, value in said:
            if name == "Environment":
                key, _, rest = value.partition("=")
                environment[key] = rest
        for line in Path(one["EnvironmentFile"]).read_text().splitlines():
            if "=" in line and not line.startswith("#"):
                key, _, rest = line.partition("=")
                environment[key] = rest
        # What was learned before is shared: how long that takes is not what is tried.
        environment["XDG_CACHE_HOME"] = _cache()
        (self.folder / "var/lib" / one["StateDirectory"]).mkdir(exist_ok=True)
        with (self.folder / f"{unit}.log").open("ab") as log:
            process = await asyncio.create_subprocess_exec(
                *one["ExecStart"].split(), cwd=one["WorkingDirectory"], env=environment, stdout=log, stderr=log
            )
        if one["Type"] == "oneshot":
            async with asyncio.timeout(PATIENCE):
                assert await process.wait() == 0, (self.folder / f"{unit}.log").read_text()
        else:
            self._running[unit] = process

    async def _stop(self, unit: str) -> None:
        process = self._running.pop(unit)
        process.terminate()
        async with asyncio.timeout(PATIENCE):
            assert await process.wait() == 0, (self.folder / f"{unit}.log").read_text()

    async def off(self) -> None:
        """Everything that runs stops."""
        for unit in list(self._running):
            await self._stop(unit)


def _cache() -> str:
    return os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")


def _commands(block: str) -> list[str]:
    """The lines of a block, without their remarks; one that goes on is one."""
    whole = block.replace("\\\n", " ")
    return [line for part in whole.splitlines() if (line := re.sub(r"\s+#\s.*$", "", part).strip())]
