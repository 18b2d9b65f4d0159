"""Five systems that accept work and do it later, and where they differ."""

from archgen.figures import Cell, Comparison, Figure

CHOICES = Comparison(
    ["System", "Workers", "Told by", "What to look after"],
    [
        [
            "Video",
            Cell("GPU pool, by priority", tone="compute"),
            Cell("progress, webhook", tone="client"),
            "stuck after 30 min is killed; corrupt files are dead letters",
        ],
        [
            "Reports",
            Cell("pool, by the oldest", tone="compute"),
            Cell("polling, mail", tone="client"),
            "the file goes to object storage, the link expires",
        ],
        [
            "Data export",
            Cell("one that streams", tone="compute"),
            Cell("mail with a link", tone="client"),
            "parts as they are made; never the whole in memory",
        ],
        [
            "Images",
            Cell("functions, on upload", tone="compute"),
            Cell("nothing: it is just there", tone="client"),
            "an upload that is told twice makes one thumbnail",
        ],
        [
            "Campaigns",
            Cell("pool, limited", tone="compute"),
            Cell("counts on a page", tone="client"),
            "the provider's limit; bounces are answers, not dead letters",
        ],
    ],
)

figure = Figure(
    "Accept, queue, work, record, tell: five systems, five emphases",
    [CHOICES],
    subtitle="All of them answer with a number at once. They differ in who works, who is told, and what may fail.",
    takeaway="Name the five parts first, then spend the time on the one that is special here.",
)
