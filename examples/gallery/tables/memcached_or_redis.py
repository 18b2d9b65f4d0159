"""What Redis does that Memcached does not, and what that costs."""

from archgen.figures import Cell, Comparison, Figure

STORES = Comparison(
    ["What to ask", "Memcached", "Redis"],
    [
        ["Values", "bytes, up to 1 MB unless configured otherwise", "strings, lists, sets, hashes, sorted sets, streams"],
        [
            "Threads",
            Cell("commands on all cores", mark="yes"),
            Cell("commands on one, input and output on several", mark="partly"),
        ],
        [
            "After a restart",
            Cell("empty", mark="no"),
            Cell("as of the last snapshot or log; both have to be set up", mark="partly"),
        ],
        ["Copies", Cell("none of its own", mark="no"), Cell("replicas, a little behind", mark="yes")],
        ["Spreading keys", "by clients, on a ring", "16,384 slots, moved by the cluster"],
        [
            "When it is full",
            "least recently used, by size of entry",
            "writes fail, unless a policy is set: allkeys-lru, allkeys-lfu and others",
        ],
        [
            "At its best",
            "plain caching with many cores and little care",
            "caching, counters, leaderboards, queues, locks that may fail",
        ],
    ],
    chosen="Redis",
)

figure = Figure(
    "Redis by default, Memcached for many cores",
    [STORES],
    subtitle="As caches both answer in well under a millisecond; the network takes the rest of it.",
    takeaway="Whatever you take, its content may be gone tomorrow: the system has to bear an empty cache.",
)
