"""What every report format owes."""

import pytest

from archgen.loading import library
from tests.reporters.reports import CLEAN, CRASHED, MIXED, WAIVED

every_format = pytest.mark.parametrize("name", library.formats(library.REPORTERS))


@every_format
def test_every_finding_and_crash_is_written(name: str) -> None:
    text = library.reporter(name).write([MIXED, CRASHED])
    assert all(code in text for code in ("RT041", "RT001", "XX001"))


@every_format
def test_the_same_reports_give_the_same_text_that_ends_with_a_line(name: str) -> None:
    texts = {library.reporter(name).write([CLEAN, MIXED, WAIVED, CRASHED]) for _ in range(2)}
    assert len(texts) == 1
    assert texts.pop().endswith("\n")


@every_format
def test_a_run_over_nothing_can_be_written(name: str) -> None:
    assert library.reporter(name).write([])
