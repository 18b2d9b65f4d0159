"""A shop whose payments and parcels are designs of their own, in one of which stands another."""

from archgen import (
    Broadcast,
    Calls,
    Client,
    Database,
    Design,
    Entity,
    ExternalSystem,
    Group,
    Queue,
    Reads,
    Service,
    State,
    StateMachine,
    Step,
    System,
    Topic,
    Transition,
    Walkthrough,
    Worker,
    WorkQueue,
    Writes,
)

entry, books = Service("Clerk"), Database("Books")
ledger = Design("Ledger", [Writes(entry, books, "an entry")], summary="Keeps who owes whom.")

api, partners = Service("API", group=Group("Core")), Group("Outside")
book_keeping = System("Ledger", design=ledger, entry=entry)
ask, note = Calls(api, ExternalSystem("Bank", group=partners), "authorise"), Calls(api, book_keeping, "paid")
payments = Design(
    "Payments",
    [ask, note],
    summary="Takes money and keeps books.",
    data=[Entity("Payment", category="payment")],
    walkthroughs=[Walkthrough("Charge", [Step(ask), Step(note)])],
    behaviours=[
        StateMachine("Payment", states=[State("asked"), State("paid", terminal=True)], transitions=[Transition("asked", "paid")])
    ],
)

jobs = Queue("Parcels")
parcels = Design("Parcels", [WorkQueue(Service("Desk"), jobs, Worker("Packer"), status=Database("Parcel states"))])

shop, app, news = Service("Shop", replicas=3), Client("App"), Topic("News")
pay, send = System("Payments", design=payments, entry=api, note="of another team"), System("Parcels", design=parcels)
buy, settle, hand_over = Calls(app, shop, "buy"), Calls(shop, pay, "charge"), Calls(shop, send, "pack")
design = Design(
    "Shop",
    [buy, settle, hand_over, Broadcast(shop, news, Service("Sockets")), Reads(shop, Database("Goods"), "prices")],
    walkthroughs=[Walkthrough("Buy", [Step(buy), Step(settle), Step(hand_over), Step(buy, "thank you", back=True)])],
)
