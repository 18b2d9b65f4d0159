"""What the rules on multi-step processes find fault with, and what they accept, can both be said, and differ in one thing."""

from typing import Literal

from archgen import (
    Calls,
    Client,
    Compensation,
    Consumes,
    Database,
    Design,
    Entity,
    Event,
    ExternalSystem,
    Hold,
    IdempotencyKey,
    KeyValueStore,
    Log,
    Publishes,
    Queue,
    Retry,
    Scheduler,
    Service,
    State,
    StateMachine,
    Transition,
    Wait,
    Worker,
    Workflow,
    WorkflowEngine,
    WorkflowStep,
    Writes,
    days,
    kilobytes,
    minutes,
    seconds,
)
from tests.catalogue.retold import retold

ORDERS, STOCK = Service("Orders", role="orchestrator", replicas=3), Service("Stock")
PAYMENT = ExternalSystem("Payment", provides="payment", idempotent=True)
CHARGE, RESERVE = Calls(ORDERS, PAYMENT, "charge"), Calls(ORDERS, STOCK, "reserve")
REFUND, RELEASE = Calls(ORDERS, PAYMENT, "refund", id="refund"), Calls(ORDERS, STOCK, "release", id="release")


PROGRESS, KEYS = Database("Progress"), KeyValueStore("Keys")


def ordered(*steps: WorkflowStep, **said: object) -> Workflow:
    """A workflow of these steps, in a design that is linked, written and read again."""
    workflow = Workflow("Order", steps, **{"coordinator": ORDERS, "coordination": "saga", **said})  # type: ignore[arg-type]
    calls = [Calls(Client("Shop"), ORDERS), CHARGE, RESERVE, REFUND, RELEASE, Writes(ORDERS, PROGRESS), Writes(ORDERS, KEYS)]
    retold(Design("Shop", calls, behaviours=[workflow]))
    return workflow


def test_what_undoes_a_step_can_be_said_and_what_happens_when_that_fails() -> None:
    """MS008: a refund that fails for good, and nobody hears of it."""
    bad = Compensation("refund", REFUND, idempotent=True)
    key = IdempotencyKey("order id and refund", claim="provider")
    good = Compensation("refund", REFUND, idempotent=True, idempotency=key, retry=Retry(10), alerted=True, by_progress=True)
    for compensation in (bad, good):
        ordered(WorkflowStep("charge", CHARGE, effect="charge", compensation=compensation), WorkflowStep("reserve", RESERVE))
    assert [bool(one.retry and one.alerted) for one in (bad, good)] == [False, True]


def test_a_step_that_nothing_undoes_is_told_from_one_of_which_that_is_not_said() -> None:
    """MS005: committed, and followed by a step that may be refused."""
    steps = [WorkflowStep("charge", CHARGE, compensation=said) for said in (None, False, Compensation("refund", REFUND))]
    for step in steps:
        ordered(step, WorkflowStep("reserve", RESERVE, can_fail=True), compensation_order="reverse")
    assert [step.compensation is None for step in steps] == [True, False, False]


def test_a_key_that_two_steps_share_can_be_told_from_keys_of_their_own() -> None:
    """MS013: the refund is taken for the charge, and dropped."""

    def keyed(charge: str, refund: str) -> set[str | None]:
        keys = [IdempotencyKey(name, scope="step", store=KEYS, claim="atomic", ttl=days(60)) for name in (charge, refund)]
        undo = Compensation("refund", REFUND, idempotency=keys[1])
        ordered(WorkflowStep("charge", CHARGE, idempotency=keys[0], compensation=undo))
        return {key.key for key in keys}

    assert [len(keyed(*names)) for names in (("order id", "order id"), ("order id and charge", "order id and refund"))] == [1, 2]


