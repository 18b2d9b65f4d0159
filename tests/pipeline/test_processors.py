"""How many processors there are."""

import os

from archgen.pipeline.processors import processors


def test_no_more_than_the_machine_has() -> None:
    assert 1 <= processors() <= (os.cpu_count() or 1)
