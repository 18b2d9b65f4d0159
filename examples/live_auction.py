"""An evening of live auctions: 300,000 people watch, a thousand bids a second are decided, and all see the price that counts.

The figures behind it: whoever watches bids once in five minutes. That makes a thousand writes a second: 990 bids, of which
six in ten beat the price, and ten lots that sellers list. 30,000 lots end in the busiest hour, eight a second; six of these
are sold. A bid is seen by 200 people on average, so nearly all of the sixteen stream servers hold one of them: a price goes
to fifteen. Watchers change lots every 100 seconds, which opens 3,000 streams a second. The last minutes of a famous lot take
three times the mean, and 60,000 watch it.
"""

from parts.live_auction import behaviours, bidding, catalogue, settling, watching

from archgen import (
    Alternative,
    Calls,
    Cdn,
    Client,
    Decision,
    Design,
    Group,
    IdempotencyKey,
    LoadBalancer,
    Monitoring,
    Reads,
    Requirements,
    Resumption,
    Retry,
    Step,
    Walkthrough,
    days,
    hours,
    kilobytes,
    milliseconds,
    per_second,
    seconds,
)

bidders = Group("Bidders")
edge = Group("Edge", boundary="tier")

phone = Client("Phone", platform="mobile", devices=180_000, network="flaky", group=bidders)
browser = Client("Browser", platform="web", devices=120_000, group=bidders)
cdn = Cdn("CDN", ttl=seconds(60), hit_rate=0.9, purge=True, cache_key=["path"], holds=[catalogue.lot_pages], group=edge)
edge_balancer = LoadBalancer(
    "Edge balancer",
    layer=7,
    algorithm="least_connections",
    idle_timeout=seconds(60),
    response_buffering=False,
    routes_by=["path"],
    replicas=4,
    health_checks=True,
    group=edge,
)
monitoring = Monitoring(
    "Monitoring",
    note="lag, age, latency",
    watches=["consumer_lag", "queue_age", "dead_letters", "latency", "errors"],
    alarms="page",
)

watch = Calls(
    bidders,
    edge_balancer,
    "watch a lot",
    id="watch",
    protocol="sse",
    heartbeat_interval=seconds(20),
    reconnect=Retry("unlimited", backoff="exponential", jitter=True, initial=seconds(1), max_interval=seconds(30)),
    resume=Resumption("sequence", window=hours(1), replay_limit=1),
    update_rate=per_second(0.4),
    deduplicated=True,
    http_version="http2",
    tls=True,
    auth="session",
    data=[watching.price_change],
)
bid = Calls(
    bidders,
    edge_balancer,
    "bid",
    id="bid",
    protocol="http",
    payload=kilobytes(0.3),
    timeout=seconds(3),
    retry=Retry(3, backoff="exponential", jitter=True, initial=milliseconds(200), never_on=["too low", "lot over"]),
    idempotent=True,
    idempotency=IdempotencyKey("request id", made_by="client", claim="atomic", store=bidding.lot_ledger, ttl=days(7)),
    tls=True,
    auth="session",
)
look = Reads(bidders, cdn, "lot pages", id="look")
fetch_page = Reads(cdn, catalogue.catalogue_service, "on a miss", id="fetch_page", per_request=0.1, timeout=seconds(2))
open_stream = Calls(edge_balancer, watching.stream_servers, "stream", id="open_stream", protocol="sse")
pass_bid = Calls(edge_balancer, bidding.bid_gateway, id="pass_bid", protocol="http")

