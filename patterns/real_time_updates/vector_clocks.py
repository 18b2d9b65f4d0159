"""Each version carries a counter for every writer, which tells whether one version grew out of another or both arose side by
side.

## How it works
There are several writers, each of which accepts changes without asking the others. A version carries what its writer knew:
`{A: 2, B: 1}` is A's second change, made with knowledge of B's first. Each change raises the writer's own counter; what comes
from others is taken over where it is larger.

Two versions are compared counter by counter. If one is nowhere smaller, it has seen the other and replaces it. If each is
larger somewhere, as with `{A: 2, B: 1}` and `{A: 1, B: 2}`, they arose without knowledge of one another. That is all a vector
says. What to do then is a rule of the application's: merge, keep both and let a person choose, or drop one, knowingly.

The Dynamo paper made them known, and Riak used them. The service called DynamoDB does not: it has a leader for each item, and
between regions by default the last writer wins.

## Numbers
- **12 to 16 bytes for each writer**: three replicas are 48 bytes, ten thousand clients would be 160 kB on each value. Count
  servers, never clients.
- **Comparing takes a step for each writer.**
- **Entries of writers that are gone** stay for ever unless they are cut: Riak cut above 50, and took a false conflict now and
  then for it.
- **Conflicts are rare and come in bursts**: below a thousandth of writes in peace, and for every value that was touched while
  regions were cut off from each other.

## What goes wrong
- **Detected and not decided.** The code takes "the newer one by time" of two versions side by side. Then the vector was for
  nothing.
- **Siblings explode.** Each write that has not read first adds a version beside the others; a hot key has hundreds. Read,
  merge, and write with the vector that was read.
- **Two writers with one name**, after a machine is restored from a copy: the same counter for different changes. Give it a
  new name.
- **Used where one order would do.** If one place can decide, a number is smaller, and means more.
"""

from archgen import (
    Calls,
    Client,
    Design,
    Dns,
    Entity,
    KeyValueStore,
    Need,
    Pattern,
    Reads,
    Replicates,
    Replication,
    Requirements,
    Retry,
    Service,
    Step,
    TradeOff,
    Writes,
    kilobytes,
    milliseconds,
    minutes,
    per_second,
    seconds,
)

item = Entity("Cart", category="order", key="user_id", mutable=True, writers=2, ordering_field="version", item_size=kilobytes(2))
client = Client("Client", platform="mobile", network="flaky", devices=200_000)
names = Dns("DNS", ttl=minutes(1), routing="latency")
europe = Service(
    "Writer A",
    replicas=4,
    connection_state="none",
    stamps="vector_clock",
    conflict_resolution="crdt",
    owner="Carts",
    note="{A: 2, B: 1}",
)
america = Service(
    "Writer B",
    replicas=4,
    connection_state="none",
    stamps="vector_clock",
    conflict_resolution="crdt",
    owner="Carts",
    note="{A: 1, B: 2}",
)
store_a = KeyValueStore(
    "Carts at A", engine="Riak", replicas=3, replication=Replication("async", leaders="several"), holds=[item], owner="Carts"
)
store_b = KeyValueStore(
    "Carts at B", engine="Riak", replicas=3, replication=Replication("async", leaders="several"), holds=[item], owner="Carts"
)

find = Calls(client, names, "nearest?", protocol="udp", timeout=seconds(2), acknowledged=True, idempotent=True)
change_a = Calls(
    client,
    europe,
    "add to the cart",
    protocol="http",
    rate=per_second(200),
    timeout=seconds(2),
    retry=Retry(attempts=3, backoff="exponential", jitter=True, initial=milliseconds(300)),
    idempotent=True,
    auth="token",
)
change_b = Calls(
    client,
    america,
    "the same user, elsewhere",
    protocol="http",
    rate=per_second(200),
    timeout=seconds(2),
    retry=Retry(attempts=3, backoff="exponential", jitter=True, initial=milliseconds(300)),
    idempotent=True,
    auth="token",
)
read_a = Reads(europe, store_a, "cart, and its vector", rate=per_second(200), data=[item])
write_a = Writes(europe, store_a, "cart with a raised vector", rate=per_second(200), idempotent=True, data=[item])
read_b = Reads(america, store_b, "cart, and its vector", rate=per_second(200), data=[item])
write_b = Writes(america, store_b, "cart with a raised vector", rate=per_second(200), idempotent=True, data=[item])
follow = Replicates(store_a, store_b, "each to the other", replication=Replication("async", max_lag=seconds(1)))
follow_back = Replicates(store_b, store_a, "each to the other", replication=Replication("async", max_lag=seconds(1)))

pattern = Pattern(
    "Vector clocks",
    use_when=["several places accept changes of the same thing without asking each other, and a lost change would be missed"],
    avoid_when=[
        "one place can decide the order: number there",
        "the last writer may win: a time with a tie-break is enough",
    ],
    structure=Design(
        "Vector clocks",
        [find, change_a, change_b, read_a, write_a, read_b, write_b, follow, follow_back],
        requirements=Requirements(
            write_rate=per_second(400),
            regions=2,
            ordering="per_key",
            ordering_key="user_id",
            ordering_by="vector_clock",
            client_sends="rarely",
        ),
    ),
    requires=[
        Need("a vector on each version", {europe: ["stamps"], america: ["stamps"]}),
        Need("a rule for versions that arose side by side", {europe: ["conflict_resolution"], america: ["conflict_resolution"]}),
        Need("few writers, each with a name of its own", {item: ["writers"]}),
    ],
    walkthrough=[
        Step(change_a, "a book"),
        Step(read_a, "{A: 1, B: 1}"),
        Step(write_a, "{A: 2, B: 1}, with the book"),
        Step(change_b, "a lamp, before B has heard of the book"),
        Step(write_b, "{A: 1, B: 2}, with the lamp"),
        Step(follow, "{A: 2, B: 1} comes to B: neither has seen the other"),
        Step(read_b, "both versions"),
        Step(write_b, "merged: book and lamp, {A: 2, B: 3}"),
        Step(follow_back, "A has seen all of it, and takes it over"),
    ],
    trade_offs=[
        TradeOff("no change is lost without being noticed", "someone has to merge what arose side by side"),
        TradeOff("every place goes on when it is cut off", "a vector on every value, and names to manage"),
    ],
    related=["logical-timestamps", "single-partition-ordering", "crdt"],
)
