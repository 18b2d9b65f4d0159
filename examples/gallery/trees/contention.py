"""How to keep two writers apart, by where the data is and how often they meet."""

from archgen.figures import Figure, Outcome, Question, Questions

SAME_ROWS = Question(
    "Do writers often meet at the same rows?",
    {
        "rarely": Outcome("optimistic concurrency", "a version column; whoever comes second tries again"),
        "often": Outcome("a row lock", "SELECT FOR UPDATE; hold it for milliseconds, not for a user"),
    },
)
APART = Question(
    "May a step be undone afterwards?",
    {
        "yes": Outcome("saga", "each step has a compensation, nothing is locked between them"),
        "no": Outcome("two-phase commit", "atomic, while every participant and the coordinator are up"),
    },
)
ONE = Question(
    "Is one statement enough?",
    {"yes": Outcome("atomic update", "UPDATE seats SET taken = true WHERE id = 7 AND NOT taken"), "no": SAME_ROWS},
)

figure = Figure(
    "Two writers, one truth",
    [Questions(Question("Is everything that they contend for in one database?", {"yes": ONE, "no": APART}))],
    subtitle="From the cheapest on. A lock service appears nowhere: it is for resources that no database holds.",
    takeaway="Keep what is contended for together in one database, as long as you can.",
)
