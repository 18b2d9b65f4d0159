"""What the rules on long-running tasks find fault with, and what they accept, can both be said, and differ in one thing."""

from typing import Literal

from archgen import (
    Autoscaling,
    Calls,
    Client,
    Consumes,
    Database,
    DependsOn,
    Design,
    ExternalSystem,
    Function,
    IdempotencyKey,
    Log,
    Monitoring,
    Notifies,
    ObjectStore,
    PresignedUrl,
    Publishes,
    Queue,
    RateLimit,
    Reads,
    Requirements,
    Retry,
    Scheduler,
    Service,
    State,
    StateMachine,
    Transition,
    Worker,
    Workflow,
    WorkflowStep,
    Writes,
    days,
    hours,
    minutes,
    per_second,
    seconds,
)
from tests.catalogue.retold import retold


def test_who_must_have_the_result_at_once_can_be_said() -> None:
    """LT003: a queue before what takes 50 ms, where the caller waits for the picture."""
    need = Requirements(result_in_response=True, latency_budget=seconds(0.3))
    ask = Calls(Client("App", requirements=need), Service("API"), peak_rate=per_second(20))
    queue, resizer = (
        Queue("Pictures"),
        Worker("Resizer", task_duration=seconds(0.05), side_effect="none", drain_rate=per_second(80)),
    )
    bad = retold(Design("Pictures", [ask, Publishes(ask.target, queue), Consumes(resizer, queue)]))
    good = retold(Design("Pictures", [ask, Calls(ask.target, Service("Resizer", task_duration=seconds(0.05)), mode="sync")]))
    assert [len(list(one.components(Queue))) for one in (bad, good)] == [1, 0]


def test_the_states_of_a_job_and_the_end_of_its_attempts_can_be_said() -> None:
    """LT014: `processing` and `done` alone, or every state, with a last one for jobs that fail again and again."""
    bad = StateMachine("Job", states=[State("processing"), State("done", terminal=True)], transitions=[])
    named = [State("queued"), State("processing", timeout=minutes(30)), State("complete", terminal=True)]
    ended = [State("failed", failure=True), State("dead", terminal=True, failure=True)]
    steps = [
        Transition("queued", "processing", "picked up", by="worker"),
        Transition("processing", "complete", "success"),
        Transition("processing", "failed", "error"),
        Transition("failed", "queued", "again", attempts=4),
        Transition("failed", "dead", "no attempts left"),
    ]
    good = StateMachine("Job", states=[*named, *ended], transitions=steps)
    for job in (bad, good):
        retold(Design("Reports", [Calls(Client("App"), Service("API"))], behaviours=[job]))
    assert [[state.name for state in job.states if state.failure and state.terminal] for job in (bad, good)] == [[], ["dead"]]


def test_expected_refusals_are_told_from_faults() -> None:
    """LT020: addresses that bounce wake somebody, or are noted and dropped."""
    dead, refused = Queue("Dead mail", alarm="page"), Database("Refused addresses")
    mailer, queue = Worker("Mailer", rejects=["bounced", "unsubscribed"]), Queue("Mail", dead_letter=dead, max_receives=4)

    def mailed(reaction: Literal["dead_letter", "drop"], *others: Writes) -> Consumes:
        consumes = Consumes(mailer, queue, on_expected_failure=reaction)
        retold(Design("Mail", [consumes, *others, Consumes(Monitoring("On call", alarms="page"), dead)]))
        return consumes

    bad, good = mailed("dead_letter"), mailed("drop", Writes(mailer, refused, "address"))
    assert [one.on_expected_failure for one in (bad, good)] == ["dead_letter", "drop"]


def test_attempts_that_multiply_along_a_path_can_be_said() -> None:
    """LT028: three attempts at each of three places are twenty-seven."""
    app, api, worker = Client("App"), Service("API"), Worker("Worker")
    payment = ExternalSystem("Payment", provides="payment", longest_outage=minutes(10))

    def tried(outer: Retry | Literal[False], receives: int, inner: Retry | Literal[False]) -> list[object]:
        first, jobs = Calls(app, api, retry=outer), Queue("Jobs", max_receives=receives)
        last = Calls(worker, payment, retry=inner, circuit_breaker=False)
        retold(Design("Payments", [first, Publishes(api, jobs), Consumes(worker, jobs), last]))
        attempts = [retry.attempts if retry else 1 for retry in (first.retry, last.retry)]
        return [attempts[0], jobs.max_receives, attempts[1]]

    assert tried(Retry(3), 3, Retry(3)) == [3, 3, 3]
    assert tried(False, 4, Retry(1, reason="the queue tries again")) == [1, 4, 1]


