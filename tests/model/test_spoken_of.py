"""Parts that are spoken of by others than their connections."""

from archgen import (
    Calls,
    Client,
    Compensation,
    Consumes,
    Database,
    Design,
    ExternalSystem,
    IdempotencyKey,
    Log,
    MaterializedView,
    Notifies,
    Queue,
    RateLimiter,
    Service,
    Worker,
    Workflow,
    WorkflowStep,
)
from archgen.model.link import link
from archgen.model.spoken_of import dead_letters, spoken_of


def test_ends_of_connections_are_not_spoken_of() -> None:
    assert spoken_of(link(Design("D", [Calls(Client("App"), Service("API"))]))) == set()


def test_what_attributes_and_policies_name_is() -> None:
    keys, store, counts = Database("Keys"), Database("Store"), Database("Counts")
    call = Calls(Service("Shop"), ExternalSystem("Bank"), idempotency=IdempotencyKey("order", store=keys))
    design = Design("D", [call, MaterializedView("View", of=store), RateLimiter("Limit", store=counts)])
    assert spoken_of(link(design)) == {keys, store, counts}


def test_an_end_that_a_policy_names_as_well_is() -> None:
    keys = Database("Keys")
    assert spoken_of(link(Design("D", [Calls(Service("Shop"), keys, idempotency=IdempotencyKey("order", store=keys))]))) == {keys}


def test_dead_letters_are_those_of_queues_logs_notifications_and_of_what_undoes() -> None:
    one, two, three, four = (Queue(name) for name in ("One", "Two", "Three", "Four"))
    shop, bank = Service("Shop"), ExternalSystem("Bank")
    step = WorkflowStep("charge", compensation=Compensation("refund", dead_letter=four))
    design = Design(
        "D",
        [
            Consumes(Worker("Worker"), Queue("Jobs", dead_letter=one)),
            Consumes(shop, Log("Log", dead_letter=two)),
            Notifies(shop, bank, dead_letter=three),
            four,
        ],
        behaviours=[Workflow("Order", [step])],
    )
    assert dead_letters(link(design)) == {one, two, three, four}
