"""All that is known of a person, or of a company, as files: written piece by piece, for somebody who has gone home.

The figures behind it: 2,000 members a day order what is known of them, 3 GB each, and a dozen companies take 1.5 TB with them.
An order is cut into slices of a gigabyte at the most, which a worker writes at 5 MB a second within 200 s: a slice in ten seconds
for members, and one in five seconds for companies. After bad news 40,000 members order in a day; these are 160,000 slices, and
the 200 places that exporters can have do one a second, so that the last is done after 45 hours of the 72 that are promised.
A worker holds a page of 5,000 rows and a part of 16 MB in memory, whatever the size of the account.
"""

from parts.data_export import behaviours, collecting, handing_out, orders

from archgen import (
    Alternative,
    Decision,
    Design,
    Requirements,
    Step,
    Walkthrough,
    days,
    hours,
    milliseconds,
    per_second,
    seconds,
)

design = Design(
    "Data export",
    [
        *orders.components,
        *collecting.components,
        *handing_out.components,
        *orders.connections,
        *collecting.connections,
        *handing_out.connections,
    ],
    summary="Writes all data of an account into archives that can be fetched for a week.",
    pitch=(
        "An order is one row, answered with 202, and a mail says that somebody ordered. A planner cuts it into slices of a "
        "gigabyte at the most and puts them on a queue for persons or on one for companies, each with workers of its own. A "
        "worker reads page after page behind a key and writes part after part of an upload; after each part it notes the key, "
        "so that another goes on there. Who writes the last slice has the export sealed, the member gets a mail, and the page "
        "makes a link for ten minutes to whoever has proved who they are."
    ),
    problem=(
        "An account is some gigabytes in four systems that have other things to do, and no request lasts an hour. A company's "
        "export takes as long as that of a thousand members, and neither may wait for the other. And nothing is worth more to "
        "a thief than one file with everything in it."
    ),
    requirements=Requirements(
        read_rate=per_second(14),
        write_rate=per_second(0.025),
        peak_factor=4,
        latency_p95=milliseconds(800),
        job_duration=hours(3),
        request_timeout=seconds(30),
        result_in_response=False,
        completion_time=hours(72),
        job_progress=True,
        freshness=seconds(30),
        caller="absent",
        delivery="at_least_once",
        repeatable_work=True,
        duplicates_from="client",
        client_keys=True,
        downstream_limit="per_second",
        downstream_bursts=True,
        multi_tenant=True,
        replay_needed=False,
        operators=False,
        broker_priorities=False,
        low_must_progress=True,
        availability=0.999,
        retention=days(7),
        audit=True,
        round_trip=milliseconds(80),
    ),
    data=[*orders.data, *collecting.data],
    walkthroughs=[
        Walkthrough(
            "Order an export",
            [
                Step(
                    orders.order,
                    "all of it, and the password once more",
                    otherwise=[
                        Alternative("one is on its way", [Step(orders.order, "202, and that one", back=True)], ends=True),
                        Alternative("the password is wrong", [Step(orders.order, "403", back=True)], ends=True),
                    ],
                ),
                Step(orders.to_api, "the order"),
                Step(orders.write_down, "export 4, as of noon"),
                Step(orders.to_api, "202, export 4", back=True),
                Step(orders.order, "202, within three days", back=True),
                Step(
                    handing_out.warn,
                    "somebody has ordered all your data: was it you?",
                    otherwise=[Alternative("it was not", [Step(orders.order, "called off, and all sessions ended")], ends=True)],
                ),
                Step(orders.to_do, "export 4"),
                Step(orders.plan, "four slices: two of photos"),
                Step(
                    orders.send_personal,
                    "4.1 to 4.4",
                    otherwise=[Alternative("it is a company's", [Step(orders.send_bulk, "9.1 to 9.1500")])],
                ),
            ],
            summary="A row, an answer and a warning; the rest is planned by whoever finds the row.",
        ),
        Walkthrough(
            "Write a slice",
            [
                Step(orders.send_personal, "4.3"),
                Step(collecting.take_personal, "4.3"),
                Step(collecting.place, "part 16, up to message 80,000"),
                Step(
                    collecting.read_messages,
                    "messages from 80,001",
                    otherwise=[
                        Alternative(
                            "400 pages were read in this second", [Step(collecting.read_messages, "the same, a moment later")]
                        ),
                    ],
                ),
                Step(collecting.append, "part 17"),
                Step(
                    collecting.checkpoint,
                    "part 17, up to message 85,000",
                    otherwise=[
                        Alternative(
                            "the machine is taken away",
                            [
                                Step(collecting.take_personal, "4.3, by another one, after five minutes"),
                                Step(collecting.place, "part 16, up to message 80,000"),
                                Step(collecting.append, "part 17 once more, in its place"),
                            ],
                            failure=True,
                        ),
                    ],
                ),
                Step(
                    collecting.last,
                    "export 4: none is left",
                    otherwise=[Alternative("others are being written", ends=True)],
                ),
            ],
            summary="A crash costs one part, three seconds of work, and nobody sees half an archive.",
        ),
        Walkthrough(
            "Seal it, and tell",
            [
                Step(collecting.last, "export 4"),
                Step(handing_out.take_sealing, "export 4"),
                Step(handing_out.sums, "four slices"),
                Step(
                    handing_out.list_all,
                    "names, sizes, sums",
                    otherwise=[
                        Alternative("a slice is missing", [Step(handing_out.take_sealing, "again, a minute later")], ends=True),
                    ],
                ),
                Step(handing_out.ready, "until next Tuesday"),
                Step(
                    handing_out.mail,
                    "a link to the page",
                    otherwise=[Alternative("the mail bounced", [Step(handing_out.ready, "the page says it at the next visit")])],
                ),
            ],
            summary="The mail holds no link to the data.",
        ),
        Walkthrough(
            "Fetch it",
            [
                Step(
                    orders.give,
                    "archive 1 of export 4",
                    otherwise=[
                        Alternative("it is not the member's", [Step(orders.give, "404", back=True)], ends=True),
                        Alternative("seven days are over", [Step(orders.give, "410; order a new one", back=True)], ends=True),
                    ],
                ),
                Step(orders.to_api, "archive 1 of export 4"),
                Step(orders.state, "ready, and whose it is"),
                Step(orders.give, "a link for ten minutes", back=True),
                Step(
                    handing_out.fetch,
                    "a gigabyte",
                    otherwise=[
                        Alternative(
                            "the connection breaks",
                            [Step(orders.give, "a new link"), Step(handing_out.fetch, "from byte 600,000,000 on")],
                            failure=True,
                        ),
                    ],
                ),
            ],
            summary="Each link is made for somebody who has just been recognised.",
        ),
    ],
    behaviours=[*behaviours.behaviours],
    decisions=[
        Decision("sync-or-async"),
        Decision("notify-completion"),
        Decision("broker-choice"),
        Decision("priority-implementation"),
        Decision("downstream-protection"),
        Decision("overload-response"),
        Decision("delivery-guarantee"),
        Decision("key-source"),
    ],
    left_out={
        "What belongs to whom": "a conversation has two sides; which of them is whose is decided by each source",
        "Deletion of an account": "another journey through the same sources, which waits until no export is on its way",
        "One moment for all": "slices are read one after another, and the page says from when to when",
        "A format of our own": "files are JSON and the originals, so that other programs can read them",
    },
)
