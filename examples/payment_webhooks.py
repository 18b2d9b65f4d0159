"""How a payment provider tells 300,000 shops what became of their payments, though some of their servers are always away.

The figures behind it: 400 payments a second on average, three times that on the day of a sale; each brings two and a half events
and each event goes to 1.2 addresses, which makes 1,200 deliveries a second. A shop answers after 600 ms, one of a hundred not
within ten seconds. Three of a hundred first attempts fail and take three more on average: 110 a second. An event is 2 kB, and
30 days of them are five terabytes. One shop in eight asks every five minutes for what it may have missed: 120 requests a second.
Sixteen attempts, after pauses of 30 s, 90 s, 5 min, 14 min, 41 min, 2 h, 6 h and then 8 h each, reach over three days.
"""

from parts.payment_webhooks import behaviours, care, delivery, intake

from archgen import (
    Alternative,
    Decision,
    Design,
    Requirements,
    Step,
    Walkthrough,
    days,
    milliseconds,
    per_second,
    seconds,
)

design = Design(
    "Payment webhooks",
    [
        *intake.components,
        *delivery.components,
        *care.components,
        *intake.connections,
        *delivery.connections,
        *care.connections,
    ],
    summary="Tells shops' servers of every change of a payment by signed calls, until they have heard or three days are over.",
    pitch=(
        "A payment and the event that tells of it are written in one transaction, and a relay puts the event on a queue. A "
        "sorter makes a delivery for every address that wants it. Senders sign the event and call the shop; what fails is due "
        "again after a pause that grows from half a minute to eight hours, in a lane of its own, so that servers that are away "
        "hold up nobody else. After three days a delivery is given up, the shop's engineers get a mail, and they can have "
        "everything sent again or fetch it by its number."
    ),
    problem=(
        "Whom the provider calls is not its own: some servers are slow, some are away for a weekend, and some would take an "
        "order for paid because anybody said so. No event may be lost, a shop hears some of them twice and in any order, and "
        "the one that does not answer must not cost the others a second."
    ),
    requirements=Requirements(
        read_rate=per_second(130),
        write_rate=per_second(400),
        peak_factor=3,
        latency_p95=milliseconds(600),
        job_duration=seconds(10),
        request_timeout=seconds(10),
        result_in_response=False,
        completion_time=seconds(60),
        caller="server",
        caller_reachable=True,
        delivery="at_least_once",
        repeatable_work=False,
        duplicates_from="queue",
        ordering="none",
        downstream_limit="unknown",
        multi_tenant=True,
        replay_needed=False,
        operators=False,
        broker_priorities=False,
        low_must_progress=True,
        availability=0.999,
        retention=days(30),
        round_trip=milliseconds(60),
    ),
    data=[*intake.data],
    walkthroughs=[
        Walkthrough(
            "An event begins its way",
            [
                Step(
                    care.pay,
                    "one order, under a key of the shop's",
                    otherwise=[Alternative("the key is known", [Step(care.pay, "the first answer again", back=True)], ends=True)],
                ),
                Step(care.to_payments),
                Step(intake.commit, "paid, and event 91"),
                Step(care.to_payments, "paid", back=True),
                Step(care.pay, "201", back=True),
                Step(intake.unsent, "event 91"),
                Step(
                    intake.announce,
                    "event 91",
                    otherwise=[
                        Alternative(
                            "the relay dies now",
                            [Step(intake.announce, "91 by the next relay, which changes nothing")],
                            failure=True,
                        )
                    ],
                ),
                Step(intake.mark_sent),
            ],
            summary="The shop waits for the payment, and not for the call that tells of it.",
        ),
        Walkthrough(
            "A shop is called",
            [
                Step(intake.take_event, "event 91"),
                Step(
                    intake.record,
                    "91, due at two addresses",
                    otherwise=[
                        Alternative("they are there already", [Step(intake.record, "refused, taken for done", back=True)])
                    ],
                ),
                Step(delivery.enqueue, "two deliveries"),
                Step(delivery.take_first, "one of them"),
                Step(delivery.fetch),
                Step(
                    delivery.may_i,
                    "may I call this shop?",
                    otherwise=[
                        Alternative(
                            "it is slow or failing",
                            [Step(delivery.outcome, "due in half a minute, not counted as an attempt")],
                            ends=True,
                        )
                    ],
                ),
                Step(delivery.deliver, "time, event 91, and the HMAC of both"),
                Step(delivery.deliver, "204; the shop works on it afterwards", back=True),
                Step(delivery.outcome, "delivered"),
            ],
            summary="From a queue to a shop within seconds, and each delivery at its own risk.",
            requirements=Requirements(completion_time=seconds(30)),
        ),
        Walkthrough(
            "A server that is away for a night",
            [
                Step(
                    delivery.deliver,
                    "event 91",
                    otherwise=[
                        Alternative("it answers 410", [Step(delivery.outcome, "dropped, and the address too")], ends=True),
                    ],
                ),
                Step(delivery.outcome, "no answer within 10 s; due in 30 s, give or take"),
                Step(delivery.due, "everything whose time has come"),
                Step(delivery.again, "91, for the second time"),
                Step(delivery.take_again, "91"),
                Step(
                    delivery.deliver,
                    "the same event with the same id",
                    otherwise=[
                        Alternative(
                            "three days are over",
                            [Step(care.learn, "91 is given up"), Step(care.mail, "once a day at the most")],
                            failure=True,
                            ends=True,
                        ),
                    ],
                ),
                Step(delivery.deliver, "200, the server is back", back=True),
                Step(delivery.outcome, "delivered at the ninth attempt"),
            ],
            summary="Pauses are rows with a time, so that nobody sleeps in a sender, and a restart forgets nothing.",
        ),
        Walkthrough(
            "Have everything sent again",
            [
                Step(care.look, "all that failed since Friday"),
                Step(care.to_events, "the same"),
                Step(care.list_events, "8,400 deliveries"),
                Step(care.send_again, "all of them", otherwise=[Alternative("they are older than 30 days", ends=True)]),
                Step(care.to_events, "send them again"),
                Step(care.replay, "with their old ids, five a second"),
                Step(care.send_again, "202", back=True),
                Step(delivery.take_again, "91 among others"),
                Step(delivery.deliver, "event 91, marked as sent again"),
                Step(
                    delivery.deliver,
                    "200",
                    back=True,
                    otherwise=[
                        Alternative("the shop knows 91 already", [Step(delivery.deliver, "200, and does nothing", back=True)])
                    ],
                ),
                Step(delivery.outcome, "delivered"),
            ],
            summary="A shop's own bug is mended by its own people, without a call to ours.",
        ),
        Walkthrough(
            "Fetch what may be missing",
            [
                Step(care.catch_up, "all after 91"),
                Step(care.to_events),
                Step(care.list_events, "by account and number"),
                Step(care.to_events, "92 to 140", back=True),
                Step(
                    care.catch_up,
                    "up to a hundred, and the last number",
                    back=True,
                    otherwise=[
                        Alternative("a number is missing between", [Step(care.catch_up, "the same once more, a minute later")])
                    ],
                ),
            ],
            summary="Numbers have no gaps, so a shop that counts knows what it has not heard.",
        ),
    ],
    behaviours=[*behaviours.behaviours],
    decisions=[
        Decision("notify-completion"),
        Decision("delivery-guarantee"),
        Decision("key-source"),
        Decision("downstream-protection"),
        Decision("overload-response"),
        Decision("priority-implementation"),
        Decision(
            "broker-choice",
            choice="worker-pool",
            reason=(
                "nobody has to run the queue either way; but functions have no fixed addresses for shops to let in, and each "
                "would wait alone for an answer that a worker waits for a hundred times at once"
            ),
        ),
    ],
    left_out={
        "The payment itself": "cards, banks and fraud are the payment service's; here it is a source of events",
        "Order of calls": "a call carries the whole state and its version, and a shop drops what is older than what it knows",
        "Addresses of our own network": "senders stand in a network with no way in; names are looked up once and must be public",
        "Change of a secret": "for a day both the old and the new secret sign, and a shop takes either",
        "Registration": "an address counts after it has answered a challenge, in a form of the dashboard",
    },
)
