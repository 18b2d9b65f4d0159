"""Long polling: an update that comes between two requests waits for the next one."""

from archgen.figures import Figure, Moment, Span, Timeline, Track

figure = Figure(
    "How late long polling can be",
    [
        Timeline(
            [
                Track("Client", [Span(0, 200, "waiting for an answer", waiting=True), Span(200, 400, "waiting", waiting=True)]),
                Track(
                    "Network",
                    [
                        Span(100, 200, "answer", tone="edge"),
                        Span(200, 300, "asks again", tone="edge"),
                        Span(300, 400, "answer", tone="edge"),
                    ],
                ),
                Track("Server", [Span(0, 100, "holds the request")]),
                Track("Updates", [Moment(100, "first", tone="good"), Moment(110, "second: nobody is asking", tone="bad")]),
                Track("First", [Span(100, 200, "100 ms", tone="good")]),
                Track("Second", [Span(110, 400, "290 ms: three times one way, less the 10 ms between them", tone="bad")]),
            ],
            unit="ms",
            windows=[Span(100, 300, "no request is open", tone="bad")],
        )
    ],
    subtitle="One way takes 100 ms. The second update comes 10 ms after the first and arrives 290 ms later.",
    takeaway="An answer, a question and another answer on their way. Bursts pay it again and again; a socket never does.",
)
