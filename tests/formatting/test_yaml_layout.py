"""YAML is laid out in one form, and says the same."""

from pathlib import Path
from random import Random

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archgen.formatting import yaml_layout
from archgen.formatting.filling import WIDTH
from archgen.formatting.yaml_layout import comments
from tests.formatting.laying_out import laid_out, plain
from tests.formatting.sketches import Sketch

ROOT = Path(__file__).resolve().parent.parent.parent
EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_is_laid_out(path: Path) -> None:
    text = path.read_text("utf-8")
    assert laid_out(text) == text


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.randoms(use_true_random=False))
def test_a_design_says_the_same_with_all_its_comments_and_is_laid_out_once(random: Random) -> None:
    sketch = Sketch(random)
    text = sketch.text()
    made = laid_out(text)
    assert repr(plain(made)) == repr(plain(text))
    assert comments(made) == comments(text) == sketch.comments
    assert laid_out(made) == made


@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.randoms(use_true_random=False))
def test_no_line_ends_in_blanks_but_those_of_a_text(random: Random) -> None:
    made = laid_out(Sketch(random).text())
    assert [line for line in made.splitlines() if line != line.rstrip() and line.strip() not in ("", "tail")] == []
    assert made.endswith("\n")


@pytest.mark.parametrize("seed", range(20))
def test_the_layout_is_the_same_without_the_library_in_c(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    text = Sketch(Random(seed)).text()
    made = laid_out(text)
    monkeypatch.setattr(yaml_layout, "LOADER", yaml.SafeLoader)
    assert laid_out(text) == made


LAYOUTS = {
    "sections stand apart, single lines together": (
        "archgen: 1\ndesign: X\ngroups: {a: {}}\ncomponents:\n  a: 1\nwaivers:\n\n\n  - b\npitch: c\n",
        "archgen: 1\ndesign: X\ngroups: {a: {}}\n\ncomponents:\n  a: 1\n\nwaivers:\n  - b\n\npitch: c\n",
    ),
    "one blank line stays where there were some": ("a:\n\n  b: 1\n\n\n\n  c: 2\n  d: 3\n", "a:\n  b: 1\n\n  c: 2\n  d: 3\n"),
    "lists are indented below their keys": ("a:\n- x\n-   - y\n    - z\n-\n  k: 1\n", "a:\n  - x\n  - - y\n    - z\n  - k: 1\n"),
    "brackets lose their blanks": ("a: { x: 1,y: [ 2 , 3 ], }\n", "a: {x: 1, y: [2, 3]}\n"),
    "columns are not kept": ("a:\n  long:  {x: 1}\n  b:     {x: 2}\n", "a:\n  long: {x: 1}\n  b: {x: 2}\n"),
    "a root in brackets is opened": ('{"archgen": 1, "design": "X",\n "groups": {}}', "archgen: 1\ndesign: X\ngroups: {}\n"),
    "nothing stays nothing": ("a:\nb: ~\nc: {d: , e: null}\nf:\n  -\n", "a:\nb: ~\nc: {d: null, e: null}\n\nf:\n  -\n"),
    "numbers stay as they are written": ("a: 1.50\nb: 007\nc: +5\nd: 1E3\n", "a: 1.50\nb: 007\nc: +5\nd: 1E3\n"),
    "keys lose quotes, long forms and lines": ('? a\n: 1\n"b c": 2\n? |\n  d\n: 3\n', 'a: 1\nb c: 2\n"d\\n": 3\n'),
    "a key of nothing is seen": ("?\n: 1\n", '"": 1\n'),
    "an empty root stays": ("{ } # none\n", "{}\n# none\n"),
}


@pytest.mark.parametrize(("text", "made"), LAYOUTS.values(), ids=LAYOUTS)
def test_there_is_one_layout(text: str, made: str) -> None:
    assert laid_out(text) == made


@pytest.mark.parametrize("over", [0, 1])
def test_brackets_are_opened_where_they_do_not_fit(over: int) -> None:
    long = "x" * (WIDTH - len("a: {b: , c: [1, 2]}") + over)
    inline, opened = f"a: {{b: {long}, c: [1, 2]}}\n", f"a:\n  b: {long}\n  c: [1, 2]\n"
    assert laid_out(inline) == (opened if over else inline)


def test_a_comment_does_not_count_as_width() -> None:
    text = f"a: {{b: {'x' * 100}}}  # {'y' * 100}\n"
    assert laid_out(text) == text


def test_a_comment_after_brackets_that_are_opened_goes_before_what_was_in_them() -> None:
    long = "x" * WIDTH
    assert laid_out(f"a: {{b: {long}}} # of a\n") == f"a:  # of a\n  b: {long}\n"
    assert laid_out(f"a:\n- {{b: {long}}} # of b\n") == f"a:\n  # of b\n  - b: {long}\n"


@pytest.mark.parametrize(("quote", "word"), [("", "seven_s"), ("'", '"even": s'), ('"', "it's: so")])
def test_a_long_text_is_filled(quote: str, word: str) -> None:
    text = " ".join([word] * 40)
    made = laid_out(f"a: {quote}{text}{quote}\n")
    first, *others = made.splitlines()
    assert plain(made) == {"a": text}
    assert max(map(len, made.splitlines())) <= WIDTH
    assert first.startswith(f"a: {quote}{word} {word}")
    assert [line for line in others if line[:2] != "  " or line[2] == " "] == []
    assert [line for line in [first, *others[:-1]] if len(line) < WIDTH - len(word)] == []


def test_a_line_of_a_long_text_never_begins_like_something_else() -> None:
    text = "x" * (WIDTH - 3) + " - y ? z"
    assert laid_out(f"a: {text}\n") == f"a: {'x' * (WIDTH - 3)} -\n  y ? z\n"


@pytest.mark.parametrize(
    "text",
    [
        "a: |\n  b\n   c\n\n  d\nb: 1\n",
        "a: >\n  b\n  c\n\n   d\n  e\n",
        "a: |2\n    b\n  c\n",
        "a: |-\n  b\nc: |\n  d\ne: |+\n  f\n\n\n# g\nh: 1\n",
        "a:\n  - >-\n    b\n  - c: |\n      d\n",
        "a: |+\n  b\n\n",
        "a: |\n\n  b\n",
    ],
)
def test_a_text_on_lines_of_its_own_stays_as_it_is(text: str) -> None:
    assert laid_out(text) == text


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("a: |\n      b\n       c\n", "a: |\n  b\n   c\n"),
        ("a: |5\n      b\n", "a: |2\n   b\n"),
        ("a: |+\n  b\n", "a: |\n  b\n"),
        ("a: |\n  b", "a: |-\n  b\n"),
        ("a: |\n\nb: >+\n\n\n", 'a: ""\n\nb: "\\n\\n"\n'),
    ],
)
def test_a_text_on_lines_of_its_own_stands_below_its_key(text: str, made: str) -> None:
    assert laid_out(text) == made
