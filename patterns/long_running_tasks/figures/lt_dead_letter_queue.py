"""Where a message goes that cannot be worked on."""

from archgen import Glyph
from archgen.figures import Figure, Graph, Link, Node

figure = Figure(
    "Poison leaves the queue instead of going round in it",
    [
        Graph(
            [
                Node("Queue", glyph=Glyph.STACK, tone="messaging"),
                Node("Worker", glyph=Glyph.GEARS, tone="compute"),
                Node("Done", "acknowledged", glyph=Glyph.ACTIVITY, tone="good"),
                Node("Later", "1 s, 2 s, 4 s, with jitter", glyph=Glyph.TIMELINE, tone="messaging"),
                Node("Dead letters", "kept for 14 days", glyph=Glyph.STACK, tone="bad"),
                Node("People", "on call: look, mend, replay", glyph=Glyph.USERS, tone="client"),
            ],
            [
                Link("Queue", "Worker", "take"),
                Link("Worker", "Done", "it worked"),
                Link("Worker", "Later", "may pass: timeout, 503"),
                Link("Later", "Queue", "again", back=True),
                Link("Worker", "Dead letters", "never will: 400, or the fifth try"),
                Link("Dead letters", "People", "alarm: anything in it"),
            ],
        )
    ],
    subtitle="Errors that waiting cannot heal go there at once. Retrying a malformed message five times fails five times.",
    takeaway="Alarm on the first message, fix the cause, then replay. A bounced mail is no dead letter but an answer.",
)
