"""What one INSERT into a table with five indexes writes."""

from archgen import Glyph
from archgen.figures import Figure, Graph, Link, Node

INDEXES = ["primary key", "by customer", "by status", "by day", "by status and day"]

figure = Figure(
    "One row, seven writes",
    [
        Graph(
            [
                Node("INSERT", "200 bytes", glyph=Glyph.PACKAGE, tone="client"),
                Node("Log", "written ahead of all", glyph=Glyph.FILES, tone="messaging"),
                Node("Table", "a page of 8 kB", glyph=Glyph.TABLE, tone="data"),
                *(Node(name, "a page of 8 kB", glyph=Glyph.SITEMAP, tone="data", group="Indexes") for name in INDEXES),
            ],
            [
                Link("INSERT", "Log", "1. append"),
                Link("INSERT", "Table", "2. the row"),
                *(Link("Table", name, "entry") for name in INDEXES),
            ],
        )
    ],
    subtitle="Every index that a query is glad of has to be kept by every write: the table, five indexes, and the log.",
    takeaway="200 bytes change up to 48 kB of pages. Drop the index that nobody's plan names.",
)
