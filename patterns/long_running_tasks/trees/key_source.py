"""A key covers the repetition that it was made before: the client's covers a second click, the job's a second delivery.

## How it decides
First ask what repeats itself. A client that lost its answer sends again; a queue whose lease ran out delivers again; a process
of the business comes to a step that it has done. Each of them carries something that stays the same over its repetition and
over nothing else, and that is the key.

A client makes a UUID before its first attempt and sends it with each. One that cannot leaves only what it sent: a hash of who
asks, what for and with which parameters. That makes two equal wishes one, so it needs a short time, or is wrong for orders.

A delivery is known by the job's id and the step. That id was made by the server, one for each submit; so it knows a second
delivery and not a second click. A step of the business is known by what it is about: the order and the action.

## Numbers
- **A client's key for a day**, a hash for some minutes, a job's for as long as dead letters are kept, an order's for ever.

## What shorter answers get wrong
- **"The job id is the key."** It covers the queue alone. A design needs one for each repetition that it has.
- **A key for each attempt**, with a time or a random number in it, covers nothing.
"""

from archgen import Ask, Choose, DecisionTree, Requirements


def repeated(need: Requirements) -> str | None:
    if need.duplicates_from is None:
        return None
    return {"client": "a client's request", "queue": "a delivery", "process": "a step of the business"}[need.duplicates_from]


def sends_key(need: Requirements) -> str | None:
    if need.client_keys is None:
        return None
    return "yes" if need.client_keys else "no"


tree = DecisionTree(
    "What should an idempotency key be made of?",
    Ask(
        "What repeats itself?",
        repeated,
        {
            "a client's request": Ask(
                "Can clients send a key?",
                sends_key,
                {
                    "yes": Choose("idempotency-key-generation", "a UUID, made before the first attempt and sent with each"),
                    "no": Choose("idempotency-key-generation", "a hash of user, action and parameters, kept for some minutes"),
                },
                needs=["client_keys"],
            ),
            "a delivery": Choose("idempotency-key-generation", "the id of the job and the name of the step"),
            "a step of the business": Choose("idempotency-key-generation", "what it is about: the order's id and the action"),
        },
        needs=["duplicates_from"],
    ),
)
