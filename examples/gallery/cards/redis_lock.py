"""A lock in Redis: how to take it, give it back and renew it, and what still goes wrong."""

from archgen.figures import Card, Cards, Figure

STEPS = [
    Card(
        "Take",
        "One command: only if nobody has it, and with an end.",
        code=["SET lock:seat:42 7f3a NX EX 30"],
        points=["7f3a tells this holder from all others"],
        tone="compute",
    ),
    Card(
        "Give back",
        "Only by its holder: compare and delete in one script.",
        code=[
            'if redis.call("GET", KEYS[1]) == ARGV[1]',
            "then",
            '  return redis.call("DEL", KEYS[1])',
            "end",
            "return 0",
        ],
        tone="compute",
    ),
]
FAULTS = [
    Card("The lease runs out", "A long pause, and two hold the lock.", note="A fencing token that the store checks", tone="bad"),
    Card(
        "Redis fails over",
        "The replica has not heard of the lock.",
        note="A lock by consensus, or one in the database",
        tone="bad",
    ),
    Card("DEL without a look", "Whoever comes late frees the lock of another.", note="The script above", tone="bad"),
]

figure = Figure(
    "A lock in Redis is a lease",
    [Cards(STEPS), Cards(FAULTS, title="What goes wrong, and what helps")],
    subtitle="Good enough to save work that would be done twice; not for what must never happen twice.",
    takeaway="If one database holds what you protect, a row lock or a conditional update is simpler and safer.",
)
