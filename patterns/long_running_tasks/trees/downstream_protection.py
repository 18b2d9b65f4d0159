"""The limit takes the form in which the neighbour states it: so many at once, so many a second, or whatever it bears today.

## How it decides
A database has connections, an old system has threads: they bear so many at once. The number of workers is that limit, and
nothing has to be counted.

A provider sells so many calls a second. The number of workers says nothing of that, since it depends on how quick the answers
are. Calls are counted, in one place for all workers; with a small reserve for bursts where these are allowed, evenly where they
are not.

Where nobody knows, or it changes with the hour, go by what comes back.

## Numbers
- **Workers = what it takes at once, less a fifth.** Rate of a pool = workers / time of one call.
- **Stay a sixth below a quota**: 100 of 120.
- **Twenty workers that each keep to 100 are 2,000.** Count together.

## What shorter answers get wrong
- **A pool for a quota by the second.** The neighbour gets quicker, and the pool sends twice as many.
- **Adaptive where a number is written down.** A loop has to be tuned, a number only kept.
- **Functions without any limit.** 10,000 messages are then up to a thousand calls at once.
"""

from archgen import Ask, Choose, DecisionTree, Requirements


def known(need: Requirements) -> str | None:
    if need.downstream_limit is None:
        return None
    return {"at_once": "so many at once", "per_second": "so many a second", "unknown": "nobody knows"}[need.downstream_limit]


def bursts(need: Requirements) -> str | None:
    if need.downstream_bursts is None:
        return None
    return "yes" if need.downstream_bursts else "no"


tree = DecisionTree(
    "How should workers be kept from calling too much?",
    Ask(
        "How is what the neighbour bears stated?",
        known,
        {
            "so many at once": Choose("concurrency-limit", "the size of the pool is the limit; nothing has to be counted"),
            "so many a second": Ask(
                "Does it bear a small burst?",
                bursts,
                {
                    "yes": Choose("token-bucket", "the quota exactly, and a quiet moment is not lost"),
                    "no": Choose("leaky-bucket", "one call after another at an even pace"),
                },
                needs=["downstream_bursts"],
            ),
            "nobody knows": Choose("adaptive-rate", "slower when answers are late or fail, and faster again"),
        },
        needs=["downstream_limit"],
    ),
)