def test_whether_attempts_fit_the_time_can_be_said() -> None:
    """MS020: five attempts of half a minute, with pauses, in a process of one minute."""
    again = Retry(
        5, backoff="exponential", initial=seconds(1), multiplier=2, max_interval=seconds(30), never_on=["card declined"]
    )

    def fits(timeout: int, whole: int) -> bool:
        step = WorkflowStep("charge", CHARGE, retry=again, timeout=seconds(timeout))
        workflow = ordered(step, max_duration=seconds(whole), caller_waits=False)
        pauses = seconds(1 + 2 + 4 + 8)
        return bool(step.timeout and workflow.max_duration and 5 * step.timeout + pauses <= workflow.max_duration)

    assert [fits(30, 60), fits(5, 600)] == [False, True]


def test_how_a_process_waits_for_a_person_can_be_said() -> None:
    """MS035: days with a thread that stands still, or parked until word comes."""
    bad = Wait("human", mechanism="block", expected=days(5))
    asked = Wait("human", mechanism="signal", expected=days(5), timeout=days(30), on_timeout="remind", max_rounds=3, cancels=True)
    for wait in (bad, asked):
        ordered(WorkflowStep("sign", wait=wait, on_cancel="compensate"), cancellable=True)
    assert [wait.mechanism for wait in (bad, asked)] == ["block", "signal"]


def test_how_a_signal_finds_the_process_that_waits_can_be_said() -> None:
    """MS037: a signature comes in, and nothing tells whose it is."""
    signing, engine = ExternalSystem("Signing"), WorkflowEngine("Temporal", engine="Temporal", managed=False, operators=True)

    def signed(carried: str | None) -> Calls:
        signal = Calls(signing, engine, "signed", purpose="webhook", auth="signature", deduplicated=True, correlation_id=carried)
        retold(Design("Loans", [signal, Writes(engine, Database("History"))]))
        return signal

    assert [signed(one).correlation_id for one in (None, "workflow id")] == [None, "workflow id"]


def test_what_events_lead_to_can_be_said() -> None:
    """MS051: stock tells that it failed, and the charge stands."""
    placed, charged = Event("OrderPlaced", correlation_id="order id", event_id=True), Event("PaymentCharged")
    failed = Event("StockFailed", failure=True)
    log, payment, stock = Log("Events", event_log=True, replicas=3), Worker("Payment worker"), Worker("Stock worker")

    def told(*heard: Event) -> list[str]:
        tells = [Publishes(payment, log, data=[charged], id="charged"), Publishes(stock, log, data=[failed], id="failed")]
        hears = [Consumes(payment, log, data=[placed, *heard]), Consumes(stock, log, data=[charged])]
        architecture = retold(Design("Shop", [Publishes(ORDERS, log, data=[placed]), *tells, *hears]))
        consumed = {event for one in architecture.connections(Consumes) for event in one.data or ()}
        return [event.name for event in architecture.data(Event) if event not in consumed]

    assert (told(), told(failed)) == (["StockFailed"], [])


def test_a_change_and_its_message_can_be_one_or_two() -> None:
    """MS060: a crash between the two, and the world is told nothing."""
    log, books = Log("Events"), Database("Books")
    write, publish = Writes(ORDERS, books, operation="place order"), Publishes(ORDERS, log, operation="place order")
    relay = Worker("Relay")
    bad = retold(Design("Shop", [write, publish]))
    good = retold(Design("Shop", [write, Consumes(relay, books, "changes"), Publishes(relay, log)]))
    both = [[type(one).__name__ for one in architecture.out_of(ORDERS)] for architecture in (bad, good)]
    assert both == [["Writes", "Publishes"], ["Writes"]]


def test_who_takes_up_what_a_crashed_server_left_can_be_said() -> None:
    """MS064: three servers, of which none knows what the others dropped."""

    def claimed(claim: Literal["none", "lease"], reaped: bool) -> Workflow:
        step = WorkflowStep("charge", CHARGE, checkpoint=True)
        return ordered(step, coordination="checkpoints", state_store=PROGRESS, claim=claim, reaped=reaped)

    bad, good = claimed("none", False), claimed("lease", True)
    assert [(one.claim, one.reaped) for one in (bad, good)] == [("none", False), ("lease", True)]


