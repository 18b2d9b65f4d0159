"""Levels in the broker or a queue for each, and a guard for the lowest if it may not stand still.

## How it decides
RabbitMQ and BullMQ hand out by a number in the message. SQS, Kafka and plain lists do not; there, each level is a queue, and the
workers keep the order.

Both have one fault in common. Strict order lets the lowest level stand still for as long as the upper ones are busy. If that
may be, because the busy time ends every evening, strict order is the simplest. If it may not, the lowest needs a share. Where
the broker keeps the levels, workers draw by weight; where each level is a queue, some workers are bound to the lowest one, which
also keeps some free for the highest.

## Numbers
- **6 : 3 : 1 for weights; 4, 4 and 2 of ten workers for pools.**
- **Two or three levels**, and the highest below a fifth of all work.

## What shorter answers get wrong
- **A priority field on SQS or Kafka.** It is carried along and does nothing.
- **Priority for work that is all alike.** It needs more workers, not an order.
- **Order instead of reserve.** A worker in the middle of five minutes is not free for what is urgent. Only reserved ones are.
"""

from archgen import Ask, Choose, DecisionTree, Requirements


def in_broker(need: Requirements) -> str | None:
    if need.broker_priorities is None:
        return None
    return "yes" if need.broker_priorities else "no"


def progress(need: Requirements) -> str | None:
    if need.low_must_progress is None:
        return None
    return "yes" if need.low_must_progress else "no"


tree = DecisionTree(
    "How should important work go first?",
    Ask(
        "Does the broker tell priorities apart?",
        in_broker,
        {
            "yes": Ask(
                "Must the lowest level go on while the others are busy?",
                progress,
                {
                    "yes": Choose("weighted-fair-scheduling", "drawn by shares, so that each level moves on"),
                    "no": Choose("single-priority-queue", "one queue, highest first, and nothing else to run"),
                },
                needs=["low_must_progress"],
            ),
            "no": Ask(
                "Must the lowest level go on while the others are busy?",
                progress,
                {
                    "yes": Choose("dedicated-priority-pools", "a queue for each level, and workers that serve only one"),
                    "no": Choose(
                        "separate-queue-per-priority", "a queue for each level, and workers that look at the upper one first"
                    ),
                },
                needs=["low_must_progress"],
            ),
        },
        needs=["broker_priorities"],
    ),
)
