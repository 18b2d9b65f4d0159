"""Counting clicks and impressions of advertisements: 210,000 events a second in, and numbers out that bills are written from.

The figures behind it: 200,000 impressions a second in the busiest hour, sent by devices ten at a time, and 10,000 clicks,
each sent at once: 30,000 requests. A final of a championship brings three times that for two hours. An impression weighs 100
bytes, a click 200. In a minute 12 million impressions fall on 2 million combinations of advertisement, site and country, six
on each; 600,000 clicks on 150,000, four on each. So 33,000 sums of impressions a second and 2,500 of clicks are left to be
written, three quarters of what eight shards take; the load doubles in a year, so sixteen are on their way. Pages of 20,000
advertisers ask every ten seconds, which makes 2,000 reads a second.
"""

from parts.ad_counting import books, counting, intake, reports, stores

from archgen import (
    Alternative,
    Calls,
    Client,
    Decision,
    Design,
    Group,
    IdempotencyKey,
    Requirements,
    Retry,
    Step,
    Walkthrough,
    days,
    hours,
    kilobytes,
    minutes,
    per_second,
    seconds,
)

devices = Group("Devices")

web_tag = Client("Web tag", platform="web", devices=3_000_000, group=devices)
app_kit = Client("App kit", platform="mobile", devices=5_000_000, network="flaky", group=devices)

send = Calls(
    devices,
    intake.edge_balancer,
    "clicks, impressions",
    id="send",
    protocol="http",
    timeout=seconds(3),
    retry=Retry(3, backoff="exponential", jitter=True, initial=seconds(1), never_on=["429"]),
    idempotent=True,
    idempotency=IdempotencyKey("event id", made_by="client", claim="atomic", ttl=days(1)),
    peak_rate=per_second(90_000),
    burst=hours(2),
    tls=True,
    auth="public",
    data=[intake.click, intake.impression],
)

design = Design(
    "Ad counting",
    [
        *(web_tag, app_kit),
        *intake.components,
        *counting.components,
        *stores.components,
        *books.components,
        *reports.components,
        send,
        *intake.connections,
        *counting.connections,
        *stores.connections,
        *books.connections,
        *reports.connections,
        *reports.patterns,
    ],
    summary="Counts every click once and nearly every impression, by advertisement, site and country, within two minutes.",
    pitch=(
        "Events go to a log before anything else happens to them. Counters behind the logs add them up by minute, so that "
        "six impressions become one write, and a batcher writes five hundred sums at a time to a store that is split by "
        "advertisement. Under too much load impressions go first and clicks never. What is billed comes from the raw "
        "events, counted again every night; the difference goes back as a correction."
    ),
    problem=(
        "No database takes 210,000 writes a second, half of the load lies on few advertisements, and devices send "
        "everything again after a lost answer. A click that is counted twice or lost is money, while an impression more "
        "or less is not."
    ),
    requirements=Requirements(
        write_rate=per_second(30_000),
        read_rate=per_second(2_000),
        peak_factor=3,
        event_driven=True,
        growth=2,
        message_size=kilobytes(0.2),
        staleness=minutes(2),
        retention=days(730),
        availability=0.999,
        delivery="at_least_once",
        repeatable_work=False,
        ordering="none",
        regions=1,
        multi_tenant=True,
        audit=True,
        client_sends="often",
    ),
    data=[*intake.data, *stores.data],
    walkthroughs=[
        Walkthrough(
            "Take a click",
            [
                Step(send, "click with its own id"),
                Step(intake.spread, "to any"),
                Step(
                    intake.log_click,
                    "to all three brokers",
                    otherwise=[
                        Alternative("the log takes nothing", [Step(send, "503, try again", back=True)], failure=True, ends=True)
                    ],
                ),
                Step(intake.spread, "taken", back=True),
                Step(send, "taken", back=True),
            ],
            summary="A click is safe before anybody is told that it was taken.",
        ),
        Walkthrough(
            "Add up and write",
            [
                Step(counting.take_clicks),
                Step(counting.first_time, otherwise=[Alternative("the id is known", ends=True)]),
                Step(counting.click_sums, "one sum for four clicks"),
                Step(stores.take_sums),
                Step(
                    stores.write_sums,
                    "with 499 others",
                    otherwise=[
                        Alternative("a shard does not answer", [Step(stores.write_sums, "again, to the same rows")], failure=True)
                    ],
                ),
                Step(stores.write_both, "while the move lasts"),
                Step(counting.add_up),
                Step(stores.total),
            ],
            summary="Four clicks become one sum, and five hundred sums one write.",
        ),
        Walkthrough(
            "Too much at once",
            [
                Step(send, "90,000 requests a second"),
                Step(intake.spread),
                Step(intake.log_click, "every click"),
                Step(
                    intake.log_impressions,
                    "what there is room for",
                    otherwise=[
                        Alternative("a collector is at its limit", [Step(send, "429, nothing will be sent again", back=True)])
                    ],
                ),
            ],
            summary="What is dropped at the start of a final, and what is not.",
        ),
        Walkthrough(
            "Count again at night",
            [
                Step(books.keep_clicks),
                Step(books.archive),
                Step(books.load),
                Step(books.count_again),
                Step(books.correct, "what differs", otherwise=[Alternative("nothing differs", ends=True)]),
                Step(stores.take_sums),
                Step(stores.write_sums, "a correction is a sum like any other"),
            ],
            summary="What bills are written from.",
        ),
    ],
    behaviours=[*stores.behaviours],
    decisions=[
        Decision("delivery-guarantee"),
        Decision(
            "overload-response",
            choice="backpressure-reject",
            reason="too much comes from devices, not from one customer: impressions are dropped first, and clicks never",
        ),
    ],
    left_out={
        "Choosing what to show": "the advertisement servers are a system of their own, with milliseconds to answer",
        "Fraud": "a second consumer of the clicks marks robots; their clicks are left out by the nightly count",
        "Bills": "they are written from the warehouse once a month",
        "Several regions": "each region counts for itself, and totals are put together in the warehouse",
    },
)
