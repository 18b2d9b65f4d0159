"""A caller that waits for the work, and one that gets a number for it."""

from archgen import Glyph
from archgen.figures import Figure, Message, Note, Participant, Sequence

WAITING = Sequence(
    [Participant("Client", glyph=Glyph.BROWSER, tone="client"), Participant("API", glyph=Glyph.SERVER, tone="compute")],
    [
        Message("Client", "API", "make the report", at="0 s"),
        Note("works, holds the line", over=["API"], tone="bad"),
        Note("waits, and may give up", over=["Client"], tone="bad"),
        Message("API", "Client", "the report, or none", answer=True, at="45 s"),
    ],
    title="The answer holds the work",
    numbered=False,
)
ACCEPTED = Sequence(
    [
        Participant("Client", glyph=Glyph.BROWSER, tone="client"),
        Participant("API", glyph=Glyph.SERVER, tone="compute"),
        Participant("Worker", glyph=Glyph.GEARS, tone="compute"),
    ],
    [
        Message("Client", "API", "make the report", at="0 s"),
        Message("API", "Client", "202, job abc", answer=True, at="50 ms"),
        Message("API", "Worker", "job abc, over a queue"),
        Note("does something else", over=["Client"], tone="good"),
        Message("Worker", "Client", "it is done", at="45 s"),
    ],
    title="The answer is a promise",
    numbered=False,
)

figure = Figure(
    "Hold the connection, or hand out a number",
    [WAITING, ACCEPTED],
    subtitle="The work takes 45 s either way. What differs is who waits, and what is lost when somebody stops waiting.",
    takeaway="Above a few seconds, accept the work and answer at once. Below, a queue is a box that nothing needs.",
)
