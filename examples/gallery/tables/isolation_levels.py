"""What each level of isolation rules out, as PostgreSQL and as the SQL standard have it."""

from archgen.figures import Cell, Comparison, Figure

YES, NO = Cell("never", mark="yes"), Cell("possible", mark="no")

LEVELS = Comparison(
    ["Level", "Dirty read", "Lost update", "Non-repeatable read", "Phantom", "Write skew", "What it costs"],
    [
        ["Read uncommitted", NO, NO, NO, NO, NO, "nothing; PostgreSQL treats it as read committed"],
        ["Read committed", YES, NO, NO, NO, NO, "next to nothing"],
        [
            "Repeatable read",
            YES,
            Cell("aborted in PostgreSQL, possible in MySQL", mark="partly"),
            YES,
            Cell("not in PostgreSQL, though the standard allows it", mark="partly"),
            NO,
            "a transaction may have to start again",
        ],
        ["Serializable", YES, YES, YES, YES, YES, "more transactions start again, the more they meet"],
    ],
    chosen="Read committed",
)

figure = Figure(
    "What a level of isolation rules out",
    [LEVELS],
    subtitle="Read committed is what PostgreSQL, Oracle and SQL Server start with: two transactions can still lose an update.",
    takeaway="A stronger level does not replace a version check or a lock; it makes the database refuse what would go wrong.",
)