def test_a_request_that_is_sent_twice_can_carry_a_key_of_the_sender() -> None:
    """LT035: an id that the server makes is a new job for each attempt."""

    def submitted(key: IdempotencyKey) -> IdempotencyKey:
        api, jobs = Service("API", returns_job_id=True, overflow_status=429), Queue("Jobs", max_depth=10_000, overflow="reject")
        submit = Calls(Client("App"), api, "export", purpose="submit", retry=Retry(3), idempotency=key, response_status=202)
        retold(Design("Exports", [submit, Publishes(api, jobs)]))
        return key

    bad, good = IdempotencyKey("job id", made_by="server"), IdempotencyKey("request id", made_by="client", claim="atomic")
    assert [submitted(one).made_by for one in (bad, good)] == ["server", "client"]


def test_short_and_long_work_of_one_pool_can_be_said() -> None:
    """LT061: mails of 0.2 s behind videos of 15 minutes, or each with workers of its own."""
    jobs, mails, videos = Queue("Jobs"), Queue("Mails"), Queue("Videos")
    shared = Worker("Worker", job_types=2, task_duration_min=seconds(0.2), task_duration_max=minutes(15))
    apart = [
        Worker("Mailer", task_duration=seconds(0.2), serves=["mail"]),
        Worker("Encoder", task_duration=minutes(15), serves=["video"]),
    ]
    bad = retold(Design("Jobs", [Consumes(shared, jobs)]))
    good = retold(Design("Jobs", [Consumes(apart[0], mails), Consumes(apart[1], videos)]))
    assert [[worker.task_duration_max for worker in one.components(Worker)] for one in (bad, good)] == [
        [minutes(15)],
        [None, None],
    ]


def test_how_a_worker_shares_its_time_among_queues_can_be_said() -> None:
    """LT059: important work always first, so that the rest may wait for ever; or each level with its part."""
    high, low = Queue("High", urgencies=["password reset"]), Queue("Low", urgencies=["bulk report"])

    def shared(scheduling: Literal["strict", "weighted"], weights: tuple[float | None, float | None]) -> tuple[float | None, ...]:
        worker = Worker("Worker", scheduling=scheduling)
        taken = [Consumes(worker, queue, weight=weight) for queue, weight in zip((high, low), weights, strict=True)]
        retold(Design("Jobs", [*taken, Publishes(Service("Router", role="router"), low, priority="low")]))
        return tuple(one.weight for one in taken)

    assert (shared("strict", (None, None)), shared("weighted", (4, 1))) == ((None, None), (4, 1))


def test_a_limit_of_each_worker_is_told_from_one_of_all() -> None:
    """LT057: twenty workers that each keep to the limit exceed it twentyfold."""
    payment = ExternalSystem("Payment", provides="payment", capacity=per_second(100), max_concurrency=50)

    def limited(counted: Literal["locally", "together"]) -> RateLimit:
        limit = RateLimit(per_second(100), counted=counted, algorithm="token_bucket", adaptive=True)
        worker = Worker("Worker", replicas=20, autoscaling=Autoscaling(max_replicas=500, metric="queue_depth", target=100))
        retold(Design("Payments", [Calls(worker, payment, rate_limit=limit)]))
        return limit

    assert [limited(one).counted for one in ("locally", "together")] == ["locally", "together"]


def test_who_sends_a_webhook_and_what_it_carries_can_be_said() -> None:
    """LT076: from the worker before it is done with the job, or from one that does nothing else."""
    partner = ExternalSystem("Partner", public_endpoint=True, idempotent=True)
    jobs, events = Queue("Jobs"), Queue("Events", dead_letter=Queue("Dead hooks", alarm="ticket", replayed_by="tool"))
    report, sender = Worker("Report"), Worker("Hook sender")

    def hooked(by: Worker, *before: Publishes | Consumes) -> Notifies:
        again = Retry(5, backoff="exponential", jitter=True)
        hook = Notifies(by, partner, channel="webhook", signed="hmac", event_id=True, retry=again, from_worker=by is report)
        status = Calls(partner, Service("API"), purpose="status", poll_interval=minutes(5), max_poll_duration=hours(1))
        retold(Design("Reports", [Consumes(report, jobs), *before, hook, status]))
        return hook

    bad, good = hooked(report), hooked(sender, Publishes(report, events), Consumes(sender, events))
    assert [hook.from_worker for hook in (bad, good)] == [True, False]


