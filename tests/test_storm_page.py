"""What the page about numbers shows of a simulation is what is printed."""

import re
from pathlib import Path

import pytest

from tests.cli.running import ran

PAGE = (Path(__file__).resolve().parent.parent / "site" / "pages" / "40-numbers.md").read_text("utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def test_the_storm_is_seen_as_it_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (design,) = (block for block in blocks("yaml") if block.startswith("# tickets.yaml\n"))
    Path("tickets.yaml").write_text(design.partition("\n")[2])
    Path("once.yaml").write_text(design.replace("retry: {attempts: 3, backoff: none}", "retry: false"))
    shown = [block.partition("\n") for block in blocks("console") if block.startswith("$ archgen simulate")]
    assert len(shown) == 2
    for command, _, output in shown:
        result = ran(capsys, *command.split()[2:])
        assert (result.code, result.out) == (0, output)
