"""Workers that grow with what waits for them."""

from archgen import Glyph
from archgen.figures import Figure, Graph, Link, Node

figure = Figure(
    "As many workers as the queue needs, and no more than what is behind them bears",
    [
        Graph(
            [
                Node("Queue", "tasks 3, 4, 5, 6 wait", glyph=Glyph.STACK, tone="messaging"),
                Node("Worker 1", "on task 1", glyph=Glyph.GEARS, tone="compute", group="Pool"),
                Node("Worker 2", "on task 2", glyph=Glyph.GEARS, tone="compute", group="Pool"),
                Node("Worker 3", "idle", glyph=Glyph.GEARS, tone="neutral", group="Pool"),
                Node("Worker N", "starting", glyph=Glyph.GEARS, tone="neutral", group="Pool"),
                Node("Autoscaler", "age of the oldest, tasks a worker", glyph=Glyph.GAUGE, tone="neutral"),
                Node("Job store", "each task's state and result", glyph=Glyph.CYLINDER, tone="data"),
            ],
            [
                Link("Queue", "Worker 1"),
                Link("Queue", "Worker 2"),
                Link("Queue", "Worker 3", "the next", dashed=True),
                Link("Queue", "Autoscaler", "how much waits", dashed=True),
                Link("Autoscaler", "Worker N", "one more", dashed=True),
                Link("Worker 1", "Job store"),
                Link("Worker 2", "Job store"),
                Link("Worker 3", "Job store"),
                Link("Worker N", "Job store"),
            ],
        )
    ],
    subtitle="What counts is how long the oldest task waits. Depth alone says little: ten videos are more than a thousand mails.",
    takeaway="A depth that only grows is no burst. Then add capacity, or say no; more workers hide it until the database fails.",
)
