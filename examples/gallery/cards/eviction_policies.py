"""Three policies of eviction over the same requests: each of them gives up another entry."""

from archgen.figures import Card, Cards, Figure

POLICIES = [
    Card(
        "Least recently used",
        "What has waited longest for a use.",
        value="LRU gives up B",
        code=["last use  B  A  C", "          ^"],
        pros=["right for most loads", "follows what is wanted now"],
        cons=["one scan sweeps the hot entries out"],
        note="What to begin with: allkeys-lru in Redis",
        tone="compute",
    ),
    Card(
        "Least frequently used",
        "What has been used least often.",
        value="LFU gives up C",
        code=["uses  A 3  B 3  C 2", "               ^"],
        pros=["keeps what is always popular", "a scan does little harm"],
        cons=["old favourites stay, unless counts fade"],
        note="Where few keys have most of the reads",
        tone="messaging",
    ),
    Card(
        "First in, first out",
        "What has been there longest.",
        value="FIFO gives up A",
        code=["came in  A  B  C", "         ^"],
        pros=["nothing to do on a read"],
        cons=["blind to use: A was wanted just now"],
        note="Where entries age alike",
        tone="external",
    ),
]

figure = Figure(
    "The same requests, three victims",
    [Cards(POLICIES)],
    subtitle="There is room for three entries. A B C B B A A C have been asked for, now comes D.",
    takeaway="Redis evicts nothing unless told to: its default, noeviction, refuses writes when the memory is full.",
)