def test_what_a_step_needs_of_another_can_be_said() -> None:
    """LT080: a transcript of a sound that nobody has cut from the film yet."""

    def published(*after: str) -> WorkflowStep:
        transcribe = WorkflowStep("transcribe", reads=["sound"], writes=["text"], after=after)
        steps = [WorkflowStep("extract sound", reads=["film"], writes=["sound"]), transcribe]
        join = WorkflowStep("publish", after=["transcribe", "extract sound"], join="all", atomic_count=True)
        retold(Design("Films", [Calls(Client("App"), Service("API"))], behaviours=[Workflow("Film", [*steps, join], dag=True)]))
        return transcribe

    assert [tuple(step.after or ()) for step in (published(), published("extract sound"))] == [(), ("extract sound",)]


def test_steps_that_are_components_can_depend_on_one_another() -> None:
    """LT077: a circle of which no part can begin."""
    sound, text = Worker("Sound"), Worker("Transcript")
    bad = retold(Design("Films", [DependsOn(text, sound), DependsOn(sound, text)]))
    good = retold(Design("Films", [DependsOn(text, sound, join="all", atomic_count=True)]))
    assert [one.reaches(sound, text) and one.reaches(text, sound) for one in (bad, good)] == [True, False]


def test_the_limits_of_functions_and_of_what_hands_them_work_can_be_said() -> None:
    """LT088: a message that comes back while the function that took it still works."""

    def taken(visible_after: int) -> Queue:
        queue = Queue("Thumbnails", engine="SQS", visibility_timeout=seconds(visible_after))
        function = Function("Thumbnailer", timeout=seconds(60), reserved_concurrency=20, idempotent=True)
        retold(Design("Thumbnails", [Publishes(ObjectStore("Uploads", sends_events=True), queue), Consumes(function, queue)]))
        return queue

    assert [queue.visibility_timeout for queue in (taken(30), taken(360))] == [seconds(30), minutes(6)]


def test_what_must_be_read_again_can_be_said_of_any_broker() -> None:
    """LT093: old messages are wanted of a queue that deletes what was done."""
    bad, good = (
        Queue("Clicks", engine="SQS", replay_needed=True),
        Log("Clicks", engine="Kafka", replay_needed=True, retention=days(30)),
    )
    for broker in (bad, good):
        retold(Design("Clicks", [Publishes(Service("Site"), broker), Consumes(Worker("Count"), broker)]))
    assert [(type(broker), broker.replay_needed) for broker in (bad, good)] == [(Queue, True), (Log, True)]


def test_two_clocks_that_start_the_same_work_can_be_told_from_one() -> None:
    """LT095: two replicas of a scheduler, of which none leads."""

    def started(leader: bool | None) -> Scheduler:
        scheduler = Scheduler("Every hour", replicas=2, leader_election=leader, interval=hours(1))
        retold(Design("Reports", [Publishes(scheduler, Queue("Jobs"), idempotency=False)]))
        return scheduler

    assert [one.leader_election for one in (started(False), started(True))] == [False, True]


def test_a_link_in_a_mail_or_in_an_answer_can_run_out() -> None:
    """LT096: a link to a private export that works for ever."""
    api, export, mail = Service("API"), Worker("Export"), ExternalSystem("Mail", provides="email")
    results, app = ObjectStore("Results", access="private"), Client("App")

    def linked(link: PresignedUrl) -> list[object]:
        sent = Notifies(export, mail, "your export", channel="email", link=link)
        asked = Calls(app, api, "is it done?", purpose="status", link=link)
        retold(Design("Exports", [Writes(export, results), sent, asked, Reads(api, results, "sign")]))
        return [one.link.ttl if one.link else None for one in (sent, asked)]

    assert (linked(PresignedUrl()), linked(PresignedUrl(ttl=days(1)))) == ([None, None], [days(1), days(1)])
