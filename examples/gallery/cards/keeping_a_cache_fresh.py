"""Four ways to keep what is cached fresh, with the commands that they come down to."""

from archgen.figures import Card, Cards, Figure

WAYS = [
    Card(
        "Let it expire",
        code=["SET feed:7 <json> EX 60"],
        pros=["nothing else to build"],
        cons=["old for up to 60 s"],
        note="Always, below all the others",
        tone="edge",
    ),
    Card(
        "Delete after the write",
        code=["UPDATE users SET ... ;", "COMMIT;", "DEL user:123"],
        pros=["the next read is fresh"],
        cons=["a read that began before may put the old value back"],
        note="What to begin with",
        tone="compute",
    ),
    Card(
        "Flush by a tag",
        code=["SMEMBERS tag:user:123", "UNLINK posts:123 feed:123"],
        pros=["one write, many entries"],
        cons=["tags have to be kept, and they grow"],
        note="Where pages are made of much",
        tone="messaging",
    ),
    Card(
        "A version in the key",
        code=["GET version:event:123  -> 43", "GET event:123:v43"],
        pros=["no entry is ever overwritten"],
        cons=["two reads, and the version itself must be fresh"],
        note="Where old values must not win",
        tone="data",
    ),
]

figure = Figure(
    "Every way to keep a cache fresh leaves a gap",
    [Cards(WAYS, columns=2)],
    subtitle="Writing through and behind are left out: they say how data is written, not how old copies are found out.",
    takeaway="Decide with the database, display from the cache; and let everything expire in the end.",
)
