"""A small design with something to say in every section of its document."""

from dataclasses import replace

from archgen import (
    Ask,
    Calls,
    Choose,
    Client,
    Consumes,
    Database,
    Decision,
    DecisionTree,
    Design,
    Group,
    Publishes,
    Queue,
    Requirements,
    Service,
    Step,
    Waiver,
    Walkthrough,
    Worker,
    Writes,
    milliseconds,
    per_second,
    seconds,
)
from archgen.documents.compose import compose
from archgen.errors import Position
from archgen.model.catalogue import Entry
from archgen.model.decided import Decided
from archgen.model.dossier import Dossier, Figure
from archgen.model.estimate import Derivation, Estimate, Quantity
from archgen.model.link import link
from archgen.model.report import Crash, Finding, Report, Waived
from archgen.model.rule import Severity

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" viewBox="0 0 40 20"><title>A figure</title></svg>'

COPY = DecisionTree(
    "Who writes the label?",
    Ask(
        "May the sender wait?",
        lambda need: "no" if need.latency_budget and need.latency_budget < seconds(1) else None,
        {
            "no": Ask(
                "May a label be lost?",
                lambda need: need.delivery and {"at_least_once": "no"}.get(need.delivery, "yes"),
                {"no": Choose("message-queue", "a job outlives its worker"), "yes": Choose("fire-and-forget", "nothing is kept")},
                ["delivery"],
            ),
            "yes": Choose("plain-call", "nothing else is needed"),
        },
        ["latency_budget"],
    ),
)


def parcels() -> Design:
    """A sender hands in a parcel; its label is written later."""
    sender, desk = Client("Sender", devices=900), Service("Desk", replicas=2, capacity=per_second(50), group=Group("Front"))
    jobs, writer = Queue("Label jobs"), Worker("Label writer")
    store = Database("Parcel store", engine="PostgreSQL")
    hand_in = Calls(sender, desk, "hands in", protocol="http", timeout=seconds(2))
    keep, ask = Writes(desk, store, "the parcel"), Publishes(desk, jobs, "a label, please")
    return Design(
        "Parcels",
        [hand_in, keep, ask, Consumes(writer, jobs)],
        summary="A desk takes parcels in and has their labels written later.",
        pitch="The sender waits for the desk only.",
        problem="Labels take seconds.\n\nSenders do not wait for seconds.",
        requirements=Requirements(latency_budget=milliseconds(300), write_rate=per_second(80), availability=0.995),
        walkthroughs=[Walkthrough("Handing in", [Step(hand_in), Step(keep), Step(hand_in, "done", back=True)])],
        decisions=[Decision("label-writing", choice="message-queue", reason="labels are owed to the carrier")],
        left_out={"Prices": "they are the carrier's affair"},
        waivers=[Waiver("queue-without-dead-letter", subject=jobs, reason="labels are written anew every night")],
    )


def figures() -> list[Figure]:
    """One of the whole, one of the walkthrough, one of the tree."""
    return [
        Figure("components", "Parcels: components", "A sender, a desk and a store.", SVG),
        Figure("walkthrough-handing-in", "Parcels: handing in", "1. Sender to Desk: hands in.", SVG),
        Figure("decision-who-writes-the-label", "Who writes the label?", "A decision tree.", SVG),
    ]


def report() -> Report:
    """A warning with its place, a waived finding and a crashed rule."""
    finding = Finding(
        code="XX001",
        name="desk-over-capacity",
        severity=Severity.WARNING,
        message="more parcels arrive at Desk than it can take",
        because=("Desk: capacity = 50/s (line 9)", "requirements: write_rate = 80/s"),
        subjects=("desk", "label_jobs-consumes-nobody"),
        location=Position("parcels.py", 9, 4),
        fix="use capacity=per_second(100), or more replicas",
        url="rules/desk-over-capacity.html",
    )
    waived = Finding(
        "XX002", "queue-without-dead-letter", Severity.ERROR, "Label jobs loses labels", (), ("label_jobs",), None, "-", ""
    )
    crash = Crash("XX003", "broken-rule", "KeyError: 'x'")
    accepted = Waived(waived, "labels are written anew every night")
    return Report(
        "Parcels", "parcels.py", [finding], waived=[accepted], crashes=[crash], rules_run=4, components=5, connections=4
    )


def estimate() -> Estimate:
    """A rate that assumes something, and a utilisation that rests on it."""
    rate = Quantity("requests", 80, "per second", Derivation("80/s in all", (), ("every parcel is handed in once",)))
    taken = Quantity("utilisation", 0.8, "share", Derivation("80/s / 100/s", (rate,)))
    return Estimate({("desk", "utilisation"): taken, ("desk", "requests"): rate})


def decided(design: Design) -> Decided:
    """The design's decision, walked as far as its requirements lead."""
    entry = Entry("label-writing", "long_running_tasks", COPY.title, "Who writes the label.", COPY)
    return Decided(entry, COPY.decide(design.requirements), next(iter(design.decisions), None))


def with_a_counted_list() -> Dossier:
    """The document with steps of its author, which are counted."""
    return dossier(replace(parcels(), notes={"problem": "In this order:\n\n1. Weigh it.\n2. Print its label.\n"}))


def dossier(design: Design | None = None) -> Dossier:
    """Everything about the design, composed."""
    known = design or parcels()
    return compose(link(known), estimate(), report(), [decided(known)], figures())
