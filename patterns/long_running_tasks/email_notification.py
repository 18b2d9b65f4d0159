"""The person has gone home, so the result comes by mail, as a link that works for a while.

## How it works
An export of everything takes an hour. Nobody looks at a bar for that long. The worker puts the file into object storage, notes
the outcome, and asks for a mail: "it is ready", with a link to a page of ours. The page asks who it is, and makes a signed
link for the download in that moment.

The mail is a wake-up call as every notice is; the status page says the same to those who look. A failed job deserves a mail as
well, and one that says what to do.

## Numbers
- **From some five minutes on.** Below, people wait at the page.
- **A link of 7 days to the page, of 15 minutes to the file.** Mails are forwarded, kept for years, and opened by scanners.
- **Seconds to minutes until it is there**; one in a hundred lands in spam. Show it in the application too.
- **One mail for each job.** With at-least-once delivery that takes a key: job and kind of mail.

## What goes wrong
- **The file is attached.** 40 MB bounce, and a copy of personal data lies in three mail servers. Send a link.
- **The link opens for everybody.** Whoever has the mail has the data. Ask who it is, and sign then.
- **The scanner used it up.** Security products open each link; a link for one use is gone before its reader comes.
- **Sent by the job.** The mail provider is away, the mail fails, and the export of an hour is run again. Put the mail into a
  queue of its own.
- **Bounces page somebody.** An address that does not exist is an outcome. Note it, stop writing to it.
"""

from archgen import (
    Calls,
    Client,
    Consumes,
    Database,
    Design,
    Downloads,
    ExternalSystem,
    IdempotencyKey,
    Need,
    Notifies,
    ObjectStore,
    Pattern,
    PresignedUrl,
    Publishes,
    Queue,
    Reads,
    Requirements,
    Service,
    Step,
    TradeOff,
    Uploads,
    Worker,
    Writes,
    days,
    gigabytes,
    hours,
    milliseconds,
    minutes,
    per_hour,
    per_second,
    seconds,
)

person = Client("Person", platform="web")
producer = Service("API", replicas=2, returns_job_id=True, overflow_status=429)
dead = Queue("Dead exports", durable=True, retention=days(14), alarm="ticket", replayed_by="tool")
jobs = Queue(
    "Exports",
    engine="SQS",
    managed=True,
    durable=True,
    dead_letter=dead,
    max_receives=3,
    retry_delay=minutes(5),
    max_depth=2_000,
    overflow="reject",
    visibility_timeout=hours(2),
)
worker = Worker(
    "Export worker",
    replicas=4,
    task_duration=minutes(40),
    max_runtime=minutes(110),
    heartbeat=True,
    progress=True,
    side_effect="reversible",
    idempotent=True,
)
files = ObjectStore(
    "Exports store", provider="s3", access="private", lifecycle="deleted after 7 days", aborts_incomplete_after=days(1)
)
unsent = Queue("Unsent mails", durable=True, retention=days(14), alarm="ticket", replayed_by="tool")
mails = Queue(
    "Mails",
    engine="SQS",
    managed=True,
    durable=True,
    dead_letter=unsent,
    max_receives=5,
    retry_delay=minutes(5),
    max_depth=50_000,
    overflow="reject",
    visibility_timeout=minutes(1),
)
sent = Database("Mails sent", replicas=2, retention=days(90))
mailer = Worker(
    "Mailer",
    replicas=2,
    concurrency=5,
    task_duration=milliseconds(300),
    max_runtime=seconds(30),
    side_effect="email",
    idempotent=True,
    idempotency=IdempotencyKey(key="job and kind of mail", made_by="server", claim="atomic", store=sent, ttl=days(90)),
    rejects=["bounced", "unsubscribed"],
)
provider = ExternalSystem("Mail provider", provides="email", capacity=per_second(100), idempotent=True)

publish = Publishes(producer, jobs, "id of the export", rate=per_hour(4))
take = Consumes(worker, jobs, acknowledge="after", delivery="at_least_once", rate=per_hour(4))
put = Uploads(worker, files, "the file", rate=per_hour(4), method="multipart", max_payload=gigabytes(2), tls=True)
order = Publishes(worker, mails, "ready, for user 7", rate=per_hour(4))
fetch = Consumes(mailer, mails, acknowledge="after", delivery="at_least_once", rate=per_hour(4), on_expected_failure="drop")
claim = Writes(mailer, sent, "export 7, ready", rate=per_hour(4), operation_kind="insert", atomic=True, idempotent=True)
bounced = Reads(producer, sent, "shown on the page", rate=per_hour(20))
send = Calls(
    mailer,
    provider,
    "mail with the key",
    protocol="http",
    rate=per_hour(4),
    timeout=seconds(5),
    retry=False,
    idempotent=True,
    tls=True,
    auth="api_key",
)
tell = Notifies(
    provider,
    person,
    "your export is ready",
    channel="email",
    rate=per_hour(4),
    link=PresignedUrl(ttl=days(7), method="get", authorized=True, authenticated=True),
)
download = Downloads(
    person,
    files,
    "signed when asked for",
    rate=per_hour(4),
    max_payload=gigabytes(2),
    tls=True,
    grant=PresignedUrl(ttl=minutes(15), method="get", authorized=True, authenticated=True),
)

pattern = Pattern(
    "Completion mail with a link",
    use_when=["jobs of many minutes for a person who has left: exports, reports, copies of all data"],
    avoid_when=[
        "somebody looks at the page and waits",
        "the receiver is a program: call it back",
    ],
    structure=Design(
        "Completion mail with a link",
        [publish, take, put, order, fetch, claim, bounced, send, tell, download],
        requirements=Requirements(completion_time=hours(4), delivery="at_least_once"),
    ),
    requires=[
        Need("a file behind a link that expires", {files: ["access", "lifecycle"], download: ["grant"]}),
        Need("a link that asks who it is", {tell: ["link"]}),
        Need("a queue for mails, apart from the job", {order: [], mails: ["dead_letter", "max_receives"]}),
        Need("one mail for each job", {mailer: ["idempotency"], claim: ["atomic"]}),
    ],
    walkthrough=[
        Step(publish, "export 7"),
        Step(take, "7"),
        Step(put, "2 GB, in parts"),
        Step(order, "7 is ready"),
        Step(fetch, "7 is ready"),
        Step(claim, "nobody has sent it yet"),
        Step(send, "with the key"),
        Step(tell, "in the evening"),
        Step(download, "the next morning, after logging in"),
    ],
    trade_offs=[
        TradeOff("nobody has to wait or ask", "it comes late, or to spam; show the outcome elsewhere too"),
        TradeOff("works for people who have gone", "a link in a mailbox has to be guarded"),
    ],
    related=["polling-notification", "streaming-export-worker", "webhook-callback", "object-store-result"],
)
