"""Files: clients send them straight to an object store, and workers look at them before others may."""

from math import ceil

from archgen import (
    Calls,
    Cdn,
    Client,
    Consumes,
    Design,
    Downloads,
    File,
    Group,
    LoadBalancer,
    ObjectStore,
    PresignedUpload,
    PresignedUrl,
    Queue,
    Reads,
    RelationalDatabase,
    Requirements,
    Service,
    Step,
    Walkthrough,
    Worker,
    Writes,
    days,
    hours,
    megabytes,
    minutes,
    per_second,
    seconds,
)

PLANNED = 0.6


def design(name: str, clients: int, rate: float) -> Design:
    """A signed link for each upload, a quarantine, a scan, and a network of copies for those who look."""
    storage, work = Group("Storage"), Group("Background")
    taking, rate = seconds(4), rate / 10
    file = File(
        "File", content="image", visibility="public", item_size=megabytes(3), max_size=megabytes(20), scanned="before_release"
    )
    app = Client("App", devices=clients)
    balancer = LoadBalancer("Balancer", layer=7)
    service = Service("Service", replicas=2)
    raw = ObjectStore("Raw files", provider="s3", role="quarantine", access="private", holds=[file], group=storage)
    ready = ObjectStore("Ready files", provider="s3", role="processed", access="private", immutable_objects=True, group=storage)
    cdn = Cdn("CDN", ttl=days(30), access="signed_url")
    lost = Queue("Failed scans", durable=True, retention=days(14), alarm="ticket", group=work)
    arrived = Queue("Arrived files", engine="SQS", durable=True, dead_letter=lost, max_receives=5, group=work)
    scanner = Worker(
        "Scanner",
        replicas=max(2, ceil(rate * taking.total_seconds() / PLANNED)),
        concurrency=1,
        task_duration=taking,
        idempotent=True,
        group=work,
    )
    records = RelationalDatabase("File records", engine="PostgreSQL", replicas=2)

    forward = Calls(balancer, service, protocol="http", timeout=seconds(5))
    ask = Calls(app, balancer, "may I send this?", protocol="http", rate=per_second(rate), timeout=seconds(5), tls=True)
    grant = PresignedUrl(
        ttl=minutes(15), method="post", max_size=megabytes(20), size_enforced_by="content_length_range", key_chosen_by="server"
    )
    upload = PresignedUpload(app, service, raw, events=arrived, grant=grant, file=file)
    _, send, tell = upload.connections
    note = Writes(service, records, "expected", timeout=seconds(1), idempotent=True)
    take = Consumes(scanner, arrived, acknowledge="after", delivery="at_least_once")
    fetch = Reads(scanner, raw, "the file", per_request=1)
    release = Writes(scanner, ready, "what is harmless", per_request=1, idempotent=True)
    mark = Writes(scanner, records, "available or refused", per_request=1, idempotent=True)
    check = Reads(service, records, "whose is it, and may it be seen?", per_request=1, timeout=seconds(1))
    show = Downloads(app, cdn, "file", protocol="http", rate=per_second(rate * 9), tls=True)
    fill = Reads(cdn, ready, "on a miss", rate=per_second(rate))
    return Design(
        name,
        [ask, forward, note, check, upload, take, fetch, release, mark, show, fill],
        summary="Files go straight to storage, are looked at before others see them, and are served from near by.",
        requirements=Requirements(
            concurrent_clients=clients, write_rate=per_second(rate), completion_time=minutes(1), retention=hours(24) * 365
        ),
        walkthroughs=[
            Walkthrough(
                "Send a file",
                [
                    Step(ask),
                    Step(forward),
                    Step(note),
                    Step(ask, "a link for one file and a quarter of an hour", back=True),
                    Step(send),
                    Step(tell),
                    Step(take),
                    Step(fetch),
                    Step(release),
                    Step(mark, "available"),
                ],
            )
        ],
    )
