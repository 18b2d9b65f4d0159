"""Seats held and paid for: other cases, states, a saga, a process with people in it, tables and how they are looked up."""

from archgen import (
    AccessPath,
    Alternative,
    Cache,
    CacheAside,
    Calls,
    Client,
    Column,
    Compensation,
    Design,
    Event,
    ExternalSystem,
    Index,
    Lock,
    Publishes,
    Queue,
    Reads,
    RelationalDatabase,
    Requirements,
    Retry,
    Service,
    State,
    StateMachine,
    Step,
    Table,
    Transition,
    Wait,
    Walkthrough,
    Workflow,
    WorkflowStep,
    Writes,
    days,
    milliseconds,
    minutes,
    seconds,
)

seats = Table(
    "Seats",
    category="seat_availability",
    bounded=True,
    columns=[Column("id", type="uuid"), Column("held_by", type="uuid"), Column("price", type="numeric(10,2)", decrements=False)],
    indexes=[Index(["event_id", "row"], unique=True), Index(["held_by"])],
    primary_key=["id"],
)
booked = Event("Seats booked", event_id=True, carries="id")

fan = Client("Fan", platform="mobile", requirements=Requirements(latency_budget=milliseconds(300)))
booking, payments = Service("Booking", replicas=3), Service("Payments", replicas=2)
bank = ExternalSystem("Bank", provides="payment")
store = RelationalDatabase("Seat store", engine="PostgreSQL", holds=[seats])
plans = Cache("Seat plans", engine="Redis", strategy="cache_aside", ttl=minutes(5))
mails = Queue("Mails", dead_letter=Queue("Dead mails"), max_receives=5)

book = Calls(fan, booking, "book two seats", timeout=seconds(3))
free_seats = Reads(
    booking, store, "free seats", access=AccessPath(filter=["event_id"], sort=["row"], returns="list", page_size=50)
)
hold = Writes(booking, store, "hold them", lock=Lock("row", timeout=seconds(1)), retry=False)
charge = Calls(booking, payments, "charge", retry=Retry(3, backoff="exponential", jitter=True), idempotent=True)
authorise = Calls(payments, bank, "authorise the card", timeout=seconds(3), idempotent=True)
confirm, free = Writes(booking, store, "confirm"), Writes(booking, store, "free them")
refund = Calls(booking, payments, "pay back", idempotent=True)
tell = Publishes(booking, mails, "ticket", data=[booked])

design = Design(
    "Seats",
    [book, free_seats, hold, charge, authorise, confirm, free, refund, tell, CacheAside(booking, plans, store)],
    summary="Seats are held while the card is charged.",
    walkthroughs=[
        Walkthrough(
            "Book two seats",
            [
                Step(book),
                Step(
                    hold,
                    otherwise=[
                        Alternative("one of them is taken", [Step(book, "choose again", back=True)], failure=True, ends=True)
                    ],
                ),
                Step(charge),
                Step(
                    authorise,
                    otherwise=[
                        Alternative(
                            "the bank refuses", [Step(free), Step(book, "another card?", back=True)], failure=True, ends=True
                        ),
                        Alternative("it does not answer within 3 s", [Step(authorise, "again, with the same key")], ends=False),
                        Alternative("the fan walks away"),
                    ],
                ),
                Step(charge, "paid", back=True),
                Step(confirm),
                Step(tell),
                Step(book, "booked", back=True),
            ],
            requirements=Requirements(latency_p99=seconds(2)),
        )
    ],
    behaviours=[
        StateMachine(
            "Seat",
            of=seats,
            states=[
                State("free"),
                State("held", timeout=minutes(10)),
                State("sold", terminal=True, failure=False),
                State("blocked", terminal=True, failure=True, visible=False),
            ],
            transitions=[
                Transition("free", "held", "a fan chooses it", by="client", along=hold),
                Transition("held", "free", by="timer"),
                Transition("held", "sold", "paid", by="service"),
                Transition("held", "held", "another card", attempts=3),
                Transition("free", "blocked", "it is broken", by="person"),
            ],
            swept_by=booking,
            summary="From the plan of the hall to the fan.",
        ),
        Workflow(
            "Sell a seat",
            coordinator=booking,
            coordination="saga",
            steps=[
                WorkflowStep(
                    "hold the seat", along=hold, effect="reserve", compensation=Compensation(name="free it", along=free)
                ),
                WorkflowStep(
                    "take the money", along=charge, effect="charge", compensation=Compensation(name="pay back", along=refund)
                ),
                WorkflowStep("confirm", along=confirm, effect="write", can_fail=True, pivot=True),
                WorkflowStep("send the ticket", along=tell, effect="notify", on_failure="retry"),
            ],
        ),
        Workflow(
            "Take a ticket back",
            trigger="request",
            steps=[
                WorkflowStep("ask", runs_on=booking),
                WorkflowStep("decide", wait=Wait("human", timeout=days(3), on_timeout="escalate")),
                WorkflowStep("pay back", along=refund, effect="charge", compensation=False),
            ],
        ),
    ],
)
