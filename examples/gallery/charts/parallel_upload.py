"""How long an upload takes by the number of connections, for three uplinks."""

from archgen.figures import Axis, Callout, Figure, LineChart, Series

figure = Figure(
    "Connections help until the uplink is full",
    [
        LineChart(
            [
                Series("80 Mbit/s", [(1, 500), (5, 500)], tone="bad"),
                Series(
                    "160 Mbit/s",
                    [(1, 500), (2, 250), (5, 250)],
                    tone="messaging",
                    callouts=[Callout(2, "250 s: the uplink is full")],
                ),
                Series(
                    "320 Mbit/s",
                    [(1, 500), (2, 250), (3, 170), (4, 130), (5, 125)],
                    tone="good",
                    callouts=[Callout(4, "130 s: 13 rounds of 10 s")],
                ),
            ],
            Axis("connections", least=1, most=5),
            Axis("seconds for 5 GB", least=0, most=600),
        )
    ],
    subtitle="50 parts of 100 MB. One connection carries 80 Mbit/s, a part in 10 s; all of them share the uplink.",
    takeaway="5 GB are 40,000 Mbit: at 320 Mbit/s they take 125 s, however many connections there are.",
)
