"""Work in the background: what takes long is accepted at once, and done by workers behind a queue."""

from math import ceil

from archgen import (
    Calls,
    Client,
    Design,
    Group,
    LoadBalancer,
    Monitoring,
    Notifies,
    Queue,
    RelationalDatabase,
    Requirements,
    Retry,
    Service,
    State,
    StateMachine,
    Step,
    Transition,
    Walkthrough,
    Worker,
    WorkQueue,
    days,
    minutes,
    per_second,
    seconds,
)

# The share of the workers' time that is planned for.
PLANNED = 0.6


def design(name: str, clients: int, rate: float) -> Design:
    """A queue with a dead letter queue, and as many workers as the load needs."""
    edge, work = Group("Edge"), Group("Background")
    taking = seconds(10)
    app = Client("App", devices=clients, platform="web")
    balancer = LoadBalancer("Balancer", layer=7, group=edge)
    service = Service("Service", replicas=2, returns_job_id=True, group=edge)
    failed = Queue("Failed jobs", durable=True, retention=days(14), alarm="ticket", replayed_by="tool", group=work)
    jobs = Queue(
        "Jobs",
        engine="SQS",
        durable=True,
        dead_letter=failed,
        max_receives=5,
        visibility_timeout=minutes(2),
        retention=days(4),
        group=work,
    )
    worker = Worker(
        "Worker",
        replicas=max(2, ceil(rate * taking.total_seconds() / PLANNED)),
        concurrency=1,
        task_duration=taking,
        max_runtime=minutes(1),
        side_effect="reversible",
        idempotent=True,
        group=work,
    )
    status = RelationalDatabase("Job status", engine="PostgreSQL", replicas=2)
    watch = Monitoring("Monitoring", watches=["queue_age", "dead_letters"], alarms="page")

    submit = Calls(
        app,
        balancer,
        "start a job",
        protocol="http",
        rate=per_second(rate),
        timeout=seconds(5),
        retry=Retry(3, backoff="exponential", jitter=True, initial=seconds(1)),
        idempotent=True,
        tls=True,
        auth="session",
    )
    forward = Calls(balancer, service, protocol="http", timeout=seconds(5))
    queue = WorkQueue(service, jobs, worker, status=status)
    record, enqueue, take, finish, look = queue.connections
    return Design(
        name,
        [submit, forward, queue, Notifies(failed, watch, "a job failed for good", channel="event")],
        summary="Jobs are accepted at once and done in the background; people ask how far theirs is.",
        requirements=Requirements(concurrent_clients=clients, write_rate=per_second(rate), completion_time=minutes(5)),
        behaviours=[
            StateMachine(
                "Job",
                [State("queued"), State("running"), State("done", terminal=True), State("failed", terminal=True, failure=True)],
                [
                    Transition("queued", "running", "a worker takes it", along=take),
                    Transition("running", "done", "it is finished", along=finish),
                    Transition("running", "queued", "the worker died", by="timer", attempts=5),
                    Transition("running", "failed", "it failed too often"),
                ],
            )
        ],
        walkthroughs=[
            Walkthrough(
                "Do a job",
                [
                    Step(submit, "what is to be done"),
                    Step(forward),
                    Step(record, "queued"),
                    Step(enqueue),
                    Step(submit, "accepted, with the job's id", back=True),
                    Step(take),
                    Step(finish, "done"),
                    Step(look, "how far is it?"),
                ],
            )
        ],
    )
