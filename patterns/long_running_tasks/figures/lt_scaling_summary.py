"""Work that outlasts its request, on one page."""

from archgen.figures import Card, Cards, Figure

CORE = Cards(
    [
        Card("Accept", "202 and a number, in 50 ms.", tone="client"),
        Card("Queue", "On disk, with a bound.", tone="messaging"),
        Card("Work", "A pool that grows by what waits.", tone="compute"),
        Card("Record", "State, progress, result.", tone="data"),
        Card("Tell", "Polling first; webhook, mail.", tone="client"),
    ],
    columns=5,
    title="Five parts",
)
SAFE = Cards(
    [
        Card("Backoff and jitter", "3 to 5 attempts, up to 30 or 60 s apart.", tone="good"),
        Card("Idempotency", "The key is claimed before the work.", tone="good"),
        Card("Dead letters", "With an alarm, and a way to replay.", tone="good"),
        Card("Leases", "Longer than the work, or renewed.", tone="good"),
    ],
    columns=4,
    title="What makes it safe",
)
LARGE = Cards(
    [
        Card("Backpressure", "Bounds, and a no before memory says it.", tone="edge"),
        Card("Priority", "What is urgent first, and nobody starves.", tone="edge"),
        Card("Limits", "No faster than what stands behind bears.", tone="edge"),
        Card("Scaling", "Workers by the age of the oldest.", tone="edge"),
    ],
    columns=4,
    title="What makes it large",
)
WITH = Cards(
    [
        Card("SQS", "Short jobs by Lambda, long ones by containers.", tone="messaging"),
        Card("RabbitMQ", "Robust: routing, delays and priorities.", tone="messaging"),
        Card("Redis with BullMQ", "Run by yourself: fast, as large as memory.", tone="messaging"),
        Card("Kafka", "Streams by the million; short jobs only.", tone="messaging"),
    ],
    columns=4,
    title="What to build it with",
)

figure = Figure(
    "Long-running tasks on one page",
    [CORE, SAFE, LARGE, WITH],
    takeaway="A queue moves work in time. It makes none of it smaller: arrival must stay below what is drained.",
)
