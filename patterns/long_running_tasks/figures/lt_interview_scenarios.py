"""Five systems that accept work and do it later, and where they differ."""

from archgen.figures import Cell, Comparison, Figure

CHOICES = Comparison(
    ["System", "Workers", "Told by", "What to look after"],
    [
        [
            "Video: YouTube, TikTok",
            Cell("GPU pool, by priority", tone="compute"),
            Cell("progress, webhook", tone="client"),
            "stuck after 30 min is killed; corrupt files: dead letters",
        ],
        [
            "Reports: invoices, finance",
            Cell("pool, by the oldest", tone="compute"),
            Cell("polling, mail", tone="client"),
            "the file goes to object storage, the link expires",
        ],
        [
            "Exports: GDPR, analytics",
            Cell("one that streams", tone="compute"),
            Cell("mail with a link", tone="client"),
            "parts as they are made; never the whole in memory",
        ],
        [
            "Images: Instagram, Slack",
            Cell("functions, on upload", tone="compute"),
            Cell("nothing: it is just there", tone="client"),
            "an upload that is told twice makes one thumbnail",
        ],
        [
            "Mails: campaigns",
            Cell("pool, limited", tone="compute"),
            Cell("counts on a page", tone="client"),
            "the provider's limit; bounces are no dead letters",
        ],
    ],
)

figure = Figure(
    "Accept, queue, work, record, tell: five systems, five emphases",
    [CHOICES],
    subtitle="All of them answer with a number at once. They differ in who works, who is told, and what may fail.",
    takeaway="Begin with submit and poll. Name the five parts, then spend the time on the one that is special here.",
)
