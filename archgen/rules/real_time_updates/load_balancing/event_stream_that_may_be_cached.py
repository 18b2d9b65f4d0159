"""An event stream passes a cache that is not told to leave it alone.

## Why it matters
A shared cache that keeps a stream replays old events to whoever asks next, or joins requests for one address into one and holds
all of them until the first is over, which is never. With streams of single users it shows one user what was meant for another.

## What to do
Send the answer with `Cache-Control: no-store`, and leave the route out of caching altogether, so that a rule for all of the
site does not catch it. State it as the `cache_control` of the call or of the CDN. `no-cache` alone allows a copy that is
checked before use; for a stream the two come to the same, and it is what most examples show.

## When it does not apply
- What is said forbids a shared copy: `no-store`, `no-cache` or `private`.
- WebSockets: nothing of them can be kept. Long polls: each carries its position, so that its address is new each time.
- Nothing is said of copies: that is asked.
"""

from collections.abc import Iterator
from typing import Literal

from archgen import Calls, Cdn, Client, Design, Service, seconds
from archgen.plugin import Architecture, Edit, Estimate, Problem, Rule, Severity, first_calls, reached, stated

FORBIDDING = ("no-store", "no-cache", "private")


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    seen = set()
    for way in reached(architecture, first_calls(architecture, "sse")):
        cdn = way.end
        if isinstance(cdn, Cdn) and not way.holds and cdn not in seen:
            seen.add(cdn)
            said = way.first.cache_control or cdn.cache_control
            if said is None or not any(word in said.lower() for word in FORBIDDING):
                yield _problem(cdn, way.first, said)


def _problem(cdn: Cdn, first: Calls, said: str | None) -> Problem:
    speaker: Calls | Cdn = first if first.cache_control else cdn
    message = f"{cdn.name} may keep the event stream of {first.source.name} and hand it to others"
    asked = f"nothing says that {cdn.name} must not keep the event stream of {first.source.name}"
    return Problem(
        cdn,
        asked if said is None else message,
        [stated(speaker, "cache_control"), stated(first, "protocol")],
        f"send no-store with the stream, leave its route out of caching in {cdn.name}, and state that as its cache_control",
        also=[first],
        asks=said is None,
        edits=[Edit(speaker, "cache_control", "no-store")],
        unsafe=True,
    )


def feed(cdn: Cdn, said: str | None = None, protocol: Literal["sse", "websocket"] = "sse") -> Design:
    first = Calls(Client("Browser"), cdn, protocol=protocol, heartbeat_interval=seconds(20), cache_control=said)
    return Design("Feed", [first, Calls(cdn, Service("Feed"), protocol="http")])


rule = Rule(
    "RT018",
    Severity.WARNING,
    check,
    flagged=[
        lambda: feed(Cdn("CDN", cache_control="max-age=60", response_buffering=False)),
        lambda: feed(Cdn("CDN", cache_control="no-store", response_buffering=False), "public, max-age=5"),
        lambda: feed(Cdn("CDN", response_buffering=False)),
    ],
    accepted=[
        lambda: feed(Cdn("CDN", cache_control="no-store", response_buffering=False)),
        lambda: feed(Cdn("CDN", cache_control="no-cache", response_buffering=False)),
        lambda: feed(Cdn("CDN", cache_control="max-age=60", response_buffering=False), "no-store"),
        lambda: feed(Cdn("CDN", response_buffering=False), "private"),
        lambda: feed(Cdn("CDN", cache_control="max-age=60"), protocol="websocket"),
    ],
    see=["server-sent-events", "event-stream-held-back-by-a-buffer"],
)
