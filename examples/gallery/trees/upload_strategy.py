"""How a file travels to object storage, by its size."""

from archgen.figures import Figure, Outcome, Question, Questions

FORM = Question(
    "How large may a file be?",
    {
        "below 100 MB": Outcome("one signed PUT", "one request; a failure starts again from zero"),
        "up to 5 TB": Question(
            "Must it survive a closed laptop?",
            {
                "no": Outcome("multipart upload", "parts of 5 MB and more, several at a time"),
                "yes": Outcome("resumable upload", "the same parts, and a record of which have arrived"),
            },
        ),
    },
)

figure = Figure(
    "The server signs, the storage receives",
    [
        Questions(
            Question(
                "Must the bytes be looked at before they are stored?",
                {"yes": Outcome("through the server", "small files only: it pays bandwidth and memory for each"), "no": FORM},
            ),
            taken=["no", "up to 5 TB", "yes"],
        )
    ],
    subtitle="The way of a service for videos. One PUT takes up to 5 GB, but nobody wants to send 4 GB twice.",
    takeaway="Files do not pass through the application; its answer is a signed address.",
)
