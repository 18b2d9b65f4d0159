"""What to do when writes are too many, in the order of what it costs."""

from archgen.figures import Figure, Outcome, Question, Questions

STEADY = Question(
    "Does every single write have to be kept?",
    {
        "no, sums will do": Outcome("hierarchical aggregation", "add up near the source, write the sums"),
        "yes": Question(
            "Does one key take most of it?",
            {
                "yes": Outcome("split the hot key", "suffixes for that key alone; reads add them up"),
                "no": Outcome("shards", "by a key that spreads evenly"),
            },
        ),
    },
)

figure = Figure(
    "Fewer writes before more machines",
    [
        Questions(
            Question(
                "Do peaks exceed what one node takes, or the average?",
                {
                    "only peaks": Question(
                        "May a write be late?",
                        {
                            "yes": Outcome("queue", "drains between the peaks; watch its depth"),
                            "no": Outcome("shed load", "refuse early what matters least"),
                        },
                    ),
                    "the average": STEADY,
                },
            )
        )
    ],
    subtitle="After batching, and after a larger machine: both cost an afternoon.",
    takeaway="A queue does not help against a steady excess. It hides it until the disk is full.",
)