design = Design(
    "Live auction",
    [
        *(phone, browser, cdn, edge_balancer, monitoring),
        *bidding.components,
        *watching.components,
        *settling.components,
        *catalogue.components,
        *(watch, bid, look, fetch_page, open_stream, pass_bid),
        *bidding.connections,
        *watching.connections,
        *settling.connections,
        *catalogue.connections,
        *watching.patterns,
    ],
    summary="Lots under the hammer for a whole evening, with one order of bids for each and one price that everybody sees.",
    pitch=(
        "Each lot has one home: the engine that alone decides its bids, under a number that grows. A decision is written "
        "to the ledger first; what follows the ledger's changes publishes the new price to the topic of its lot, and "
        "sixteen stream servers pass it down the open streams of those who watch. Bids go up as plain requests. A lot "
        "that has ended starts a workflow that charges the winner and pays the seller, with the card payments of the "
        "house as one box."
    ),
    problem=(
        "Two bids for one lot arrive within a millisecond on different servers, and exactly one may win. Everyone has to "
        "see the price that counts before the lot ends, or they bid on one that is gone, and most of the money is bid in "
        "the last ten seconds."
    ),
    requirements=Requirements(
        concurrent_clients=300_000,
        latency_budget=milliseconds(300),
        round_trip=milliseconds(80),
        write_rate=per_second(1_000),
        read_rate=per_second(8_000),
        peak_factor=3,
        message_size=kilobytes(0.3),
        retention=days(3_650),
        availability=0.9995,
        regions=1,
        delivery="at_least_once",
        ordering="per_key",
        ordering_key="lot_id",
        ordering_by="sequence",
        max_offline=hours(1),
        max_fanout=60_000,
        client_sends="rarely",
        media=False,
        streaming_path=True,
        connection_state="light",
        endpoint_servers=16,
        audit=True,
    ),
    data=[*bidding.data, *watching.data, *settling.data, *catalogue.data],
    walkthroughs=[
        Walkthrough(
            "Decide a bid",
            [
                Step(bid, "amount, and an id"),
                Step(pass_bid, "bid"),
                Step(bidding.admit_bid),
                Step(
                    bidding.set_aside,
                    otherwise=[
                        Alternative("the account is at its limit", [Step(bid, "refused, raise your limit", back=True)], ends=True)
                    ],
                ),
                Step(
                    bidding.decide,
                    "to the engine of the lot",
                    otherwise=[
                        Alternative(
                            "the price is higher already",
                            [
                                Step(bidding.decide, "too low, and the price now", back=True),
                                Step(bid, "too low, and the price now", back=True),
                            ],
                            ends=True,
                        )
                    ],
                ),
                Step(
                    bidding.record,
                    "under the next number",
                    otherwise=[
                        Alternative(
                            "the engine has lost its lease",
                            [Step(bidding.decide, "to the lot's new home"), Step(bidding.record, "under the next number")],
                            failure=True,
                        )
                    ],
                ),
                Step(bidding.decide, "accepted", back=True),
                Step(bid, "accepted", back=True),
            ],
            summary="One engine for each lot, and a number that tells which bid was first.",
        ),
        Walkthrough(
            "Show the price to everyone",
            [
                Step(watching.follow, "a bid was accepted"),
                Step(watching.snapshot, "over a smaller number only"),
                Step(watching.prices.connections[0], "to the lot's topic"),
                Step(watching.prices.connections[1], "to servers with a watcher"),
                Step(open_stream, "one event each", back=True),
                Step(watch, "shown if newer", back=True),
            ],
            summary="From the ledger to every screen, the newest price alone.",
            requirements=Requirements(latency_budget=milliseconds(300)),
        ),
        Walkthrough(
            "Come back from a tunnel",
            [
                Step(watch, "the last number that was seen"),
                Step(open_stream, "to any server"),
                Step(watching.catch_up, "state of the lot"),
                Step(
                    open_stream,
                    "the newest price",
                    back=True,
                    otherwise=[Alternative("nothing has changed", [Step(open_stream, "a comment as sign of life", back=True)])],
                ),
                Step(watch, "the newest price", back=True),
            ],
            summary="Only the newest price counts, so nothing has to be replayed.",
        ),
        Walkthrough(
            "A lot ends",
            [
                Step(bidding.due),
                Step(bidding.close, otherwise=[Alternative("a bid in the last two minutes moved the end", ends=True)]),
                Step(bidding.record, "sold"),
                Step(watching.follow, "sold"),
                Step(settling.tell, "the lot has ended"),
                Step(settling.begin),
                Step(settling.next_step, "hold the money"),
                Step(
                    settling.take_money,
                    "hold",
                    otherwise=[
                        Alternative(
                            "the card is declined three times",
                            [Step(settling.note_outcome, "defaulted, ask the second bidder")],
                            failure=True,
                            ends=True,
                        )
                    ],
                ),
                Step(settling.take_money, "charge, then pay the seller"),
                Step(settling.note_outcome, "paid"),
            ],
            summary="From the last second to the seller's money.",
        ),
    ],
    behaviours=[*behaviours.behaviours],
    decisions=[Decision("client-protocol"), Decision("update-routing")],
    left_out={
        "Pictures of lots": "they go to object storage by signed links, as in the video platform",
        "Live video from the hall": "a stream of its own, with seconds of delay that bids do not have",
        "Automatic bidding": "the engine bids for an absent bidder by the same rule, as one more step of a decision",
        "Fraud": "a consumer of the events looks for rings of bidders, and stops accounts before the next sale",
        "Several regions": "one order for each lot needs one home; people far away bid with a longer way to it",
    },
)
