"""The page about numbers says what is so: what it shows is what is printed for the design that it shows."""

import re
from pathlib import Path

import pytest

from tests.cli.running import ran

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "site" / "pages" / "40-numbers.md").read_text("utf-8")
DESIGNS = re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
SHOWN = r"^```console\n\$ archgen (estimate (?:pictures|guessed).yaml .*?)\n(.*?)^```$"
COMMANDS = re.findall(SHOWN, PAGE, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize(("command", "shown"), COMMANDS)
def test_every_command_of_the_page_prints_what_is_shown(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str, shown: str
) -> None:
    monkeypatch.chdir(tmp_path)
    pictures = [one for one in DESIGNS if "design: Pictures" in one]
    Path("pictures.yaml").write_text(next(one for one in pictures if "guessed.yaml" not in one), "utf-8")
    Path("guessed.yaml").write_text(next(one for one in pictures if "guessed.yaml" in one), "utf-8")
    assert ran(capsys, *command.split()).out == shown


def test_the_page_shows_what_if_and_what_is_not_known_exactly() -> None:
    assert len(COMMANDS) == 6
