"""A result is sent as a link that does not end, and that opens for whoever has it.

## Why it matters
An export of all that a customer has is told by mail. The mail is forwarded to a colleague, lies in two archives, is opened by a
scanner, and stands in the history of a shared computer. A link that still works in three years gives the file to each of them,
and nobody will ever know who took it.

## What to do
- Send a link to a page of your own, which asks who is there and only then signs one for the file, good for 5 to 15 min.
- Or sign the link for a time: an hour where somebody waits, a day or some days in a mail. S3 signs for 7 days at the most.
- And let the file itself end, by a rule of the store.

## When it does not apply
- The link ends within 7 days, or leads to something that asks who is there and looks up what they may (`authenticated`,
  `authorized`), or the download itself says who it is.
- The result is for everybody: its data is public, or the store may be read by all.
- How long it works and who may open it are not stated: that is asked.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from archgen import (
    Calls,
    Client,
    Component,
    Data,
    Design,
    Downloads,
    Entity,
    File,
    Notifies,
    ObjectStore,
    PresignedUrl,
    Reads,
    Service,
    Uploads,
    Worker,
    days,
    hours,
    seconds,
)
from archgen.plugin import (
    Architecture,
    Duration,
    Estimate,
    Interaction,
    Problem,
    Rule,
    Severity,
    does,
    readable,
    stated,
)

WEEK = days(7)
Known = dict[Component, Sequence[Downloads | Uploads]]
SAYS_WHO = ("token", "session", "mtls", "api_key")


@dataclass(frozen=True)
class Options:
    """What may be configured."""

    longest: Duration = WEEK
    """How long a link may work that opens for whoever has it. Tool default: 7 days, the longest that S3 signs for."""


def check(architecture: Architecture, estimate: Estimate, options: Options) -> Iterator[Problem]:
    known: Known = {}
    for way in architecture.connections(Interaction):
        link = way.link
        if link and not link.authenticated and not link.authorized and not _ends(link, options.longest):
            files = list(_files(architecture, way, known))
            stores = [end for one in files for end in architecture.members(one.target) if isinstance(end, ObjectStore)]
            if not _is_for_all(way, stores) and not _says_who(files):
                yield _problem(way, link, stores)


def _ends(link: PresignedUrl, longest: timedelta) -> bool:
    return isinstance(link.ttl, timedelta) and link.ttl <= longest


def _files(architecture: Architecture, way: Interaction, known: Known) -> Iterator[Downloads | Uploads]:
    """What those who are told, and those who tell, fetch and put somewhere: of each the first ten."""
    for end in (*architecture.members(way.target), *architecture.members(way.source)):
        if end not in known:
            known[end] = [one for one in architecture.out_of(end, Interaction) if isinstance(one, (Downloads, Uploads))][:10]
        yield from known[end]


def _is_for_all(way: Interaction, stores: Sequence[ObjectStore]) -> bool:
    carried = [*(way.data or ()), *(one for store in stores for one in store.holds or ())]
    shown = bool(carried) and all(isinstance(one, Entity) and "public" in (one.visibility, one.sensitivity) for one in carried)
    return shown or (bool(stores) and all(store.access in ("public_read", "public_write") for store in stores))


def _says_who(files: Sequence[Downloads | Uploads]) -> bool:
    downloads = [one for one in files if isinstance(one, Downloads)]
    return bool(downloads) and all(one.auth in SAYS_WHO for one in downloads)


def _receiver(way: Interaction) -> str:
    """Who gets the link: whoever is told, or asked and was answered."""
    return (way.source if isinstance(way, (Calls, Reads)) else way.target).name


def _problem(way: Interaction, link: PresignedUrl, stores: Sequence[ObjectStore]) -> Problem:
    asks = link.ttl is None and link.authenticated is None and link.authorized is None
    target, private = _receiver(way), [stated(one, "access") for one in stores[:1]]
    gets = does(target, "gets")
    lasts = f"works for {readable(link.ttl)}" if link.ttl else "never ends" if link.ttl is False else "has no stated end"
    message = f"the link that {gets} {lasts}, and opens for whoever has it"
    return Problem(
        way,
        f"{gets} a link, and it is not said when it ends or who may open it" if asks else message,
        [stated(way, "link"), *private],
        f"state how long the link to {target} works (ttl), and whether it leads to a page that asks who is there (authenticated)"
        if asks
        else "let the link end, or lead to a page that asks who is there and signs one for the file then",
        also=stores[:1],
        asks=asks,
    )


def exports(
    link: PresignedUrl | Literal[False] | None,
    *,
    access: Literal["private", "public_read"] | None = "private",
    holds: Sequence[Data] = (),
    auth: Literal["session"] | None = None,
    asked: bool = False,
) -> Design:
    person, store, worker = Client("Person"), ObjectStore("Exports", access=access, holds=list(holds) or None), Worker("Exporter")
    mail = Notifies(worker, person, "it is ready", channel="email", link=link, idempotent=True)
    state = Calls(person, Service("API"), purpose="status", timeout=seconds(5), link=link)
    fetch = [Downloads(person, store, auth=auth)] if auth else []
    ways: list[Interaction] = [state if asked else mail, Uploads(worker, store), *fetch]
    return Design("Exports", ways)


rule = Rule(
    "LT096",
    Severity.WARNING,
    check,
    flagged=[
        lambda: exports(PresignedUrl(False)),
        lambda: exports(PresignedUrl(days(365), authenticated=False)),
        lambda: exports(PresignedUrl(False), asked=True),
        lambda: exports(PresignedUrl(None)),
    ],
    accepted=[
        lambda: exports(PresignedUrl(days(1))),
        lambda: exports(PresignedUrl(hours(1)), asked=True),
        lambda: exports(PresignedUrl(days(365), authenticated=True)),
        lambda: exports(PresignedUrl(False), access="public_read"),
        lambda: exports(PresignedUrl(False), holds=[File("Poster", visibility="public")]),
        lambda: exports(PresignedUrl(False), auth="session"),
        lambda: exports(None),
    ],
    see=["email-notification", "object-store-result", "large-result-beside-the-state"],
    options=Options,
)
