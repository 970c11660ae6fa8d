"""The dashboard and the alerts: that they ask for figures that exist, can be imported, and ring when they should."""

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
METRICS = frozenset({
    "steunpunt_updates_open", "steunpunt_oldest_update_seconds", "steunpunt_updates_set_aside",
    "steunpunt_messages_open", "steunpunt_oldest_message_seconds", "steunpunt_messages_refused",
    "steunpunt_updates_handled_total", "steunpunt_messages_sent_total",
    "steunpunt_turn_seconds_bucket", "steunpunt_turn_seconds_sum", "steunpunt_turn_seconds_count",
    "steunpunt_handoffs_waiting", "steunpunt_handoffs_live", "steunpunt_content_info",
    "steunpunt_content_reload_failed", "steunpunt_database_up", "process_resident_memory_bytes", "up",
})  # fmt: skip
"""All that ``/metrics`` tells, and what Prometheus itself says of a target."""
_PROMQL_WORDS = frozenset({
    "absent", "and", "by", "histogram_quantile", "instance", "job", "label_values", "le", "max", "min", "min_over_time",
    "or", "rate", "sum", "version",
})  # fmt: skip


def dashboard() -> dict[str, Any]:
    return dict(json.loads((DEPLOY / "grafana" / "steunpuntbot.json").read_text()))


def alerts() -> list[dict[str, Any]]:
    return list(yaml.safe_load((DEPLOY / "alerts.yml").read_text())["groups"][0]["rules"])


def expressions() -> list[str]:
    """All PromQL in the dashboard and the alerts."""
    found = [target["expr"] for panel in dashboard()["panels"] for target in panel["targets"]]
    found += [variable["definition"] for variable in dashboard()["templating"]["list"] if "definition" in variable]
    return found + [rule["expr"] for rule in alerts()]


def metrics_in(expression: str) -> set[str]:
    bare = re.sub(r"\{[^}]*\}|\[[^\]]*\]|\"[^\"]*\"", " ", expression)
    return set(re.findall(r"[a-z_]{2,}", bare)) - _PROMQL_WORDS


def test_every_figure_that_is_named_exists_and_each_is_shown_or_watched() -> None:
    assert set().union(*map(metrics_in, expressions())) == METRICS


def test_alerts_and_panels_say_in_dutch_what_is_going_on() -> None:
    for rule in alerts():
        assert rule["labels"]["severity"] in {"critical", "warning", "info"}
        assert all(rule["annotations"][part].endswith((".", "?")) for part in ("summary", "description"))
    for panel in dashboard()["panels"]:
        assert panel["title"]
        assert panel["description"].endswith(".")


def test_the_dashboard_can_be_imported_anywhere() -> None:
    board = dashboard()
    assert board["id"] is None
    assert board["schemaVersion"] >= 36
    names = [variable["name"] for variable in board["templating"]["list"]]
    assert names == ["datasource", "job"]
    sources = [panel["datasource"] for panel in board["panels"]]
    sources += [target["datasource"] for panel in board["panels"] for target in panel["targets"]]
    assert {source["uid"] for source in sources} == {"${datasource}"}
    assert len({panel["id"] for panel in board["panels"]}) == len(board["panels"])


def test_panels_do_not_overlap() -> None:
    taken: set[tuple[int, int]] = set()
    for panel in dashboard()["panels"]:
        at = panel["gridPos"]
        cells = {(x, y) for x in range(at["x"], at["x"] + at["w"]) for y in range(at["y"], at["y"] + at["h"])}
        assert not cells & taken
        assert at["x"] + at["w"] <= 24
        taken |= cells


def test_prometheus_itself_agrees(tmp_path: Path) -> None:
    promtool = shutil.which("promtool")
    if promtool is None:
        pytest.skip("promtool is not on this machine")
    shutil.copytree(DEPLOY, tmp_path, dirs_exist_ok=True)
    shutil.copy(ROOT / "tests" / "deploy" / "alerts_test.yml", tmp_path)
    shown = [e.replace("$__rate_interval", "1m") for e in expressions() if not e.startswith("label_values")]
    rules = [{"record": f"panel:{number}", "expr": expression} for number, expression in enumerate(shown)]
    (tmp_path / "panels.yml").write_text(yaml.safe_dump({"groups": [{"name": "panels", "rules": rules}]}))
    for arguments in (
        ["check", "config", "prometheus.yml"],
        ["check", "rules", "panels.yml"],
        ["test", "rules", "alerts_test.yml"],
    ):
        done = subprocess.run([promtool, *arguments], cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
