"""Reading, judging and drawing without the collector of garbage, which would look through the whole design again and again."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """No collection meanwhile, and afterwards as before.

    What a design becomes stays until it has been told of, so that nothing is found that could be freed: of the time that a large
    design takes, more than half would go into looking. Also a decorator.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
