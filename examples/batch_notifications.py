"""Twenty million mails and pushes a day for hundreds of tenants, through providers that take so many a second and no more.

The figures behind it: 60 campaigns a day, five million mails and fifteen million pushes, within ten hours: 139 mails and 417
pushes a second on average, two and a half times that at nine. A campaign is cut into pieces of 5,000 people, of which a worker
makes messages within 25 s: one piece in nine seconds. The mail provider takes 500 a second; 450 are used for campaigns. A
million mails therefore take 37 minutes, whatever is done, and twice that while another tenant sends as much. A message is a
fifth of a kilobyte in the ledger, for 30 days: 120 GB. Three of a hundred mails bounce, and every mail is reported on.
"""

from parts.batch_notifications import behaviours, campaigns, feedback, people, sending

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
    "Batch notifications",
    [
        *people.components,
        *campaigns.components,
        *sending.components,
        *feedback.components,
        *people.connections,
        *campaigns.connections,
        *sending.connections,
        *feedback.connections,
    ],
    summary="Sends campaigns of millions of mails and pushes at the pace that providers allow, each tenant in turn.",
    pitch=(
        "A campaign is a row and a list of pieces, answered with 202. When its time has come, workers unfold one piece after "
        "another into messages, as long as there is room in the queues. Senders take from all tenants in turn, ask one counter "
        "for a token, claim campaign and person in a ledger, and only then call the provider. What bounces is no fault and "
        "wakes nobody; what fails otherwise is tried again, and after four deliveries waits for people. Reports of providers "
        "come back as signed webhooks, and whoever complained is never written to again."
    ),
    problem=(
        "A provider takes 500 mails a second and bans whoever sends more, or sends to addresses that are not there. A mail "
        "that went out twice cannot be taken back, and half of a campaign that was stopped must stay unsent. When one tenant "
        "writes to ten million people, another one's thousand must not wait behind them."
    ),
    requirements=Requirements(
        read_rate=per_second(30),
        write_rate=per_second(0.0025),
        peak_factor=2.5,
        latency_p95=milliseconds(500),
        job_duration=hours(2),
        request_timeout=seconds(30),
        result_in_response=False,
        completion_time=hours(4),
        job_progress=True,
        freshness=seconds(10),
        caller="app",
        delivery="at_least_once",
        repeatable_work=False,
        duplicates_from="queue",
        ordering="none",
        downstream_limit="per_second",
        downstream_bursts=True,
        multi_tenant=True,
        replay_needed=False,
        operators=False,
        availability=0.999,
        retention=days(30),
        round_trip=milliseconds(60),
    ),
    data=[*campaigns.data, *sending.data],
    walkthroughs=[
        Walkthrough(
            "Plan a campaign",
            [
                Step(
                    campaigns.order,
                    "whom, what, from nine until noon",
                    otherwise=[
                        Alternative(
                            "it is more than the tenant has left this month",
                            [Step(campaigns.order, "how many are left", back=True)],
                            ends=True,
                        ),
                    ],
                ),
                Step(campaigns.to_api, "the same"),
                Step(campaigns.write_down, "campaign 6 and 200 pieces"),
                Step(campaigns.to_api, "202, campaign 6", back=True),
                Step(campaigns.order, "202, campaign 6", back=True),
                Step(campaigns.due, "at nine: campaign 6"),
                Step(
                    campaigns.begin,
                    "6.1 to 6.200",
                    otherwise=[
                        Alternative(
                            "the starter dies now",
                            [Step(campaigns.begin, "the rest, by the other one, ten seconds later")],
                            failure=True,
                        )
                    ],
                ),
            ],
            summary="Nothing is sent yet, and all of it can be taken back.",
        ),
        Walkthrough(
            "Unfold a piece",
            [
                Step(campaigns.begin, "6.17"),
                Step(campaigns.take_piece, "6.17"),
                Step(campaigns.look_up, "a thousand of those 5,000"),
                Step(
                    sending.to_mail,
                    "250 of them, campaign and person",
                    otherwise=[
                        Alternative("200,000 wait already", [Step(sending.to_mail, "nothing, until there is room again")]),
                    ],
                ),
                Step(sending.to_push, "750 of them"),
                Step(
                    campaigns.unfolded,
                    "6.17, up to person 1,000",
                    otherwise=[
                        Alternative(
                            "the worker dies before",
                            [Step(campaigns.take_piece, "6.17 again: some are queued twice, and sent once")],
                            failure=True,
                        ),
                    ],
                ),
            ],
            summary="As much is unfolded as can be sent soon, so that a stop finds little on its way.",
        ),
        Walkthrough(
            "Send a mail",
            [
                Step(sending.take_mail, "6, Ann; the tenant's turn"),
                Step(
                    sending.token,
                    "one of 450 in this second",
                    otherwise=[
                        Alternative("none is left", [Step(sending.token, "in the next second")]),
                        Alternative("campaign 6 was stopped", [Step(sending.claim, "not sent")], ends=True),
                    ],
                ),
                Step(
                    sending.claim,
                    "6, Ann",
                    otherwise=[
                        Alternative("it was sent, or Ann wants nothing", [Step(sending.claim, "no", back=True)], ends=True),
                    ],
                ),
                Step(
                    sending.mail,
                    "mail to Ann, under the id of the claim",
                    otherwise=[
                        Alternative("429 or no answer", [Step(sending.mail, "the same id, after a second or two")], failure=True),
                        Alternative("there is no such address", [Step(sending.claim, "bounced")], ends=True),
                    ],
                ),
                Step(sending.mail, "202", back=True),
            ],
            summary="A token keeps the provider's limit, a claim keeps it at one mail.",
        ),
        Walkthrough(
            "Hear what became of it",
            [
                Step(
                    feedback.report,
                    "Ann complained; signed",
                    otherwise=[
                        Alternative("the signature is wrong", [Step(feedback.report, "401", back=True)], ends=True),
                    ],
                ),
                Step(feedback.take_in, "as it came"),
                Step(feedback.report, "204", back=True),
                Step(feedback.take_report, "Ann complained"),
                Step(
                    feedback.outcome,
                    "no more to Ann",
                    otherwise=[
                        Alternative("it was reported before", [Step(feedback.outcome, "nothing new", back=True)], ends=True),
                    ],
                ),
                Step(feedback.add_up, "one complaint more"),
                Step(feedback.numbers, "999,207 sent, 31 complaints"),
            ],
            summary="A report is taken in within a moment and counted once.",
        ),
    ],
    behaviours=[*behaviours.behaviours],
    decisions=[
        Decision("sync-or-async"),
        Decision("downstream-protection"),
        Decision("overload-response"),
        Decision("delivery-guarantee"),
        Decision("key-source"),
        Decision("broker-choice"),
        Decision("notify-completion"),
        Decision("progress-channel"),
    ],
    left_out={
        "Receipts and resets": "what somebody waits for has a provider, a quota and queues of its own",
        "What is written": "texts are filled in by the senders, from the campaign's row, which they keep for a minute",
        "Quiet hours": "a person's time zone is part of the key by which pieces are cut",
        "Which text works better": "a campaign with two texts is two campaigns, and a comparison of their totals",
        "A second mail provider": "addresses have a reputation with each, so it is a move of weeks and no fallback",
    },
)
