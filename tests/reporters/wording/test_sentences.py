import pytest
from hypothesis import given
from hypothesis import strategies as st

from archgen.plugin import UNSHOWN, summary
from archgen.reporters.wording.sentences import effort, one_line, outcome, sentence
from tests.reporters.reports import MIXED, WHOLE


@given(st.text())
def test_a_line_is_one_and_can_be_shown(text: str) -> None:
    line = one_line(text)
    assert (len(line.splitlines()) <= 1, UNSHOWN.search(line), one_line(line)) == (True, None, line)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("an update is lost", "An update is lost."),
        ("iPhones poll", "iPhones poll."),
        ("5 a second arrive", "5 a second arrive."),
        ("which one?", "Which one?"),
        ("", "."),
    ],
)
def test_a_sentence_begins_large_and_ends(text: str, said: str) -> None:
    assert sentence(text) == said


def test_questions_that_are_told_apart_are_no_infos() -> None:
    total = summary([WHOLE])
    assert outcome(total).startswith("1 error, 1 warning, 1 info, 2 waived,")
    assert outcome(total, questions=1).startswith("1 error, 1 warning, 0 infos, 1 to be answered, 2 waived,")


def test_what_was_done_is_counted() -> None:
    assert effort(summary([MIXED])) == "14 rules run, 2 skipped, 0 crashed; 6 components and 5 connections checked"
