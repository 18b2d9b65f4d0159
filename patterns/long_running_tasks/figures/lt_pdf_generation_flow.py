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
        Link("Client", "API", "POST /jobs, then GET"),
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
            pros=["an answer in 50 ms", "polling or a webhook tells the end", "workers restart without loss"],
            tone="good",
        ),
        Card(
            "A thousand at nine o'clock",
            points=["the queue takes them all", "20 workers, three minutes each", "the last is done at half past eleven"],
            tone="messaging",
        ),
        Card("The same for", points=["exports, invoices", "mails by the thousand"], tone="client"),
    ],
    columns=1,
)

figure = Figure(
    "Three minutes of work, fifty milliseconds of waiting",
    [FLOW, BESIDE],
    subtitle="A report of 500 pages: the answer is a number, the file comes later.",
    takeaway="The queue keeps the API up; it does not make the work shorter. Say when it will be ready.",
)
