"""An upload whose link drops in the fourth of five parts, resumed and begun anew."""

from archgen.figures import Figure, Moment, Span, Timeline, Track

FIRST = [Span(10 * part, 10 * part + 10, f"part {part + 1}", tone="client") for part in range(3)]

figure = Figure(
    "Resume, and only the broken part is sent again",
    [
        Timeline(
            [
                Track(
                    "In parts",
                    [
                        *FIRST,
                        Span(30, 34, tone="bad"),
                        Span(60, 70, "part 4", tone="client"),
                        Span(70, 80, "part 5", tone="client"),
                    ],
                ),
                Track(
                    "Storage has",
                    [
                        Span(30, 70, "parts 1 to 3", tone="data"),
                        Span(70, 80, "1 to 4", tone="data"),
                        Span(80, 110, "all, after 80 s", tone="good"),
                    ],
                ),
                Track(
                    "In one piece",
                    [
                        Span(0, 34, "340 MB of 500, all lost", tone="bad"),
                        Span(60, 110, "everything again, until 110 s", tone="client"),
                    ],
                ),
            ],
            unit="s",
            windows=[Span(34, 60, "no network", tone="bad")],
            marks=[Moment(60, "what do you have?", tone="client")],
        )
    ],
    subtitle="500 MB in parts of 100 MB, 10 s each. Three of five are stored when the link drops: 60 %.",
    takeaway="Keep the upload's id on the client, ask for the parts that are there, and end uploads that nobody resumes.",
)
