"""Which cache, if any: by what is read, from where, and how old it may be."""

from archgen.figures import Figure, Outcome, Question, Questions

AGE = Question(
    "How old may what is read be?",
    {
        "not at all": Outcome("no cache", "an index, a replica, or a better query first"),
        "seconds": Outcome("cache-aside, deleted on write", "with a short ttl for the deletes that are lost"),
        "minutes": Outcome("cache-aside, by ttl", "nothing to keep in step"),
    },
)
SAME = Question(
    "Is it the same for everybody?",
    {"yes": Outcome("CDN", "immutable addresses for files, a ttl for pages"), "no": AGE},
)

figure = Figure(
    "A cache is the third thing to try",
    [
        Questions(
            Question(
                "What is slow?",
                {
                    "a query without an index": Outcome("an index", "often a hundred times faster, and never stale"),
                    "reads, by their number": SAME,
                },
            ),
            taken=["reads, by their number", "no", "seconds"],
        )
    ],
    subtitle="The way of a product page that shows a price.",
    takeaway="Ask how old an answer may be before you ask how fast it has to be.",
)
