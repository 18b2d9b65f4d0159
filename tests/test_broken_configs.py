"""What is said of configurations and baselines that are wrong: every message of each, whole, as it stands in the file beside it.

`NN-name.toml` stands for an archgen.toml, `NN-name.pyproject.toml` for a pyproject.toml, `NN-name.json` for a baseline. Where it
brings a rule, `NN-name.py.txt` is what stands in its our_rule.py.
"""

from pathlib import Path

import pytest

from tests.cli.running import Ran, ran

FOLDER = Path(__file__).parent / "broken_configs"
FILES = sorted([*FOLDER.glob("*.toml"), *FOLDER.glob("*.json")])
every_file = pytest.mark.parametrize("file", FILES, ids=lambda path: path.name.partition(".")[0])
FILE_NAMES = ("archgen.toml:", "pyproject.toml:", "archgen-baseline.json:", "our_rule.py:")
DESIGN = "archgen: 1\ndesign: Chat\ncomponents:\n  app: {kind: client}\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def linted(file: Path, capsys: pytest.CaptureFixture[str]) -> Ran:
    """What comes of linting a design beside a copy, under its proper name."""
    _, _, suffix = file.name.partition(".")
    name = {"toml": "archgen.toml", "pyproject.toml": "pyproject.toml", "json": "archgen-baseline.json"}[suffix]
    Path(name).write_bytes(file.read_bytes())
    rule = FOLDER / f"{file.name.partition('.')[0]}.py.txt"
    if rule.is_file():
        Path("our_rule.py").write_bytes(rule.read_bytes())
    Path("empty").mkdir(exist_ok=True)
    Path("chat.yaml").write_text(DESIGN, "utf-8")
    return ran(capsys, "lint", "chat.yaml")


@every_file
def test_a_broken_file_says_what_is_wrong_where_and_what_to_write(
    file: Path, request: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str]
) -> None:
    expected = FOLDER / f"{file.name.partition('.')[0]}.txt"
    result = linted(file, capsys)
    assert (result.code, result.out) == (2, "")
    if request.config.getoption("--accept"):
        expected.write_text(result.err, "utf-8")
    assert result.err == expected.read_text("utf-8")


@every_file
def test_every_message_begins_with_its_file_and_they_stand_in_the_order_of_their_lines(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = linted(file, capsys).err.splitlines()
    assert all(line.startswith(FILE_NAMES) for line in said)
    lines = [int(part) for line in said if (part := line.split(":")[1]).isdigit()]
    assert lines == sorted(lines)


@pytest.mark.parametrize("action", ["create", "update", "prune"])
def test_a_broken_configuration_stops_the_baseline_too(action: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("archgen.toml").write_text("[lint]\nselct = []\n", "utf-8")
    Path("chat.yaml").write_text(DESIGN, "utf-8")
    result = ran(capsys, "baseline", action, "chat.yaml")
    assert (result.code, result.out) == (2, "")
    assert result.err == 'archgen.toml:2:1: [lint] has no "selct"; did you mean "select"?\n'


@pytest.mark.parametrize("name", ["archgen.toml", "pyproject.toml", "archgen-baseline.json"])
def test_a_file_that_is_no_text_is_refused(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path(name).write_bytes(b"[lint]\nselect = ['\xff']\n")
    Path("chat.yaml").write_text(DESIGN, "utf-8")
    result = ran(capsys, "lint", "chat.yaml")
    assert (result.code, result.out, result.err) == (
        2,
        "",
        f"{name}:2: the file cannot be read: it is not UTF-8 text; save it as UTF-8\n",
    )
