"""Two ways to keep writers from overwriting one another."""

from archgen.figures import Cell, Comparison, Figure

WAYS = Comparison(
    ["What to ask", "Pessimistic: a row lock", "Optimistic: a version check"],
    [
        [
            "In SQL",
            Cell("SELECT ... FOR UPDATE", code=True),
            Cell("UPDATE ... WHERE id = 7 AND version = 42", code=True),
        ],
        ["Who loses", "waits for the lock, then sees what has changed", "updates 0 rows, reads again and repeats"],
        ["When few meet", "a lock taken for nothing", Cell("next to no cost", mark="yes")],
        ["When many meet", Cell("a line, each waits its turn", mark="yes"), Cell("most attempts are in vain", mark="no")],
        [
            "Deadlocks",
            Cell("unless all lock in one order", mark="no"),
            Cell("none: nothing is held between the read and the write", mark="yes"),
        ],
        [
            "Over a pause for thought",
            Cell("no: a transaction would stay open for minutes", mark="no"),
            Cell("yes: the version travels with the form", mark="yes"),
        ],
        [
            "Easily forgotten",
            "a path that does not lock: plain reads do not wait",
            "the count of updated rows, which nobody looks at",
        ],
    ],
)

figure = Figure(
    "Lock where writers meet, check where they hardly do",
    [WAYS],
    subtitle="Both close the gap between reading a value and writing what follows from it.",
    takeaway="If one conditional update can do it, take neither: SET seats = seats - 1 WHERE seats > 0, and look at the count.",
)
