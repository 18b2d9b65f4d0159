"""Pages and phones ask, servers are called, and people who have left get a mail.

## How it decides
By who wants to know. A page or an app that stays open cannot be called, so it asks every few seconds. That is good enough for
nearly all, and costs one read of one row.

A server can be called, if it has an address that is open to us. Many have none: they stand behind a firewall, or nobody there
wants to open one. They ask like everybody else, only less often.

A person who ordered an export and went home neither asks nor can be called. The outcome comes by mail, with a link.

## Numbers
- **Polls: clients / interval.** 2,000 that wait, every 5 s: 400 a second.
- **A webhook is a delivery service**: eight attempts over a day, a signature, an event id, dead letters.
- **Mail from some five minutes on**; below, people wait at the page.

## What shorter answers get wrong
- **"Polling is wasteful."** It is cheap until hundreds of thousands wait at once.
- **One way for all.** The export of a page's user may need two: the page shows it, and the mail tells it.
- **A webhook alone.** When all attempts failed, the receiver must still be able to ask.
"""

from archgen import Ask, Choose, DecisionTree, Requirements


def who(need: Requirements) -> str | None:
    if need.caller is None:
        return None
    return {"app": "a page or app that stays", "server": "another server", "absent": "a person who has left"}[need.caller]


def reachable(need: Requirements) -> str | None:
    if need.caller_reachable is None:
        return None
    return "yes" if need.caller_reachable else "no"


tree = DecisionTree(
    "How does the caller learn that its job is done?",
    Ask(
        "Who wants to know?",
        who,
        {
            "a page or app that stays": Choose(
                "polling-notification", "it cannot be called, and a read every few seconds is cheap"
            ),
            "another server": Ask(
                "Has it an address that can be called?",
                reachable,
                {
                    "yes": Choose("webhook-callback", "told at once; with attempts, a signature and an event id"),
                    "no": Choose("polling-notification", "it asks, every half minute or so"),
                },
                needs=["caller_reachable"],
            ),
            "a person who has left": Choose("email-notification", "a mail with a link that asks who it is"),
        },
        needs=["caller"],
    ),
)
