"""What is stored of a long job, who writes it, and why."""

from archgen.figures import Cell, Comparison, Figure

RECORD = Comparison(
    ["Field", "For example", "Written by", "What it is for"],
    [
        [
            Cell("id", code=True),
            Cell("transcode-7f3a", code=True),
            "API, on submission",
            "what the client asks by, and the workers' idempotency key",
        ],
        [
            Cell("status", code=True),
            Cell("processing", code=True),
            "whoever moves it on",
            "queued, processing, failed, complete, dead, cancelled",
        ],
        [
            Cell("attempt", code=True),
            Cell("2", code=True),
            "worker, on start",
            "to give up in the end, and to ignore a worker that was given up",
        ],
        [
            Cell("progress", code=True),
            Cell("67", code=True),
            "worker, every few seconds",
            "a bar that moves; never computed by the client",
        ],
        [Cell("message", code=True), Cell("Encoding 720p", code=True), "worker", "what people read while they wait"],
        [
            Cell("heartbeat", code=True),
            Cell("12:04:31Z", code=True),
            "worker, every few seconds",
            "tells a slow worker from a dead one",
        ],
        [
            Cell("result", code=True),
            Cell("s3://out/7f3a.mp4", code=True),
            "worker, at the end",
            "where to fetch it: never the bytes themselves",
        ],
    ],
    chosen="heartbeat",
)

figure = Figure(
    "Seven fields tell how far a job is",
    [RECORD],
    subtitle="GET /jobs/transcode-7f3a answers with this record. The API creates it and reads it, workers keep it up to date.",
    takeaway="A status without a heartbeat lies: the job of a worker that died is processing for ever.",
)
