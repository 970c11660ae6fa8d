"""The files to operate the bot: that they fit each other, the settings and the package, and give away nothing."""

import json
import os
import re
import shutil
import subprocess
import sys
import threading
import tomllib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.app.settings import Settings

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
UNITS = ("steunpuntbot.service", "steunpuntbot-backup.service", "steunpuntbot-backup.timer")
CONFIGURATION = [
    ROOT / "Dockerfile",
    ROOT / "compose.yaml",
    *(path for path in sorted(DEPLOY.rglob("*")) if path.is_file()),
]


def compose() -> dict[str, Any]:
    return dict(yaml.safe_load((ROOT / "compose.yaml").read_text()))


def services() -> dict[str, dict[str, Any]]:
    return dict(compose()["services"])


def instructions(*names: str) -> list[tuple[str, str]]:
    """Of the Dockerfile, in order, continued lines joined."""
    text = re.sub(r"\\\n", " ", (ROOT / "Dockerfile").read_text())
    found = [line.split(None, 1) for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return [(name, rest.strip()) for name, rest in found if not names or name in names]


def copied_from_the_folder() -> list[tuple[str, str]]:
    """Source in the project, and target in the image."""
    return [tuple(rest.split()) for _, rest in instructions("COPY") if not rest.startswith("--from=")]  # type: ignore[misc]


@pytest.mark.parametrize("path", CONFIGURATION, ids=lambda path: path.name)
def test_every_setting_that_is_named_exists(path: Path) -> None:
    known = {f"STEUNPUNT_{name.upper()}" for name in Settings.model_fields}
    assert set(re.findall(r"STEUNPUNT_[A-Z_]+", path.read_text())) <= known


# Compose


@pytest.mark.parametrize("name", services())
def test_a_container_may_do_nothing_it_does_not_need(name: str) -> None:
    service = services()[name]
    assert "privileged" not in service
    assert "cap_add" not in service
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert service["read_only"] is True
    assert re.fullmatch(r"[1-9]\d*:[1-9]\d*", service["user"])
    assert not any("docker.sock" in str(volume) for volume in service["volumes"])
    assert all(port.startswith("127.0.0.1:") for port in service.get("ports", []))


@pytest.mark.parametrize("name", services())
def test_a_container_has_limits_and_a_way_to_see_whether_it_is_well(name: str) -> None:
    service = services()[name]
    assert re.fullmatch(r"\d+[mg]", service["mem_limit"])
    assert service["logging"]["options"].keys() == {"max-size", "max-file"}
    if name == "prepare":
        # Ends by itself; the others wait for its exit code.
        assert service["restart"] == "no"
        assert service["healthcheck"] == {"disable": True}
        return
    assert service["restart"] == "unless-stopped"
    assert service["stop_grace_period"]
    runs_the_bot = service["image"] == "steunpuntbot" and "entrypoint" not in service
    assert runs_the_bot or service["healthcheck"]["test"][0] == "CMD"


def test_no_secret_is_written_in_any_file() -> None:
    secret = re.compile(r"(TOKEN|SECRET|SECRET_KEY|PASSWORD)$")
    for name, service in services().items():
        for setting, value in service.get("environment", {}).items():
            if secret.search(setting):
                assert re.fullmatch(r"\$\{[A-Z_]+:(-|\?[^}]*)\}", value), (name, setting)
    for path in CONFIGURATION:
        assert not re.search(r"\d{8,}:[\w-]{30,}", path.read_text()), path


def test_only_one_of_the_two_ways_starts() -> None:
    by_profile = {name: service["profiles"] for name, service in services().items()}
    assert all(profiles in (["sqlite"], ["postgres"]) for profiles in by_profile.values())
    commands = [service["command"] for service in services().values() if service.get("command", [""])[0] == "run"]
    assert sorted(command[-1] for command in commands) == ["delivery", "desk", "intake", "timers"]
    assert services()["desk"]["scale"] == 2


def test_roles_wait_until_the_tables_are_there_and_nobody_else_writes_what_was_learned() -> None:
    for name in ("intake", "desk", "delivery", "timers", "copies-postgres"):
        assert services()[name]["depends_on"]["prepare"] == {"condition": "service_completed_successfully"}
    writers = [
        name
        for name, service in services().items()
        for volume in service["volumes"]
        if volume.get("source") == "cache" and not volume.get("read_only")
    ]
    assert writers == ["prepare"]


def test_the_database_is_not_on_the_outside_network() -> None:
    assert compose()["networks"]["inside"] == {"internal": True}
    assert services()["database"]["networks"] == ["inside"]
    assert "ports" not in services()["database"]


# The image


def test_the_image_does_not_run_as_root() -> None:
    *_, (_, user) = instructions("USER")
    assert user == services()["steunpuntbot"]["user"]
    assert [name for name, _ in instructions()].index("USER") > [rest for _, rest in instructions()].index(
        "--from=build /opt /opt"
    )


def test_the_image_holds_what_the_wheel_holds() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    wanted = {*wheel["packages"], *wheel["force-include"], "requirements/run.lock"}
    assert {source for source, _ in copied_from_the_folder()} == wanted
    ignored = (ROOT / ".dockerignore").read_text().splitlines()
    assert "*" in ignored
    assert {line[1:] for line in ignored if line.startswith("!")} == wanted


def test_what_is_copied_is_enough_to_find_the_content(tmp_path: Path) -> None:
    for source, target in copied_from_the_folder():
        place = tmp_path / target.lstrip("/")
        if (ROOT / source).is_dir():
            shutil.copytree(ROOT / source, place, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            place = place / Path(source).name if target.endswith("/") else place
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / source, place)
    home = tmp_path / "opt" / "steunpuntbot"
    code = "from bot.app.library import checked_content; print(checked_content(None).layers[-1].root)"
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(home), "HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert done.stdout.strip() == str(home), done.stderr


class _Alive(BaseHTTPRequestHandler):
    status = 200

    def do_GET(self) -> None:
        self.send_response(self.status if self.path == "/healthz/live" else 404)
        self.end_headers()

    def log_message(self, *_details: object) -> None:
        """Silent."""


class _Dead(_Alive):
    status = 503


@pytest.fixture
def answering(request: pytest.FixtureRequest) -> Iterator[int]:
    with HTTPServer(("127.0.0.1", 0), request.param) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server.server_port
        server.shutdown()
        thread.join()


@pytest.mark.parametrize(("answering", "well"), [(_Alive, True), (_Dead, False)], indirect=["answering"])
def test_the_health_check_of_the_image_sees_whether_the_bot_lives(answering: int, well: bool) -> None:
    assert _health_check(answering) is well


def test_the_health_check_of_the_image_sees_that_nobody_listens() -> None:
    assert _health_check(1) is False


def _health_check(port: int) -> bool:
    [(_, written)] = instructions("HEALTHCHECK")
    python, *arguments = json.loads(written.split("CMD ", 1)[1])
    assert python == "python"
    environment = {"STEUNPUNT_HTTP_PORT": str(port), "http_proxy": "http://127.0.0.1:9"}
    done = subprocess.run([sys.executable, *arguments], env=environment, capture_output=True, check=False)
    return done.returncode == 0


# systemd


def test_the_units_are_read_by_systemd_without_a_remark(tmp_path: Path) -> None:
    analyze = shutil.which("systemd-analyze")
    if analyze is None:
        pytest.skip("systemd-analyze is not on this machine")
    for unit in UNITS:
        # The programs are not installed here; what is around them is what we check.
        text = re.sub(
            r"/opt/steunpuntbot/(\.venv/bin/python|deploy/make-copy)", "/bin/true", (DEPLOY / unit).read_text()
        )
        (tmp_path / unit).write_text(text)
    done = subprocess.run(
        [analyze, "verify", "--man=no", *(str(tmp_path / unit) for unit in UNITS)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")


def test_both_services_are_confined_alike() -> None:
    first, second = (
        (DEPLOY / unit).read_text().split("CapabilityBoundingSet=", 1)[1].split("\n[Install]")[0].strip()
        for unit in UNITS[:2]
    )
    assert first == second
    assert {"NoNewPrivileges=yes", "ProtectSystem=strict", "ProtectHome=yes"} <= set(first.splitlines())


def test_the_bot_comes_back_reloads_and_gets_time_to_finish() -> None:
    unit = (DEPLOY / "steunpuntbot.service").read_text().splitlines()
    assert {"Restart=always", "StartLimitIntervalSec=0", "ExecReload=/bin/kill -HUP $MAINPID", "User=steunpuntbot",
            "StateDirectory=steunpuntbot", "TimeoutStopSec=60"} <= set(unit)  # fmt: skip