def test_money_that_is_set_aside_can_be_given_back_and_runs_out() -> None:
    """MS069: a hold on a card that nobody releases when the stock is gone."""
    authorise, capture = Calls(ORDERS, PAYMENT, "authorise", id="authorise"), Calls(ORDERS, PAYMENT, "capture", id="capture")

    def held(undo: Compensation | None) -> WorkflowStep:
        hold = WorkflowStep("authorise", authorise, effect="authorise", hold=Hold(days(7)), compensation=undo)
        reserve = WorkflowStep("reserve", RESERVE, effect="reserve", hold=Hold(minutes(15)), can_fail=True)
        pay = WorkflowStep("capture", capture, effect="charge", pivot=True, on_failure="alert")
        workflow = Workflow("Order", [hold, reserve, pay], coordinator=ORDERS)
        retold(Design("Shop", [authorise, RESERVE, capture, RELEASE], behaviours=[workflow]))
        return hold

    assert [bool(held(undo).compensation) for undo in (None, Compensation("release hold", RELEASE))] == [False, True]


def test_what_users_see_of_a_half_done_order_can_be_said() -> None:
    """MS074: confirmed before anything is paid."""
    order = Entity("Order", category="order", pending_state=True)

    def seen(first: str) -> str:
        states = [
            State(first, visible=True),
            State("done", visible=True, terminal=True),
            State("failed", failure=True, terminal=True),
        ]
        life = StateMachine(
            "Order states", of=order, states=states, transitions=[Transition(first, "done"), Transition(first, "failed")]
        )
        retold(Design("Shop", [Writes(ORDERS, Database("Books"), data=[order])], behaviours=[life]))
        return life.states[0].name

    assert (seen("confirmed"), seen("pending")) == ("confirmed", "pending")


def test_what_becomes_of_runs_of_an_older_version_can_be_said() -> None:
    """MS084: a step that is new, and runs that began before it."""

    def changed(guarded: bool | None) -> WorkflowStep:
        step = WorkflowStep("check compliance", changed=True, guarded_patch=guarded)
        ordered(step, coordination="workflow_engine", versioning="patching", changes_running=True, in_flight=10_000)
        return step

    assert [changed(one).guarded_patch for one in (None, True)] == [None, True]


def test_dead_letters_of_a_log_can_be_kept_watched_and_brought_back() -> None:
    """MS031: one message that always fails, and a log that stands still behind it."""

    def read(dead: Log | Literal[False]) -> Log:
        log = Log("Placed orders", dead_letter=dead, retention=days(7))
        retry = Retry(3) if dead else Retry("unlimited")
        retold(Design("Shop", [Publishes(ORDERS, log), Consumes(Worker("Worker", idempotent=True), log, retry=retry)]))
        return log

    dead = Log("Failed orders", alarm="page", replayed_by="tool", retention=days(14))
    assert [log.dead_letter for log in (read(False), read(dead))] == [False, dead]


def test_a_process_can_begin_by_a_clock_or_a_request() -> None:
    """MS086: an engine for batches on the way of a request."""
    engine = WorkflowEngine("Airflow", engine="Airflow", platform="any")

    def begun(trigger: Literal["request", "schedule"], by: Client | Scheduler) -> Workflow:
        workflow = Workflow("Report", [WorkflowStep("sum up", input_size=kilobytes(2))], coordinator=engine, trigger=trigger)
        retold(Design("Reports", [Calls(by, engine), Publishes(engine, Queue("Jobs"))], behaviours=[workflow]))
        return workflow

    bad, good = begun("request", Client("App")), begun("schedule", Scheduler("Nightly"))
    assert [one.trigger for one in (bad, good)] == ["request", "schedule"]
