"""Reports of hundreds of pages over a warehouse: ordered in a moment, made in minutes, fetched by a link that soon runs out.

The figures behind it: 7,200 reports a day are ordered by hand, one in four seconds, and 12,000 more come from calendars, within
the night. A report has 20 chapters on average, 25 pages each. A chapter takes 6 s, a third of which is a query; made one after
another that would be two minutes, or twenty for the longest. At nine o'clock a thousand are ordered within a quarter of an hour,
four times the mean: 20,000 chapters, of which 160 makers do 27 a second, so that the last is done after 13 minutes. The warehouse
bears 300 queries at once, and the two pools together never ask more than 240. A thousand pages wait and ask every five seconds.
"""

from parts.report_generation import behaviours, making, orders, results, waiting

from archgen import (
    Alternative,
    Decision,
    Design,
    Requirements,
    Step,
    Walkthrough,
    days,
    milliseconds,
    minutes,
    per_second,
    seconds,
)

design = Design(
    "Report generation",
    [
        *orders.components,
        *waiting.components,
        *making.components,
        *results.components,
        *orders.connections,
        *waiting.connections,
        *making.connections,
        *results.connections,
    ],
    summary="Makes long reports over a warehouse, chapter by chapter, and hands them out by links that run out.",
    pitch=(
        "An order is a row for the report and one for each chapter, written in one transaction and answered with 202 and an "
        "id. A dispatcher puts chapters that nobody was told of on one of two queues: what somebody waits for, and what is due "
        "by morning. Each has makers of its own, as many in all as the warehouse bears. Who makes the last chapter orders the "
        "binding. The page asks every five seconds how many chapters are done; who has left gets a mail, and whoever may have "
        "the file gets a link to it for five minutes."
    ),
    problem=(
        "A request lasts 30 seconds and a report takes minutes. A thousand people order at nine, the warehouse behind them "
        "bears a few hundred queries and not one more for all the waiting, and one report of 200 chapters must not hold up a "
        "hundred short ones. The file says what a company earns, so no link to it may lie about."
    ),
    requirements=Requirements(
        concurrent_clients=1_000,
        write_rate=per_second(0.25),
        peak_factor=4,
        latency_p95=milliseconds(500),
        job_duration=minutes(20),
        request_timeout=seconds(30),
        result_in_response=False,
        completion_time=minutes(20),
        job_progress=True,
        freshness=seconds(5),
        caller="app",
        delivery="at_least_once",
        repeatable_work=True,
        duplicates_from="client",
        client_keys=True,
        downstream_limit="at_once",
        multi_tenant=True,
        replay_needed=False,
        operators=False,
        broker_priorities=False,
        low_must_progress=True,
        availability=0.999,
        retention=days(90),
        round_trip=milliseconds(60),
    ),
    data=[*orders.data, *results.data],
    walkthroughs=[
        Walkthrough(
            "Order a report",
            [
                Step(
                    orders.order,
                    "definition, date, key of the page",
                    otherwise=[
                        Alternative(
                            "the customer has 100 on the way",
                            [Step(orders.order, "429, and when to come back", back=True)],
                            ends=True,
                        ),
                        Alternative(
                            "the button was pressed twice",
                            [Step(orders.order, "202 and the same id", back=True)],
                            ends=True,
                        ),
                    ],
                ),
                Step(orders.to_api, "the order"),
                Step(orders.write_down, "report 7 and chapters 1 to 20, queued"),
                Step(orders.to_api, "202, report 7", back=True),
                Step(orders.order, "202, report 7", back=True),
                Step(orders.unsent, "20 chapters that nobody was told of"),
                Step(
                    orders.send_ordered,
                    "7.1 to 7.20",
                    otherwise=[
                        Alternative(
                            "the dispatcher dies now",
                            [Step(orders.send_ordered, "all of them again, by the other one")],
                            failure=True,
                        )
                    ],
                ),
                Step(orders.mark_sent),
            ],
            summary="The answer comes after one transaction; what is on no queue yet is found by its row.",
        ),
        Walkthrough(
            "Make it",
            [
                Step(making.take_ordered, "7.12"),
                Step(
                    making.query,
                    "sales by region, as of nine o'clock",
                    otherwise=[
                        Alternative(
                            "it is not done within 40 s",
                            [Step(making.take_ordered, "7.12 again after ten seconds, four times at the most")],
                            failure=True,
                            ends=True,
                        ),
                    ],
                ),
                Step(making.keep, "25 pages"),
                Step(
                    making.count,
                    "7.12 is done: none is left",
                    otherwise=[
                        Alternative("others are left", ends=True),
                        Alternative(
                            "7.12 was done already",
                            [Step(making.count, "nothing changes, and nothing follows", back=True)],
                            ends=True,
                        ),
                    ],
                ),
                Step(making.last, "report 7"),
                Step(results.take_whole, "report 7"),
                Step(results.collect, "one after another"),
                Step(results.bind, "500 pages, under the id of the report"),
                Step(results.finish, "ready"),
            ],
            summary="Twenty chapters side by side, and whoever comes last calls the binder.",
        ),
        Walkthrough(
            "Wait for it, and fetch it",
            [
                Step(orders.how_far, "report 7?"),
                Step(orders.to_api, "report 7?"),
                Step(orders.state, "13 of 20 chapters"),
                Step(orders.to_api, "65 %, some ten seconds more", back=True),
                Step(
                    orders.how_far,
                    "65 %",
                    back=True,
                    otherwise=[
                        Alternative("it has failed", [Step(orders.how_far, "which chapter, and why", back=True)], ends=True),
                    ],
                ),
                Step(
                    orders.give,
                    "the file of 7",
                    otherwise=[
                        Alternative("who asks may not have it", [Step(orders.give, "403", back=True)], ends=True),
                    ],
                ),
                Step(orders.to_api, "the file of 7"),
                Step(orders.state, "ready, and whose it is"),
                Step(orders.give, "a link for five minutes", back=True),
                Step(
                    results.fetch,
                    "40 MB",
                    otherwise=[
                        Alternative("the link has run out", [Step(orders.give, "a new one, if that is still allowed")]),
                    ],
                ),
            ],
            summary="A bar made of chapters, and a link that is worth nothing to whoever finds it later.",
        ),
        Walkthrough(
            "A chapter that fails",
            [
                Step(making.take_nightly, "9.4"),
                Step(
                    making.query,
                    "a column that is not there any more",
                    otherwise=[
                        Alternative(
                            "the warehouse was only slow", [Step(making.take_nightly, "9.4 again, after a minute")], ends=True
                        )
                    ],
                ),
                Step(making.count, "9.4 has failed, and so has report 9"),
                Step(making.set_aside, "9.4, at once, as no attempt would help"),
                Step(waiting.look, "9.4, what it asked and what was said"),
                Step(
                    waiting.send_back,
                    "with the definition mended",
                    otherwise=[Alternative("the customer has ordered anew", ends=True)],
                ),
                Step(making.take_nightly, "9.4, for the first time again"),
                Step(making.query, "the right column"),
                Step(making.count, "9.4 is done: none is left"),
            ],
            summary="The nineteen chapters that were made are kept, and only one is made again.",
        ),
    ],
    behaviours=[*behaviours.behaviours],
    decisions=[
        Decision("sync-or-async"),
        Decision("notify-completion"),
        Decision("progress-channel"),
        Decision("broker-choice"),
        Decision("downstream-protection"),
        Decision("priority-implementation"),
        Decision("overload-response"),
        Decision("delivery-guarantee"),
        Decision("key-source"),
    ],
    left_out={
        "How figures are calculated": "the warehouse and its models belong to another team; a report asks and lays out",
        "Several pages of results at once": "a report that is only looked at is a dashboard, and answers within seconds",
        "More makers for the rush": "the warehouse would not bear them; the wait is 13 minutes, and the page says so",
        "Links in mails": "a mail leads to the page, which asks who it is and makes the link then",
        "Equal reports": "definitions of two customers are never equal, and one customer's second order has its key",
    },
)
