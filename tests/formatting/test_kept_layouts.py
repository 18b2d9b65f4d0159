"""Layout files with other places in them: nothing else is touched."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archgen.formatting.kept_layouts import HEAD, with_places
from archgen.formatting.yaml_layout import comments
from archgen.pipeline.keeping import _plain
from archgen.pipeline.layouts import read_layouts

PLACES = 'rows:\n  - {"a": 9, "b": 30}\n  - {"c": 9}\nspacing: [12]\n'
OURS = """\
# by hand
designs:
  Shop:  # ours
    # the whole
    components:
      hints:
        # reads first
        a: {left_of: b}  # always
        gone: {row: first}  # no longer
      rows:
        # the top
        - {b: 9, gone: 30}
    view-old: {rows: [[a]]}  # was once
  Other:
    components: {rows: [[x, y]]}  # not ours
"""


def written(text: str, places: str = PLACES) -> str:
    return with_places(text, "Shop", {"components": places}, {"gone"}, _plain)


def test_a_new_file_says_what_it_is_for() -> None:
    assert written("") == HEAD + (
        "designs:\n  Shop:\n    components:\n      rows:\n        - {a: 9, b: 30}\n        - {c: 9}\n      spacing: [12]\n"
    )


def test_places_are_written_anew_and_hints_and_comments_stay() -> None:
    assert (
        written(OURS)
        == """\
# by hand
designs:
  Shop:  # ours
    # the whole
    components:
      hints:
        # reads first
        a: {left_of: b}  # always
      # the top
      rows:
        - {a: 9, b: 30}
        - {c: 9}
      spacing: [12]
      # no longer
    # was once
  Other:
    components: {rows: [[x, y]]}  # not ours
"""
    )


def test_what_is_forgotten_leaves_hints_and_comments() -> None:
    assert (
        written(OURS, "{}")
        == """\
# by hand
designs:
  Shop:  # ours
    # the whole
    components:
      hints:
        # reads first
        a: {left_of: b}  # always
      # no longer
      # the top
    # was once
  Other:
    components: {rows: [[x, y]]}  # not ours
"""
    )


@pytest.mark.parametrize(
    "text", ["# only this\n", "---\ndesigns:  # none yet\n", "designs: {}\n", "designs:\n  # soon\n", "{designs: {Shop: }}\n"]
)
def test_any_file_that_says_nothing_is_filled_and_emptied(text: str) -> None:
    full = written(text)
    assert read_layouts(full, "l.yaml")["Shop"]["components"].kept.drops == (12,)
    assert written(full) == full
    assert read_layouts(written(full, "{}"), "l.yaml") == {}
    assert comments(written(full, "{}")) == comments(full)


LINES = st.lists(st.integers(0, OURS.count("\n") - 1), max_size=4)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(LINES, st.sampled_from([PLACES, "{}"]), st.sets(st.sampled_from(["a", "b", "gone"])))
def test_no_comment_is_ever_lost(places: list[int], figure: str, dropped: set[str]) -> None:
    lines = OURS.split("\n")
    for number, place in enumerate(sorted(places, reverse=True)):
        lines.insert(place, f"{' ' * (len(lines[place]) - len(lines[place].lstrip()))}# remark {number}")
    text = "\n".join(lines)
    made = with_places(text, "Shop", {"components": figure}, dropped, _plain)
    assert sorted(comments(made)) == sorted(comments(text))
    assert with_places(made, "Shop", {"components": figure}, dropped, _plain) == made
    assert read_layouts(made, "l.yaml")["Other"].keys() == {"components"}
