"""How a log-structured merge tree takes writes and answers reads."""

from archgen import Glyph
from archgen.figures import Figure, Graph, Link, Node

figure = Figure(
    "A write goes to memory, a read goes looking",
    [
        Graph(
            [
                Node("Write", tone="client"),
                Node("Read", tone="client"),
                Node("Write-ahead log", "on disk, appended to", glyph=Glyph.FILES, tone="data", group="One node"),
                Node("Memtable", "sorted, in memory", glyph=Glyph.BOLT, tone="compute", group="One node"),
                Node("Level 0", "written whole, ranges overlap", glyph=Glyph.STACK, tone="data", group="One node"),
                Node("Level 1", "ten times larger, ranges apart", glyph=Glyph.STACK, tone="data", group="One node"),
                Node("Level 2", "ten times larger again", glyph=Glyph.STACK, tone="data", group="One node"),
            ],
            [
                Link("Write", "Write-ahead log", "1. append"),
                Link("Write", "Memtable", "2. insert"),
                Link("Memtable", "Level 0", "flushed when full", dashed=True),
                Link("Level 0", "Level 1", "compacted", dashed=True),
                Link("Level 1", "Level 2", "compacted", dashed=True),
                Link("Read", "Memtable", "newest first"),
                Link("Read", "Level 0", "then each file that may hold the key"),
            ],
        )
    ],
    subtitle="Every write is sequential. A read may have to ask several files; a Bloom filter for each spares it most of them.",
    takeaway="Fast writes, paid for by compaction: each byte is written some ten to thirty times in its life.",
)
