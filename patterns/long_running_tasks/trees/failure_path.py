"""What failed and may pass is tried again after a pause, a few times; what will not pass is set aside at once.

## How it decides
A worker asks this after every attempt. If the work is done, it acknowledges, and the state is *complete*. If not, it asks what
sort of fault it was. Timeouts, 503, a broken connection, a full disk may pass by themselves. A 400, a missing right, an input
that cannot be read and a bug in the code will not; a second attempt is a waste, and keeps somebody from hearing of it.

A fault that may pass is tried again as long as there are attempts left, each time after a longer pause. After that it goes where
the others went: to the dead letters, with its state *dead*, and somebody is told.

## Numbers
- **3 to 5 attempts** in all. Five attempts are four retries and four pauses.
- **1, 2, 4, 8 s, with chance in it, up to 30 or 60 s.** Four pauses of that kind outlast 15 s of trouble; an hour is outlasted
  by pausing the pool.

## What shorter answers get wrong
- **Everything is tried five times.** Half of all failures are inputs; they take five times as long to be told.
- **Back into the queue at once.** All attempts are gone within a second.
- **A bug as something that passes.** It does not; it passes when somebody has mended it, and then replay brings the work back.
"""

from archgen import Ask, Choose, DecisionTree, Requirements


def done(need: Requirements) -> str | None:
    if need.attempt_ends is None:
        return None
    return "yes" if need.attempt_ends == "well" else "no"


def passes(need: Requirements) -> str | None:
    if need.attempt_ends is None:
        return None
    return "yes" if need.attempt_ends == "transient_fault" else "no"


def left(need: Requirements) -> str | None:
    if need.attempts_left is None:
        return None
    return "yes" if need.attempts_left else "no"


tree = DecisionTree(
    "What follows an attempt?",
    Ask(
        "Was the work done?",
        done,
        {
            "yes": Choose("at-least-once-delivery", "acknowledge now, and not before"),
            "no": Ask(
                "Is it a fault that passes by itself?",
                passes,
                {
                    "yes": Ask(
                        "Are there attempts left?",
                        left,
                        {
                            "yes": Choose("exponential-backoff", "back into the queue, due after a pause that doubles"),
                            "no": Choose("dead-letter-queue", "used up: kept aside, and somebody is told"),
                        },
                        needs=["attempts_left"],
                    ),
                    "no": Choose("dead-letter-queue", "at once: another attempt would fail the same way"),
                },
                needs=["attempt_ends"],
            ),
        },
        needs=["attempt_ends"],
    ),
)
