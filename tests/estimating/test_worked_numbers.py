"""Numbers that are worked out elsewhere, worked out by archgen from small designs; the right ones where those are wrong."""

import pytest

from tests.estimating.numbers import numbers
from tests.estimating.worked import live, reads, work, writes
from tests.estimating.worked.row import Row

ROWS = [*live.ROWS, *reads.ROWS, *writes.ROWS, *work.ROWS]


@pytest.mark.parametrize("row", ROWS, ids=[row.name for row in ROWS])
def test_a_worked_number_comes_out(row: Row) -> None:
    quantity = numbers(*row.parts, requirements=row.needs).of(row.subject, row.measure)
    assert quantity is not None, row.name
    assert quantity.value == pytest.approx(row.value, rel=1e-6)
    assert quantity.derivation.formula


def test_every_number_has_a_name_of_its_own() -> None:
    assert len({row.name for row in ROWS}) == len(ROWS) >= 60
