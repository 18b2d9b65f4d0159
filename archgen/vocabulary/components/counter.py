"""The word `Counter`."""

from typing import ClassVar, Literal

from archgen.dsl.appearance import Glyph, Tone
from archgen.dsl.counts import Count, Share
from archgen.dsl.quantities import Duration, Rate
from archgen.dsl.word import word
from archgen.vocabulary.components.store import Store


@word
class Counter(Store):
    """A number that many change."""

    glyph: ClassVar[Glyph] = Glyph.ACTIVITY
    tone: ClassVar[Tone] = "data"

    counts: Literal["views", "likes", "stock", "rate", "quota", "usage", "other"] | None = None
    """What it counts."""
    splits: Count | None = None
    """Over how many keys it is spread."""
    split_when: Literal["always", "when_hot"] | None = None
    """Whether it is spread all the time or when it gets hot."""
    split_threshold: Rate | None = None
    """From how many changes a second a number counts as hot."""
    reads_all_splits: bool | None = None
    """Whether a reader adds all keys up."""
    split_known: bool | None = None
    """Whether readers learn which numbers are spread, or always ask a fixed number of keys."""
    finds_hot_keys: bool | None = None
    """Whether something notices which numbers get hot."""
    hot_share: Share | None = None
    """Which share of the numbers is hot."""
    decides: bool | None = None
    """Whether something is granted or refused by it."""
    exact: bool | None = None
    """Whether it has to be right at every moment."""
    total_cached: bool | None = None
    """Whether the sum is kept somewhere, so that readers need not add up."""
    window: Duration | None = None
    """The length of time that it counts for, as a limit does."""
    window_in_key: bool | None = None
    """Whether the key names that time."""
    ttl: Duration | None = None
    """After how long a key is gone."""
