"""Layout files: what they say, and how what is wrong with them is said."""

import pytest

from archgen.errors import ConfigurationError
from archgen.model.kept import Hint, Kept, Stand
from archgen.pipeline.layouts import read_layouts


def wrong(text: str) -> list[str]:
    with pytest.raises(ConfigurationError) as raised:
        read_layouts(text, "l.yaml")
    return [str(fault) for fault in raised.value.faults]


def figure(text: str) -> str:
    return f"designs:\n  D:\n    components:\n{text}"


def test_rows_spacing_and_hints_are_read() -> None:
    text = figure(
        "      narrow: true\n      rows: [{a: 3, b: 20}, [c], {d: }]\n      spacing: [12, 9]\n"
        "      hints: {a: {left_of: [b, c], row: first}}\n"
    )
    stands = ((Stand("a", 3), Stand("b", 20)), (Stand("c"),), (Stand("d"),))
    hints = (Hint("a", "row", "first"), Hint("a", "left_of", "b"), Hint("a", "left_of", "c"))
    layout = read_layouts(text, "l.yaml")["D"]["components"]
    assert layout.kept == Kept(stands, (12, 9), hints, narrow=True)
    assert str(layout.places["b"]) == "l.yaml:5:21"


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "designs:\n", "designs: {}\n"])
def test_a_file_may_say_nothing(text: str) -> None:
    assert read_layouts(text, "l.yaml") == {}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("design: {}\n", 'l.yaml:1:1: a layout file has no "design"; did you mean "designs"?'),
        (figure("      row: []\n"), 'l.yaml:4:7: the layout of "components" has no "row"; did you mean "rows"?'),
        (figure("      rows: [{a: 1}, [a]]\n"), 'l.yaml:4:23: "a" stands in the rows already, at line 4; leave one of them out'),
        (figure("      rows: [{a: left}]\n"), 'l.yaml:4:18: a stands at a number of steps of 10 pixels, such as 24, not "left"'),
        (
            figure("      rows: [a]\n"),
            'l.yaml:4:14: a row is a list of components, or a mapping from each of them to its place, not "a"',
        ),
        (figure("      spacing: [-3]\n"), "l.yaml:4:17: spacing is in steps of 10 pixels, such as 14, not -3"),
        (figure("      narrow: 1\n"), "l.yaml:4:15: narrow is true or false, not 1"),
        (figure("      hints: {a: {lef_of: b}}\n"), 'l.yaml:4:19: "a" in hints has no "lef_of"; did you mean "left_of"?'),
        (figure("      hints: {a: {row: frist}}\n"), 'l.yaml:4:24: row is "first" or "last", not "frist"; did you mean "first"?'),
        (figure("      hints: {a: {near: a}}\n"), "l.yaml:4:25: a cannot be near itself"),
        (
            figure("      hints: {a: {above: b}, b: {above: a}}\n"),
            "l.yaml:4:15: a and b cannot each stand above the other; leave one hint out",
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_place_and_what_was_meant(text: str, said: str) -> None:
    assert wrong(text) == [said]


def test_everything_that_is_wrong_is_said_at_once() -> None:
    assert len(wrong(figure("      row: []\n      rows: [3]\n      hints: {a: {row: 1}}\n"))) == 3
