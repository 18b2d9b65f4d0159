"""The five parts of work that outlasts its request."""

from archgen import Glyph
from archgen.figures import Figure, Graph, Link, Node

figure = Figure(
    "Five parts, and the store is the one that people forget",
    [
        Graph(
            [
                Node("Client", glyph=Glyph.BROWSER, tone="client"),
                Node("API", "checks, records, queues, answers", glyph=Glyph.SERVER, tone="compute"),
                Node("Queue", "SQS, RabbitMQ, Redis", glyph=Glyph.STACK, tone="messaging"),
                Node("Worker 1", glyph=Glyph.GEARS, tone="compute", group="Workers"),
                Node("Worker 2", glyph=Glyph.GEARS, tone="compute", group="Workers"),
                Node("Worker N", glyph=Glyph.GEARS, tone="compute", group="Workers"),
                Node("Job store", "state, progress, result", glyph=Glyph.CYLINDER, tone="data"),
            ],
            [
                Link("Client", "API", "submit, then ask"),
                Link("API", "Client", "202, job abc: 50 ms", dashed=True, back=True),
                Link("API", "Queue", "job abc"),
                Link("API", "Job store", "record, read"),
                Link("Queue", "Worker 1"),
                Link("Queue", "Worker 2", "take"),
                Link("Queue", "Worker N"),
                Link("Worker 1", "Job store"),
                Link("Worker 2", "Job store", "state and result"),
                Link("Worker N", "Job store"),
            ],
        )
    ],
    subtitle="The API writes the record before it queues the job, and every worker writes what comes of it.",
    takeaway="The API answers in 50 ms though the work takes minutes, and each part grows by itself.",
)
