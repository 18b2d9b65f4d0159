"""The word `Downsampling`."""

import dataclasses

from archgen.dsl.quantities import Duration
from archgen.dsl.word import Word, word


@word
class Downsampling(Word):
    """Keeps old values only as sums of longer times."""

    after: Duration | None = dataclasses.field(default=None, kw_only=False)
    """From which age."""
    to: Duration | None = None
    """The length of time that one kept value stands for."""
