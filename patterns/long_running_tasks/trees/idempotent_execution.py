"""A worker claims the key of its work before it acts; who gets it acts, who does not returns what the first one left.

## How it decides
The question is asked by an insert, not by a look. One command tries to write the key, and its failure is the answer that
somebody was here before. A look followed by a write has a gap, and two deliveries of one message fit into it.

With the claim won, the work is done, and its result stored beside the key. If the effect is in the same database, claim, effect
and result are one transaction, and nothing can be lost in between. If it is somebody else's, hand the key on, so that they can
tell the second call from the first.

With the claim lost, there is a result, or another worker is at it right now. The former is returned; for the latter, come back
later.

## Numbers
- **One insert, some milliseconds**, for each piece of work.
- **Keep keys longer than anything comes again**: attempts, leases and replay of dead letters, 14 days and more.

## What shorter answers get wrong
- **Look, work, store.** It is a race between two deliveries, and a gap for a crash after the effect.
- **A claim that never ends.** The worker died after it. Give the claim a time, or keep it in the transaction.
"""

from archgen import Ask, Choose, DecisionTree, Requirements


def seen(need: Requirements) -> str | None:
    if need.key_recorded is None:
        return None
    return "yes" if need.key_recorded else "no"


tree = DecisionTree(
    "Is this piece of work done, or was it done already?",
    Ask(
        "Is its key there already?",
        seen,
        {
            "no": Choose("idempotency-key", "the insert has claimed it: act, and leave the result beside it"),
            "yes": Choose("idempotent-consumer", "nothing is done; what the first one left is the answer"),
        },
        needs=["key_recorded"],
    ),
)
