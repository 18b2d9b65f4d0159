"""A shop with a payment system in it, in which stands a ledger; and any design with others in it, for hypothesis."""

from dataclasses import replace

from hypothesis import strategies as st

from archgen import (
    Cache,
    CacheAside,
    Calls,
    Client,
    Database,
    Design,
    Entity,
    Group,
    Reads,
    RelationalDatabase,
    Service,
    State,
    StateMachine,
    Step,
    System,
    Transition,
    Waiver,
    Walkthrough,
    Workflow,
    WorkflowStep,
    Writes,
)
from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.model.link import link
from tests.exporters.designs import designs

FEW = 2


def ledger() -> Design:
    """The innermost: a service and its books."""
    api, books = Service("API"), Database("Books")
    keep = Writes(api, books, "an entry")
    return Design("Ledger", [keep], walkthroughs=[Walkthrough("Book", [Step(keep)])])


def payments() -> Design:
    """A design of its own, with the ledger as a box in a group of its own."""
    api, cards = Service("API", group=Group("Core")), RelationalDatabase("Cards")
    book = System("Ledger", design=ledger(), group=Group("Back office"))
    charge = Writes(api, book, "a payment", id="charge")
    refunds = Entity("Refund")
    return Design(
        "Payments",
        [CacheAside(api, Cache("Recent"), cards), charge],
        data=[refunds],
        walkthroughs=[Walkthrough("Charge", [Step(charge)])],
        behaviours=[
            StateMachine("Refund", of=refunds, states=[State("open"), State("done")], transitions=[Transition("open", "done")]),
            Workflow("Charge", coordinator=api, steps=[WorkflowStep("write", along=charge, runs_on=book)]),
        ],
        waivers=[Waiver("XX001", subject=api, reason="it is tried by hand")],
    )


def shop(*, entry: bool = True) -> Design:
    """A shop that calls the payments; by the API, where `entry` says so."""
    inside = payments()
    api = next(part for part in link(inside).components(Service))
    pay = System(
        "Payments",
        design=inside,
        entry=api if entry else None,
        note="of another team",
        notes="Asked *weekly*.",
        group=Group("Partners"),
    )
    app, front = Client("App"), Service("API", id="api")
    buy, settle = Calls(app, front, "buy"), Calls(front, pay, "charge", id="settle")
    return Design(
        "Shop",
        [buy, settle],
        walkthroughs=[Walkthrough("Buy", [Step(buy), Step(settle), Step(settle, "paid", back=True)])],
        waivers=[Waiver("XX001", subject=pay, reason="the other team knows"), Waiver("XX002", subject=settle, reason="so be it")],
    )


@st.composite
def nests(draw: st.DrawFn, depth: int = FEW) -> Design:
    """Any design, with others in it as boxes; some with an entry, some spoken of by connections."""
    design = draw(designs())
    boxes: list[Connection | Component] = []
    for number in range(draw(st.integers(0, FEW)) if depth else 0):
        inner = draw(nests(depth=depth - 1))
        around = link(design)
        entry = draw(st.none() | st.sampled_from(around_components(inner)))
        box = System(
            f"S{number}", id=f"s{depth}{number}", design=inner, entry=entry, group=draw(st.sampled_from([None, *around.groups]))
        )
        boxes.append(box)
        other = draw(st.sampled_from(list(around.components())))
        for _ in range(draw(st.integers(0, FEW))):
            source, target = draw(st.permutations([box, other]))
            boxes.append(draw(st.sampled_from([Connection, Calls, Reads]))(source, target))
    parts = [*design.parts, *boxes]
    told = [Walkthrough(f"T{number}", [Step(part)]) for number, part in enumerate(parts) if isinstance(part, Connection)]
    return replace(design, parts=parts, walkthroughs=[*design.walkthroughs, *told])


def around_components(design: Design) -> list[Component]:
    """The components of a design."""
    return list(link(design).components())
