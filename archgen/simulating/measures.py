"""What guards and shapes the load, without words: limits, breakers, entries of caches and scaling; all times in seconds."""

from dataclasses import dataclass
from typing import Literal

Metric = Literal["busy", "requests", "waiting", "age", "inside"]


@dataclass(frozen=True)
class Limit:
    """So many a second are let through, and `burst` at once besides: counted in a bucket, or over a window of time.

    What is too much is refused; where it `waits`, it goes on as soon as its turn has come, if no more than `burst` wait.
    """

    rate: float
    burst: float
    form: Literal["bucket", "fixed", "sliding"] = "bucket"
    window: float = 1.0
    waits: bool = False


@dataclass(frozen=True)
class Breaker:
    """Lets nothing through for a pause, once that share of what was sent within the window failed."""

    share: float
    window: float
    pause: float


@dataclass(frozen=True)
class Entries:
    """What a cache holds: so many keys, of which one, `hot`, is read with that share; each fresh for a time since its fetch.

    `lasts` is varied by the share `jitter`. Of `keys` None, only the hot one is followed, and a share of the others, `hits`, is
    found. So many fetches of one key go on `at_once`; who comes meanwhile waits for them, is served what was there before, or
    fails. After `soft`, a reader has it fetched anew and is served all the same. `cache` is the station that holds them, which
    are lost with it unless they are `durable`. With `rate`, that many a second are looked up, and a run begins as if that had
    gone on for long. Where they are `skewed`, the keys but for the hot one are read by a power law: the second about half as
    often as the first, the tenth a tenth as often.
    """

    lasts: float
    keys: int | None = None
    hot: float = 0.0
    hits: float = 0.0
    jitter: float = 0.0
    at_once: int | None = None
    meanwhile: Literal["wait", "stale", "fail"] = "wait"
    soft: float | None = None
    cache: int | None = None
    durable: bool = False
    rate: float | None = None
    skewed: bool = False


@dataclass(frozen=True)
class Scaling:
    """Replicas by what a metric says: as many as keep it at the target for each, once they have started."""

    least: int
    most: int
    metric: Metric
    target: float
    delay: float
