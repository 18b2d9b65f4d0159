"""Who keeps a user's connection, and what one more server changes."""

from archgen.figures import Card, Cards, Figure, Ring, RingKey, RingNode

SERVERS = [RingNode("Server 1", [10]), RingNode("Server 2", [95]), RingNode("Server 3", [150]), RingNode("Server 4", [230])]
USERS = [
    RingKey("Ada", 60),
    RingKey("Ben", 120),
    RingKey("Cleo", 200),
    RingKey("Dan", 262),
    RingKey("Eve", 335),
]
STEPS = Cards(
    [
        Card("To connect", "Hash the user: the next server clockwise holds the socket.", tone="client"),
        Card("To send", "Hash the receiver, go to that server, find the socket there.", tone="compute"),
        Card("One more, one fewer", "A share of about 1/N moves; no broker, and state stays where it is used.", tone="messaging"),
    ],
    columns=3,
)

figure = Figure(
    "A message finds its user without a directory",
    [Ring([*SERVERS, RingNode("Server 5", [300])], USERS, coming="Server 5"), STEPS],
    subtitle="Users connect to the next server after the hash of their name; messages for them go the same way.",
    takeaway="Server 5 takes users from Server 1 alone. They have to connect anew: ask them to, but not all at once.",
)
