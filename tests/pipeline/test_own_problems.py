"""Problems of a team's own are told as those of archgen are, and refused with their lines."""

from pathlib import Path

import pytest

from archgen.errors import ConfigurationError, Position
from archgen.model.known_problem import KnownProblem
from archgen.model.source_path import SourcePath
from archgen.pipeline.own_problems import own_problems

TEXT = """\
month-end:
  title: The end of the month
  says: All invoices go out in one night.
  known_as: [Invoicing]
  requirements: {write_rate: 200/s}
  decides: {client-protocol: simple-polling}
  uses: [message-queue]
  designs: [billing]
"""


def named(path: Path) -> SourcePath:
    return SourcePath(path.name, str(path), Position("archgen.toml", 3, 13))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "billing" / "problems.yaml"
    path.parent.mkdir()
    path.write_text(TEXT, "utf-8")
    return path


def test_the_family_of_a_problem_is_the_folder_or_the_name_of_its_file(file: Path) -> None:
    [one] = own_problems([named(file)], [], [])
    assert one == KnownProblem(
        "month-end", "billing", "The end of the month", "All invoices go out in one night.", ("Invoicing",),
        {"write_rate": "200/s"}, {"client-protocol": "simple-polling"}, ("message-queue",), ("billing",), (),
    )  # fmt: skip
    assert own_problems([named(file.parent)], [("billing", str(file))], []) == [one]
    file.rename(file.parent / "at-night.yaml")
    assert [problem.family for problem in own_problems([named(file.parent)], [], [])] == ["at_night"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: {}\n", ":1:4: a does not state `title`"),
        (TEXT.replace("uses:", "use:"), ':7:3: month-end has no "use"; did you mean "uses"?'),
        (TEXT.replace("[Invoicing]", "3"), ":4:13: month-end: known_as is a list, not 3"),
        (TEXT.replace("month-end:", "chat-app:"), ':1:1: there is a problem "chat-app" already; give this one another name'),
        ("a: [\n", ": this is not YAML"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(file: Path, text: str, message: str) -> None:
    file.write_text(text, "utf-8")
    with pytest.raises(ConfigurationError) as raised:
        own_problems([named(file)], [], ["chat-app"])
    assert message in str(raised.value)


@pytest.mark.parametrize(
    ("name", "message"), [("none.yaml", "there is no such file"), ("a.txt", "told in YAML"), ("empty", "holds no file")]
)
def test_what_cannot_be_found_is_said_where_it_is_named(tmp_path: Path, name: str, message: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "a.txt").write_text("x")
    with pytest.raises(ConfigurationError, match=rf'archgen\.toml:3:13: problems: "{name}": .*{message}'):
        own_problems([named(tmp_path / name)], [], [])
