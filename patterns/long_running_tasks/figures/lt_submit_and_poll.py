"""A job that is accepted, worked on, and asked for."""

from archgen import Glyph
from archgen.figures import Figure, Message, Participant, Sequence

figure = Figure(
    "Accept, queue, work, ask",
    [
        Sequence(
            [
                Participant("Client", glyph=Glyph.BROWSER, tone="client"),
                Participant("API", glyph=Glyph.SERVER, tone="compute"),
                Participant("Store", glyph=Glyph.CYLINDER, tone="data"),
                Participant("Queue", glyph=Glyph.STACK, tone="messaging"),
                Participant("Worker", glyph=Glyph.GEARS, tone="compute"),
            ],
            [
                Message("Client", "API", "POST /jobs, with a key"),
                Message("API", "Store", "abc: pending"),
                Message("API", "Queue", "job abc"),
                Message("API", "Client", "202, /jobs/abc", answer=True, at="50 ms"),
                Message("Queue", "Worker", "job abc"),
                Message("Worker", "Store", "processing, 40 %"),
                Message("Client", "API", "GET /jobs/abc", at="2 s"),
                Message("API", "Store", "how far?"),
                Message("API", "Client", "processing, 40 %", answer=True),
                Message("Worker", "Store", "complete, a link"),
                Message("Client", "API", "GET /jobs/abc", at="4 s"),
                Message("API", "Store", "how far?"),
                Message("API", "Client", "complete, with a link", answer=True),
            ],
        )
    ],
    subtitle="The store is written by workers and read by the API. Neither of the two calls the other.",
    takeaway="Polling every 2 to 5 s is the default for clients: no connection to hold, and nothing is lost when one sleeps.",
)
