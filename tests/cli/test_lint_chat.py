"""A chat as it is often drawn: its balancer and its queue are flagged where they stand, and no more once they are mended."""

import json
from pathlib import Path

import pytest

from archgen.cli import main

CHAT = """\
archgen: 1
design: Group chat
requirements: {concurrent_clients: 200000, latency_budget: 500ms, write_rate: 4000}
groups:
  edge: {name: Edge}
components:
  phone:   {kind: client, name: Phone, devices: 200000}
  edge_lb: {kind: load_balancer, layer: 7, in: edge}
  gateway: {kind: service, name: Gateway, replicas: 12, in: edge}
  store:   {kind: database, engine: Cassandra}
  jobs:    {kind: queue}
  pusher:  {kind: worker}
connections:
  - {kind: calls, from: phone, to: edge_lb, protocol: websocket}
  - {kind: calls, from: edge_lb, to: gateway, protocol: websocket}
  - {kind: writes, from: gateway, to: store, label: message}
  - {kind: publishes, from: gateway, to: jobs}
  - {kind: consumes, from: pusher, to: jobs}
"""


def lines_of_findings(text: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, int]:
    path = folder / "chat.yaml"
    path.write_text(text, "utf-8")
    main(["lint", "--format", "json", str(path)])
    (design,) = json.loads(capsys.readouterr().out)["designs"]
    return {finding["code"]: finding["location"]["line"] for finding in design["findings"]}


def test_the_balancer_and_the_queue_are_flagged_on_their_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = lines_of_findings(CHAT, tmp_path, capsys)
    assert (found["RT001"], found["LT017"]) == (8, 11)


@pytest.mark.parametrize("dead_letter", ["dead_jobs", "true"])
def test_a_layer_4_balancer_and_a_dead_letter_queue_clear_both(
    dead_letter: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mended = CHAT.replace("layer: 7", "layer: 4").replace("{kind: queue}", f"{{kind: queue, dead_letter: {dead_letter}}}")
    assert {"RT001", "LT017"}.isdisjoint(lines_of_findings(mended, tmp_path, capsys))
