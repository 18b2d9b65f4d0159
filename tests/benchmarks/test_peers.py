"""Every tool is given the whole graph, and what it drew is counted."""

from pathlib import Path

import pytest

from tests.benchmarks.layered_graph import arrows, nodes
from tests.benchmarks.peers import Peer, peers, shown

COUNT = 30


@pytest.mark.parametrize("peer", peers(), ids=lambda peer: peer.name)
def test_every_component_and_label_is_in_the_source(peer: Peer, tmp_path: Path) -> None:
    text = peer.source(COUNT, tmp_path / "figure.svg")
    assert all(node.id in text for node in nodes(COUNT))
    assert sum(text.count(f"{sign}{label}{sign}") for label in {label for *_, label in arrows(COUNT)} for sign in "\"'") >= len(
        arrows(COUNT)
    )


def test_a_tool_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("ARCHGEN_BENCH_D2", raising=False)
    d2 = next(peer for peer in peers() if peer.name == "D2")
    assert d2.command is None
    assert d2.missing == "D2 is not there: put it on PATH, or name its command in ARCHGEN_BENCH_D2"


def test_a_tool_is_started_by_the_command_that_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARCHGEN_BENCH_D2", "node '/opt/the d2.mjs'")
    assert next(peer.command for peer in peers() if peer.name == "D2") == ["node", "/opt/the d2.mjs"]


def test_labels_are_counted_where_they_can_be_read() -> None:
    labels = [label for _, _, label in arrows(COUNT)]
    told = f"<title>{' '.join(labels)}</title>"
    assert shown(f"<svg>{told}</svg>", COUNT) == 0
    assert shown(f"<svg>{told}{''.join(f'<text>{label}</text>' for label in labels)}</svg>", COUNT) == len(labels)
    broken = "".join(f"<text>{label.replace(' ', '</text><text>')}</text>" for label in labels[1:])
    assert shown(f"<svg>{broken}<text>PostgreSQL</text></svg>", COUNT) == len(labels) - 1
