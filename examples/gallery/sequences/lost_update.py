"""Read committed does not keep two readers from writing what they have read."""

from archgen import Glyph
from archgen.figures import Active, Figure, Message, Note, Participant, Sequence

PEOPLE = [
    Participant("Alice", note="transaction 1", tone="client"),
    Participant("Seats", note="PostgreSQL, read committed", glyph=Glyph.CYLINDER, tone="data"),
    Participant("Bob", note="transaction 2", tone="client"),
]
READS = [
    Message("Alice", "Seats", "SELECT free FROM shows WHERE id = 7"),
    Message("Seats", "Alice", "1", answer=True),
    Message("Bob", "Seats", "SELECT free FROM shows WHERE id = 7"),
    Message("Seats", "Bob", "1", answer=True),
]
FIRST = [
    Message("Alice", "Seats", "UPDATE shows SET free = 0 WHERE id = 7"),
    Message("Alice", "Seats", "COMMIT"),
]
SECOND = [
    Message("Bob", "Seats", "UPDATE shows SET free = 0 WHERE id = 7"),
    Message("Bob", "Seats", "COMMIT"),
    Message("Seats", "Bob", "COMMIT", answer=True),
]
SOLD = Note("two tickets for one seat; no transaction failed", over=["Seats"], tone="bad")

figure = Figure(
    "One seat, sold twice",
    [Sequence(PEOPLE, [Active("Alice", [*READS, *FIRST]), *SECOND, SOLD])],
    subtitle="Each statement sees what is committed when it begins. What was read before may have changed since.",
    takeaway="UPDATE shows SET free = free - 1 WHERE id = 7 AND free > 0: one statement, and the second one changes no row.",
)
