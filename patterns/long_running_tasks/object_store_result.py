"""What a job makes is a file in an object store, and its record holds no more than where the file lies.

## How it works
The worker writes the result under a name made from the job: `reports/2026/05/7f3.pdf`. A second attempt writes to the same name,
so it replaces what the first had begun. Then, and only then, it sets *complete* and the name in the record.

Whoever asks gets a link that is signed for him and for a while. The API makes it when it answers, not the worker when it is
done: a link made at night has run out by morning, and one in a database is there for everyone who reads the database. The bytes
go from the store to the client, and never through API, queue or record.

What is left behind has an end too. A rule of the store deletes results after the time that people were promised, and the record
says so when somebody comes later.

## Numbers
- **Above about 100 kB out of the record**; messages take 256 kB to 1 MB at the most, by broker and
  version, and want less than 10.
- **Links for 5 to 60 minutes**, made for each answer. In a mail put a link to your own page, which asks who is there and then
  makes one; a mail is forwarded.
- **Keep for 7 to 30 days.** 1,000 reports a day of 20 MB for 30 days are 600 GB, some 14 dollars a month.
- **Parts of 16 MB** for large results: S3 takes 10,000 of them, which is 160 GB, and the worker's memory stays at one part.

## What goes wrong
- **Complete before it is there.** Record first, file later, and somebody clicks in between. File first.
- **Public bucket.** The name is long and cannot be guessed, until it stands in a log or a referrer. Private, and signed.
- **Half a file.** The worker died while writing. A single PUT appears whole or not at all; with parts, only completing them
  makes the file. Rules delete parts that were never completed.
- **The name of the customer's wish.** `../../`, or two customers with `report.pdf`. Names come from ids; what people called
  it goes into `Content-Disposition`.
"""

from archgen import (
    Calls,
    Client,
    Consumes,
    Design,
    Downloads,
    Encryption,
    File,
    IdempotencyKey,
    Multipart,
    Need,
    ObjectStore,
    Pattern,
    PresignedUrl,
    Publishes,
    Queue,
    Reads,
    RelationalDatabase,
    Requirements,
    Retry,
    Service,
    Step,
    TradeOff,
    Uploads,
    Worker,
    Writes,
    days,
    gigabytes,
    kilobytes,
    megabytes,
    milliseconds,
    minutes,
    per_second,
    seconds,
)

client = Client("Client", platform="web")
gate = Service("API", replicas=3, returns_job_id=True, validates=True)
records = RelationalDatabase("Job records", engine="PostgreSQL", replicas=2, retention=days(60))
failed = Queue("Failed exports", engine="SQS", durable=True, replicas=3, retention=days(14), alarm="ticket", replayed_by="tool")
exports = Queue(
    "Exports",
    engine="SQS",
    durable=True,
    replicas=3,
    publisher_confirms=True,
    visibility_timeout=minutes(6),
    retry_delay=minutes(1),
    dead_letter=failed,
    max_receives=4,
)
worker = Worker(
    "Exporter",
    replicas=6,
    concurrency=2,
    task_duration=minutes(2),
    task_duration_p99=minutes(4),
    max_runtime=minutes(5),
    progress=True,
    memory=gigabytes(1),
    side_effect="none",
    idempotent=True,
    note="writes part by part",
)
archive = File(
    "Archive", content="archive", max_size=gigabytes(5), sensitivity="personal", visibility="private", retention=days(14)
)
results = ObjectStore(
    "Results",
    engine="S3",
    access="private",
    replicas=3,
    holds=[archive],
    lifecycle="deleted after 14 days",
    aborts_incomplete_after=days(1),
    encryption=Encryption(at_rest=True, keys="provider"),
)

submit = Calls(
    client,
    gate,
    "all that is mine, please",
    protocol="http",
    mode="sync",
    rate=per_second(0.05),
    timeout=seconds(3),
    retry=Retry(attempts=3, backoff="exponential", jitter=True, initial=milliseconds(300)),
    idempotent=True,
    idempotency=IdempotencyKey(key="id that the client made", made_by="client", claim="atomic", store=records, ttl=days(60)),
    auth="session",
    tls=True,
    purpose="submit",
    response_status=202,
)
ask = Calls(
    client,
    gate,
    "is it done?",
    protocol="poll",
    poll_interval=seconds(5),
    poll_jitter=0.15,
    max_poll_duration=minutes(15),
    timeout=seconds(2),
    retry=False,
    idempotent=True,
    auth="session",
    tls=True,
    purpose="status",
    link=PresignedUrl(minutes(15), method="get", authorized=True, authenticated=True),
)
record = Writes(gate, records, "pending", rate=per_second(0.05), operation_kind="insert", idempotent=True, order="store_first")
publish = Publishes(gate, exports, "id of the job", rate=per_second(0.05), payload=kilobytes(0.2), idempotent=True)
take = Consumes(worker, exports, acknowledge="after", delivery="at_least_once")
keep = Uploads(
    worker,
    results,
    "archive, under the job's id",
    method="multipart",
    multipart=Multipart(part_size=megabytes(16)),
    max_payload=gigabytes(5),
    idempotent=True,
)
finish = Writes(worker, records, "how far, and its name", payload=kilobytes(0.3), idempotent=True)
look = Reads(gate, records, "state, and the name", purpose="status")
collect = Downloads(
    client,
    results,
    "the archive",
    auth="signature",
    tls=True,
    ranges=True,
    grant=PresignedUrl(minutes(15), method="get", authorized=True, authenticated=True),
)

pattern = Pattern(
    "Result in an object store",
    use_when=["a job makes more than a few lines: documents, exports, pictures, films"],
    avoid_when=["the result is a number or a short text: it fits into the record"],
    structure=Design(
        "Result in an object store",
        [submit, ask, record, publish, take, keep, finish, look, collect],
        requirements=Requirements(result_in_response=False, delivery="at_least_once"),
    ),
    requires=[
        Need("a file, written before the job counts as complete", {keep: ["method"], finish: ["payload"]}),
        Need("a name that a second attempt shares", {keep: ["idempotent"], worker: ["idempotent"]}),
        Need("a link for the one who may have it, and for a while", {ask: ["link"], collect: ["grant"], results: ["access"]}),
        Need("an end for results and for parts of them", {results: ["lifecycle", "aborts_incomplete_after"]}),
    ],
    walkthrough=[
        Step(submit, "all that is mine"),
        Step(record, "7: pending"),
        Step(publish, "7"),
        Step(submit, "202, 7", back=True),
        Step(take, "7"),
        Step(keep, "200 parts, then completed"),
        Step(finish, "complete, exports/7.zip"),
        Step(ask, "is it done?"),
        Step(look, "complete, exports/7.zip"),
        Step(ask, "a link, good for 15 min", back=True),
        Step(collect, "three gigabytes, past the API"),
    ],
    trade_offs=[
        TradeOff("queue, record and API stay small, whatever is made", "links that end, and somebody whose link has ended"),
        TradeOff("downloads cost the API nothing", "a second place with rights and retention of its own"),
    ],
    related=["status-store", "submit-and-poll", "streaming-export-worker", "storage-event-trigger", "email-notification"],
)
