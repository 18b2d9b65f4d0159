"""What a message goes through between the one who sends it and the one who works on it."""

from archgen import Glyph
from archgen.figures import Card, Cards, Figure, Graph, Link, Node

FLOW = Graph(
    [
        Node("API 1", glyph=Glyph.SERVER, tone="compute", group="Producers"),
        Node("API 2", glyph=Glyph.SERVER, tone="compute", group="Producers"),
        Node("Scheduler", "at its times", glyph=Glyph.CALENDAR, tone="compute", group="Producers"),
        Node("Queue", "on disk, on several machines", glyph=Glyph.STACK, tone="messaging"),
        Node("Worker 1", glyph=Glyph.GEARS, tone="compute", group="Consumers"),
        Node("Worker 2", glyph=Glyph.GEARS, tone="compute", group="Consumers"),
        Node("Worker 3", glyph=Glyph.GEARS, tone="compute", group="Consumers"),
    ],
    [
        Link("API 1", "Queue"),
        Link("API 2", "Queue", "publish"),
        Link("Scheduler", "Queue"),
        Link("Queue", "Worker 1"),
        Link("Queue", "Worker 2", "take"),
        Link("Queue", "Worker 3"),
    ],
)
STEPS = Cards(
    [
        Card("Publish", "Write it, and wait for the queue's word.", note="unconfirmed is not sent", tone="compute"),
        Card("Store", "On disk, and on a second machine before the word.", note="or a restart forgets it", tone="messaging"),
        Card("Take", "Hidden from others for the visibility timeout.", note="longer than the work takes", tone="messaging"),
        Card("Acknowledge", "After the work, and only then is it gone.", note="a crash gives it to another", tone="compute"),
    ],
    ordered=True,
    columns=4,
)

figure = Figure(
    "A queue hands each message to one worker, and keeps it until the work is done",
    [FLOW, STEPS],
    subtitle="With three workers only the handing out can be in order; who is done first is chance. Order needs a key.",
    takeaway="At least once is what queues give. The rest is made by consumers that bear a message twice.",
)
