"""Whatever a file holds: it is linted, or what is wrong with it is said; never does a command break down over it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cli.running import Ran, ran

ROOT = Path(__file__).resolve().parents[2]
YAML = [ROOT / "examples" / "group_chat.yaml", ROOT / "tests" / "exporters" / "twins" / "shop.yaml"]
YAML += sorted((ROOT / "tests" / "broken_specs").glob("*.yaml"))
JSON = [ROOT / "tests" / "golden" / "export" / "shop.json"]
SIGNS = "{}[]:,-#&*!|>%@`\"'?~ \t\n\\0aé\u2028\ufeff\x00"
Edit = Callable[[list[str]], list[str]]

anything = settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=60)
places = st.floats(0, 1, exclude_max=True)


@st.composite
def edits(draw: st.DrawFn) -> Edit:
    """Delete, double, swap or put in a line or a character."""
    kind, first, second, sign = (
        draw(st.sampled_from(["delete", "double", "swap", "put"])),
        draw(places),
        draw(places),
        draw(st.sampled_from(SIGNS)),
    )

    def edit(units: list[str]) -> list[str]:
        found = list(units)
        one, other = int(first * len(found)), int(second * len(found))
        match kind if found else "put":
            case "delete":
                del found[one]
            case "double":
                found.insert(one, found[one])
            case "swap":
                found[one], found[other] = found[other], found[one]
            case "put":
                found.insert(one, sign)
        return found

    return edit


def edited(text: str, of_lines: list[Edit], of_signs: list[Edit]) -> bytes:
    lines = text.splitlines(keepends=True)
    for edit in of_lines:
        lines = edit(lines)
    signs = list("".join(lines))
    for edit in of_signs:
        signs = edit(signs)
    return "".join(signs).encode()


def linted(capsys: pytest.CaptureFixture[str], name: str, data: bytes) -> Ran:
    """Lint a file of that name; whatever is raised is raised here too."""
    Path(name).write_bytes(data)
    return ran(capsys, "lint", name)


def holds(result: Ran) -> bool:
    """Whether a command ended as it may: with findings or without, or with what is wrong and where."""
    return result.code in (0, 1) or (result.code == 2 and result.err.startswith("design.") and not result.out)


@given(st.binary(max_size=200))
@anything
@pytest.mark.parametrize("name", ["design.yaml", "design.json"])
def test_any_bytes_are_linted_or_refused(capsys: pytest.CaptureFixture[str], name: str, data: bytes) -> None:
    assert holds(linted(capsys, name, data))


@given(st.text(st.sampled_from(SIGNS), max_size=60))
@anything
@pytest.mark.parametrize("name", ["design.yaml", "design.json"])
def test_any_signs_of_yaml_are_linted_or_refused(capsys: pytest.CaptureFixture[str], name: str, text: str) -> None:
    assert holds(linted(capsys, name, f"archgen: 1\ndesign: D\n{text}".encode()))


@given(st.sampled_from(YAML), st.lists(edits(), max_size=4), st.lists(edits(), max_size=4))
@anything
def test_any_design_that_was_edited_is_linted_or_refused(
    capsys: pytest.CaptureFixture[str], path: Path, lines: list[Edit], signs: list[Edit]
) -> None:
    assert holds(linted(capsys, "design.yaml", edited(path.read_text("utf-8"), lines, signs)))


@given(st.sampled_from(JSON), st.lists(edits(), max_size=4), st.lists(edits(), max_size=4))
@anything
def test_any_json_that_was_edited_is_linted_or_refused(
    capsys: pytest.CaptureFixture[str], path: Path, lines: list[Edit], signs: list[Edit]
) -> None:
    assert holds(linted(capsys, "design.json", edited(path.read_text("utf-8"), lines, signs)))
