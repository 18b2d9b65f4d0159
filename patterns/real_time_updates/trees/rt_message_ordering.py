"""Most products need order within one conversation, and get it by sending all of that through one place.

## How it decides
Strict order within something, such as a room, an account or an order, is had by routing it by its id: one partition of the
broker or one server takes all of it, and the order of arrival there is the order. Nothing has to be put right later. The price
is that this partition's rate is the limit for the busiest id.

Where no strict order is promised, the next question is whether people change the same thing at the same time without a common
place in between, offline for instance. Then it has to be told whether one change knew of the other or both happened apart, and
vector clocks do that, with a counter for each writer.

Everybody else is served by numbers: a counter for each stream, by which clients sort and see gaps. A screen that shows "3"
before "2" for 200 ms and then puts them right is good enough for most feeds.

## What shorter answers get wrong
- **Timestamps.** Clocks of two machines differ by milliseconds, and one clock is set back now and then. Two messages with one
  time have no order. A counter has neither problem.
- **Total order over everything.** It makes one place of the whole system. Nobody compares the order of two rooms.
- **Vector clocks as something that DynamoDB does.** The Dynamo paper of 2007 used them, as Riak did; the service does not.
"""

from archgen import Ask, Choose, DecisionTree, Requirements


def strict(need: Requirements) -> str | None:
    if need.ordering is None:
        return None
    return "no" if need.ordering == "none" else "yes"


def apart(need: Requirements) -> str | None:
    if need.collaborative is None:
        return None
    return "yes" if need.collaborative else "no"


tree = DecisionTree(
    "What keeps messages in order?",
    Ask(
        "Must messages of one conversation arrive in order?",
        strict,
        {
            "yes": Choose("single-partition-ordering", "one place takes all of a conversation, and its order of arrival counts"),
            "no": Ask(
                "Do several writers change the same thing at once?",
                apart,
                {
                    "yes": Choose("vector-clocks", "tell what came first from what happened apart"),
                    "no": Choose("logical-timestamps", "a counter; clients sort by it and see gaps"),
                },
                needs=["collaborative"],
            ),
        },
        needs=["ordering"],
    ),
)
