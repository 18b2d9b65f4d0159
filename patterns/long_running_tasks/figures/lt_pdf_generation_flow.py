"""A report of 500 pages, from the click to the link."""

from archgen import Glyph
from archgen.figures import Card, Cards, Figure, Graph, Link, Node

FLOW = Graph(
    [
        Node("Client", glyph=Glyph.BROWSER, tone="client"),
        Node("API", "202 after 50 ms", glyph=Glyph.SERVER, tone="compute"),
        Node("Queue", glyph=Glyph.STACK, tone="messaging"),
        Node("PDF worker", "fetches, renders, puts together", glyph=Glyph.GEARS, tone="compute"),
        Node("Reports", "S3", glyph=Glyph.BUCKET, tone="data"),
        Node("Job store", "state and link", glyph=Glyph.CYLINDER, tone="data"),
    ],
    [
        Link("Client", "API", "submit, ask"),
        Link("API", "Queue", "job"),
        Link("Queue", "PDF worker"),
        Link("PDF worker", "Reports", "the file"),
        Link("PDF worker", "Job store", "complete"),
        Link("API", "Job store", "read"),
    ],
)
BESIDE = Cards(
    [
        Card(
            "In the request",
            cons=["cut after 30 s", "a thread for three minutes", "a phone that sleeps gets nothing"],
            tone="bad",
        ),
        Card(
            "As a job",
            pros=["an answer in 50 ms", "a thousand at once wait their turn", "workers restart without loss"],
            tone="good",
        ),
    ],
    columns=1,
)

figure = Figure(
    "Three minutes of work, fifty milliseconds of waiting",
    [FLOW, BESIDE],
    subtitle="1,000 reports at 9 o'clock and 20 workers of three minutes each: the last one is done at half past eleven.",
    takeaway="The queue keeps the API up; it does not make the work shorter. Say when it will be ready.",
)
