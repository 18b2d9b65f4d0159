"""What the examples show can bear what they say will come, in the busiest time too."""

from pathlib import Path

import pytest

from archgen.estimating.run import estimate
from archgen.pipeline.growing import is_full
from archgen.pipeline.reading import read

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
NEAR = 1e-9


@pytest.mark.parametrize("name", sorted(path.name for path in EXAMPLES.glob("*.yaml")))
def test_nothing_in_an_example_is_asked_for_more_than_it_can_do(name: str) -> None:
    numbers = estimate(read(str(EXAMPLES / name)).architecture)
    full = {key: str(one) for key, one in numbers.quantities.items() if is_full(*key) and one.value > 1 + NEAR}
    assert full == {}
