"""Work of a second or two stays in the request; from there on it is taken in, and done elsewhere.

## How it decides
By how long the work takes in all but the slowest hundredth of cases, and not on average: an average of one second hides the
hundredth request that takes forty.

Up to 2 s, people wait, and a request needs no record, no queue and nobody who asks. One thing can still be in the way: the
shortest timeout between caller and server. The work should fit into it three times, since the busy hour stretches everything.

Beyond that, a request holds a thread, a connection and somebody's patience, and loses all three when it breaks. There is one
reason to hold it all the same: the caller cannot do anything without the result, and the work still ends well before anything
on the way gives up. A queue does not make that caller's wait shorter; it only adds to it.

## Numbers
- **2 s** is where people begin to look away, and **30 s** what gateways and clients mostly wait.
- **A thread for each held request**: 20 s at 50 a second are 1,000 of them.
- **50 ms for an answer of 202**, whatever the work takes.

## What shorter answers get wrong
- **"Everything slow goes into a queue."** A second is not slow, and a queue, workers, a store and polls are four parts more.
- **"Raise the timeout."** The next proxy, the phone and the browser have theirs.
- **Asking for the average.** The timeouts are met by the slowest.
"""

from archgen import Ask, Choose, DecisionTree, Requirements, seconds


def quick(need: Requirements) -> str | None:
    if need.job_duration is None:
        return None
    return "yes" if need.job_duration <= seconds(2) else "no"


def in_response(need: Requirements) -> str | None:
    if need.result_in_response is None:
        return None
    return "yes" if need.result_in_response else "no"


def fits(need: Requirements) -> str | None:
    if need.job_duration is None or need.request_timeout is None:
        return None
    return "yes" if need.job_duration * 3 <= need.request_timeout else "no"


room = Ask(
    "Does it fit three times into the shortest timeout on the way?",
    fits,
    {
        "yes": Choose("synchronous-request", "the answer holds the result, and nothing has to be kept or asked for"),
        "no": Choose("submit-and-poll", "202 and an id within 50 ms, and the work where nothing cuts it off"),
    },
    needs=["job_duration", "request_timeout"],
)

tree = DecisionTree(
    "Should the work be done in the request?",
    Ask(
        "Does the work end within 2 s?",
        quick,
        {
            "yes": room,
            "no": Ask(
                "Must the answer hold the result?",
                in_response,
                {
                    "yes": room,
                    "no": Choose("submit-and-poll", "nobody has to hold on to a request that lasts longer than patience"),
                },
                needs=["result_in_response"],
            ),
        },
        needs=["job_duration"],
    ),
)
