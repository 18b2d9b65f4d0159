"""Which queries an index over two columns serves."""

from archgen.figures import Cell, Comparison, Figure

QUERIES = Comparison(
    ["WHERE", "Uses the index", "Why"],
    [
        [Cell("status = 'open'", code=True), Cell("yes", mark="yes"), "all that is open stands together"],
        [
            Cell("status = 'open' AND created_at > '2025-01-01'", code=True),
            Cell("yes, both columns", mark="yes"),
            "within what is open, entries are in order of time",
        ],
        [
            Cell("status = 'open' ORDER BY created_at DESC LIMIT 20", code=True),
            Cell("yes, without sorting", mark="yes"),
            "the last twenty are the end of a range",
        ],
        [
            Cell("status IN ('open', 'held') AND created_at > '2025-01-01'", code=True),
            Cell("yes, in two ranges", mark="yes"),
            "one range for each status",
        ],
        [
            Cell("created_at > '2025-01-01'", code=True),
            Cell("hardly", mark="no"),
            "recent ones are scattered over all statuses; some engines skip from status to status",
        ],
        [
            Cell("lower(status) = 'open'", code=True),
            Cell("no", mark="no"),
            "the index holds status, not what a function makes of it",
        ],
    ],
)

figure = Figure(
    "An index helps from its first column on",
    [QUERIES],
    subtitle="CREATE INDEX ON orders (status, created_at). It is sorted by status, and by time where the status is equal.",
    takeaway="Columns that are compared for equality first, the one with a range last; ask EXPLAIN, not your memory.",
)
