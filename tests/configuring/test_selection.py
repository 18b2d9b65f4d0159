"""Which rules run: the command line before the file, the file before the default, and the narrower before the wider."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from archgen.configuring.selection import Layer, chosen
from archgen.configuring.selectors import Selector, selector
from tests.configuring.shelf import CODES, SHELF

TEXTS = st.sampled_from(["all", "RT", "RT0", "RT00", "LT", "LT01", "CA", "caching", "contention", *CODES])
SELECTORS = st.lists(TEXTS, max_size=3).map(lambda texts: tuple(selector(text, SHELF, "") for text in texts))
LAYERS = st.builds(Layer, st.none() | SELECTORS, SELECTORS, SELECTORS)
SAYING = st.builds(Layer, SELECTORS, SELECTORS, SELECTORS)
NOTHING = Layer()


def runs(*layers: Layer) -> set[str]:
    return {code for code, choice in chosen(layers, SHELF).items() if choice.runs}


def of(*texts: str) -> tuple[Selector, ...]:
    return tuple(selector(text, SHELF, "") for text in texts)


def test_by_default_every_rule_runs() -> None:
    assert runs() == runs(NOTHING) == runs(NOTHING, NOTHING) == set(CODES)


@given(LAYERS)
def test_a_command_line_that_says_nothing_leaves_all_to_the_file(file: Layer) -> None:
    assert runs(file, NOTHING) == runs(file) == runs(NOTHING, file)


@given(LAYERS, SAYING)
def test_a_selection_on_the_command_line_stands_in_place_of_all_that_the_file_says(file: Layer, line: Layer) -> None:
    assert runs(file, line) == runs(line)


@given(LAYERS, st.lists(st.sampled_from(CODES), max_size=3))
def test_rules_that_are_ignored_on_the_command_line_are_taken_from_those_of_the_file(file: Layer, codes: list[str]) -> None:
    assert runs(file, Layer(ignore=of(*codes))) == runs(file) - set(codes)


@given(LAYERS, st.lists(st.sampled_from(CODES), max_size=3))
def test_rules_that_are_selected_besides_are_added_to_those_of_the_file(file: Layer, codes: list[str]) -> None:
    assert runs(file, Layer(extend=of(*codes))) == runs(file) | set(codes)


@given(LAYERS, LAYERS)
def test_whatever_both_say_of_a_rule_by_its_code_the_command_line_counts(file: Layer, line: Layer) -> None:
    for code in CODES:
        one = of(code)
        assert code in runs(file, Layer(line.select, one, tuple(s for s in line.ignore if s.codes != one[0].codes)))
        assert code not in runs(file, Layer(line.select, line.extend, one))


@given(SELECTORS, SELECTORS, SELECTORS)
def test_the_order_in_which_rules_are_named_does_not_matter(
    select: Sequence[Selector], extend: Sequence[Selector], ignore: Sequence[Selector]
) -> None:
    there = Layer(tuple(select), tuple(extend), tuple(ignore))
    back = Layer(tuple(reversed(select)), tuple(reversed(extend)), tuple(reversed(ignore)))
    assert runs(there) == runs(back)


def test_the_narrower_selector_counts_and_of_equals_the_one_that_ignores() -> None:
    assert runs(Layer(of("RT001"), (), of("RT"))) == {"RT001"}
    assert runs(Layer(of("RT"), (), of("RT001"))) == {"RT012"}
    assert runs(Layer(of("caching"), (), of("CA"))) == set()
    assert runs(Layer(of("RT001"), (), of("RT001"))) == set()
    assert runs(Layer(None, of("RT00"), of("RT0"))) == set(CODES) - {"RT012"}


def test_a_choice_knows_what_it_is_owed_to() -> None:
    ignored, selected = of("RT")[0], of("LT")[0]
    found = chosen([Layer((selected,), (), (ignored,))], SHELF)
    assert [found[code].because for code in ("RT001", "LT001", "CA002")] == [ignored, selected, selected]
    assert chosen([], SHELF)["RT001"].because is None
