"""The worker reads a page, writes a part, and forgets both, so that an export of any size takes the memory of one page.

## How it works
Rows come from a cursor of the database, a few thousand at a time, ordered by a key. They are written in the export's form,
compressed, and collected until a part is full; the part goes to object storage by a multipart upload. Then the worker notes
the last key and the number of the part. In the end the parts are put together, which is one request.

A worker that takes over begins after the last part, not at the first row. The file does not exist until the last request, so
nobody sees half of it.

## Numbers
- **Memory = page + part**: 5,000 rows of 1 kB and a part of 16 MB are some 25 MB. The whole of 2 GB in memory would need 4 GB
  for a moment, in each worker.
- **Parts of 16 MB.** S3 takes 5 MB to 5 GB, and 10,000 parts at most: 16 MB reach 160 GB.
- **A crash costs one part**: 16 MB at 5 MB/s are 3 s, instead of 7 min.
- **Read from a replica**, at a pace: a full scan at 20 MB/s is felt by everybody else.

## What goes wrong
- **Pages by offset.** Page 400 of 5,000 rows makes the database count two million rows first, and rows that were added shift
  all others. Go on after the last key.
- **One snapshot for an hour.** A transaction that stays open holds up the clean-up of old rows. Take short reads; note that
  the export is of about one time, or read from a snapshot made for it.
- **Parts stay behind.** Uploads that were never finished are paid for and seen nowhere. A rule of the bucket removes them
  after a day.
- **Streamed through the API.** A request that lives for 40 min breaks at the first release. Write a file, send a link.
"""

from archgen import (
    Calls,
    Client,
    Consumes,
    Database,
    Design,
    Downloads,
    Multipart,
    Need,
    ObjectStore,
    Pattern,
    PresignedUrl,
    Publishes,
    Queue,
    Reads,
    RelationalDatabase,
    Replicates,
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
    hours,
    megabytes,
    minutes,
    per_hour,
    per_second,
    seconds,
)

person = Client("Person", platform="web")
api = Service("API", replicas=2, returns_job_id=True, overflow_status=429)
dead = Queue("Dead exports", durable=True, retention=days(14), alarm="ticket", replayed_by="tool")
jobs = Queue(
    "Exports",
    engine="SQS",
    managed=True,
    durable=True,
    dead_letter=dead,
    max_receives=4,
    retry_delay=minutes(1),
    max_depth=2_000,
    overflow="reject",
    visibility_timeout=minutes(10),
)
worker = Worker(
    "Export worker",
    replicas=4,
    memory=megabytes(512),
    task_duration=minutes(8),
    max_runtime=minutes(100),
    heartbeat=True,
    progress=True,
    side_effect="reversible",
    idempotent=True,
)
replica = RelationalDatabase("Read replica", engine="PostgreSQL", role="replica", max_read_rate=per_second(500))
primary = RelationalDatabase("Primary", engine="PostgreSQL", role="primary")
product = Service("Product", replicas=3)
record = Database("Job record", replicas=2, note="last key, last part")
files = ObjectStore(
    "Finished exports", provider="s3", access="private", aborts_incomplete_after=days(1), lifecycle="deleted after 7 days"
)

submit = Calls(
    person,
    api,
    "all my data",
    protocol="http",
    rate=per_hour(20),
    timeout=seconds(2),
    retry=Retry(attempts=3, backoff="exponential", jitter=True, initial=seconds(1), max_interval=seconds(30)),
    idempotent=True,
    tls=True,
    auth="session",
    purpose="submit",
    response_status=202,
)
queued = Writes(api, record, "queued", rate=per_hour(20), operation_kind="insert", idempotent=True, order="store_first")
publish = Publishes(api, jobs, "id of the export", rate=per_hour(20))
take = Consumes(worker, jobs, acknowledge="after", delivery="at_least_once", rate=per_hour(20))
change = Writes(product, primary, "rows", rate=per_second(50))
copy = Replicates(primary, replica, "seconds behind")
page = Reads(
    worker,
    replica,
    "5,000 rows after the last key",
    rate=per_second(20),
    scan=True,
    cursor="id",
    timeout=seconds(10),
    idempotent=True,
)
part = Uploads(
    worker,
    files,
    "a part of 16 MB",
    rate=per_second(0.6),
    method="multipart",
    multipart=Multipart(part_size=megabytes(16), parts=125, initiated_by="server", completes=True),
    max_payload=gigabytes(2),
    tls=True,
)
note_it = Writes(worker, record, "part 41, up to row 205,000", rate=per_second(0.6), idempotent=True)
ask = Calls(
    person,
    api,
    "ready?",
    protocol="http",
    rate=per_second(1),
    poll_interval=seconds(10),
    poll_jitter=0.2,
    keep_alive=seconds(30),
    max_poll_duration=minutes(30),
    timeout=seconds(2),
    idempotent=True,
    tls=True,
    auth="session",
    purpose="status",
)
look = Reads(api, record, "state, and part of parts", rate=per_second(1))
download = Downloads(
    person,
    files,
    "by a link that expires",
    rate=per_hour(20),
    max_payload=gigabytes(2),
    tls=True,
    grant=PresignedUrl(ttl=minutes(15), method="get", authorized=True, authenticated=True),
)

pattern = Pattern(
    "Streaming export worker",
    use_when=["exports and reports that may be larger than a worker's memory, or take longer than a worker lives"],
    avoid_when=["results of a few megabytes: build them in memory and write them once"],
    structure=Design(
        "Streaming export worker",
        [look, queued, publish, take, change, copy, page, part, note_it, ask, submit, download],
        requirements=Requirements(completion_time=hours(1), delivery="at_least_once", job_progress=True),
    ),
    requires=[
        Need("reading by a key, page after page", {page: ["cursor", "scan"]}),
        Need("parts that are put together at the end", {part: ["method", "multipart"]}),
        Need("a note of how far it is, for whoever takes over", {note_it: [], worker: ["idempotent", "heartbeat"]}),
        Need("an end to parts that nobody finished", {files: ["aborts_incomplete_after"]}),
        Need("a link that expires", {download: ["grant"]}),
    ],
    walkthrough=[
        Step(submit, "all my data"),
        Step(queued, "7: queued"),
        Step(publish, "7"),
        Step(submit, "202, and that it takes a while", back=True),
        Step(take, "7"),
        Step(page, "5,000 rows after row 200,000"),
        Step(part, "part 41"),
        Step(note_it, "part 41, up to row 205,000; and so on, 125 times"),
        Step(ask, "ready?"),
        Step(look, "ready"),
        Step(download, "2 GB, straight from the store"),
    ],
    trade_offs=[
        TradeOff("the same small memory for 2 MB and for 200 GB", "cursors, parts and notes instead of one list"),
        TradeOff("a crash costs seconds", "parts that were never finished have to be removed"),
    ],
    related=["email-notification", "polling-notification", "stuck-task-timeout", "object-store-result"],
)
