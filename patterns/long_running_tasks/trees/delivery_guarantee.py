"""A message may be lost, or it may come twice; nothing third can be had, but work can be made to bear the second.

## How it decides
When the word "done" gets lost on the network, the queue cannot know whether the work was done. It can forget the message, and
then some are lost; or hand it out again, and then some are done twice. That is all that a broker can promise, whatever it is
called.

If losing one now and then is fine, acknowledge before the work: no duplicates, and the least effort. If not, acknowledge after
it. What is left is the question what a second time does. Writing the same row again does nothing. A second charge, mail or
parcel does, and there the consumer has to know its work by a key.

## Numbers
- **A crash loses what was in hand**: with at-most-once and 20 in advance, 20 messages for each worker that dies.
- **Duplicates are one in a thousand or fewer**, until a lease is too short: then every long job is one.

## What shorter answers get wrong
- **"Exactly once", by the broker.** It holds between its own topics. It ends where the mail is sent.
- **"We have never seen duplicates."** They come with the first slow day.
- **A key for everything.** An overwrite with the same value needs none.
"""

from archgen import Ask, Choose, DecisionTree, Requirements


def may_be_lost(need: Requirements) -> str | None:
    if need.delivery is None:
        return None
    return "yes" if need.delivery == "at_most_once" else "no"


def harmless(need: Requirements) -> str | None:
    if need.repeatable_work is None:
        return None
    return "yes" if need.repeatable_work else "no"


tree = DecisionTree(
    "What should be promised of each message?",
    Ask(
        "May a message be lost now and then?",
        may_be_lost,
        {
            "yes": Choose("at-most-once-delivery", "acknowledged first: nothing comes twice, a crash loses what was in hand"),
            "no": Ask(
                "Is work that is done twice harmless?",
                harmless,
                {
                    "yes": Choose("at-least-once-delivery", "acknowledged last, as a second time does nothing new"),
                    "no": Choose("effectively-once-processing", "acknowledged last, and a key that is claimed before the effect"),
                },
                needs=["repeatable_work"],
            ),
        },
        needs=["delivery"],
    ),
)
