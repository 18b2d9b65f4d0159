"""A poll asks for what is newer than the last time it saw, and so can miss things of that very time.

## Why it matters
Two rows get the same millisecond. A page of results ends between them; the next poll asks for what is newer than that
millisecond, and the second row is never fetched. Worse, clocks and commits do not agree: a transaction that began first and
commits last adds a row with an older time, after somebody has already read past it. Nothing fails, and nobody sees the gap. A
cursor on a column without an index has the other fault: every poll reads the whole table to find nothing.

## What to do
Go by a number that only grows and is given in the order of commits, such as the position in a log. An id from a sequence is
drawn before the commit, so it can be passed over too: overlap a little, and drop what was seen already. If it has to be a time,
add the id to tell equals apart, ask again for the last seconds, and state the `cursor_tiebreak`. Index the cursor, behind what
else the query compares.

## When it does not apply
- Equal times are told apart (`cursor_tiebreak`), or the cursor is a number, an id or a version.
- What the cursor is is not stated. Where it is a time, and nothing says how equals are told apart, that is asked.
- The index is looked at where the columns of the query and the indexes of its table are stated.
"""

from collections.abc import Iterator, Sequence
from typing import Literal

from archgen import AccessPath, Calls, Database, Design, Index, Reads, Service, Table, seconds
from archgen.plugin import Architecture, Edit, Estimate, Fact, Problem, Rule, Severity, agreeing, does, is_poll, named, stated


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for poll in architecture.connections():
        if isinstance(poll, (Calls, Reads)) and is_poll(poll):
            if poll.cursor == "timestamp" and not poll.cursor_tiebreak:
                yield _skips(poll)
            if isinstance(poll, Reads):
                yield from _scans(poll)


def _skips(poll: Calls | Reads) -> Problem:
    asks = poll.cursor_tiebreak is None
    verb = "may pass" if asks else agreeing(poll.source.name, "passes")
    return Problem(
        poll,
        f"{does(poll.source.name, 'asks')} for what is newer than a time, and {verb} over things of that same time",
        [stated(poll, "cursor"), stated(poll, "cursor_tiebreak")],
        "go by a number that grows with each commit, or by time and id with an overlap, and state the cursor_tiebreak",
        asks=asks,
        edits=[Edit(poll, "cursor", "sequence")],
        unsafe=True,
    )


def _scans(poll: Reads) -> Iterator[Problem]:
    """A poll that no index of its table leads to what is new."""
    access, tables = poll.access, [one for one in poll.data or () if isinstance(one, Table)]
    cursor = [*(access.range or ()), *(access.sort or ())][:1] if access else []
    for table in tables if access and cursor else ():
        if table.indexes is not None and not _is_led(table, access.filter or () if access else (), cursor[0]):
            yield Problem(
                poll,
                f"every poll of {poll.source.name} goes through the whole of {table.name}: no index leads to {cursor[0]}",
                [
                    Fact(f"{named(poll)}: {agreeing(poll.source.name, 'it goes')} on from {cursor[0]}", poll, "access"),
                    stated(table, "indexes"),
                    stated(table, "primary_key"),
                ],
                f"give {table.name} an index on {', '.join([*(access.filter or () if access else ()), cursor[0]])}",
                also=[table],
            )


def _is_led(table: Table, compared: Sequence[str], cursor: str) -> bool:
    """Whether an index begins with what is compared, in any order, and goes on with the cursor; or the key itself does."""
    keys = [index.columns or () for index in table.indexes or ()] + [table.primary_key or ()]
    for columns in keys:
        before = columns[: columns.index(cursor)] if cursor in columns else None
        if before is not None and set(before) <= set(compared):
            return True
    return False


Cursor = Literal["timestamp", "sequence", "id", "version", "none"]


def messages(cursor: Cursor | None, *, tiebreak: bool | None = None) -> Design:
    look = Reads(Service("Endpoint"), Database("Store"), poll_interval=seconds(1), cursor=cursor, cursor_tiebreak=tiebreak)
    return Design("Messages", [look])


def indexed(*columns: str, pause: bool = True, key: str = "id") -> Design:
    table = Table("Messages", primary_key=[key], indexes=[Index(columns)] if columns else [])
    access = AccessPath(filter=["room"], range=["number"])
    look = Reads(
        Service("Endpoint"),
        Database("Store", holds=[table]),
        data=[table],
        poll_interval=seconds(1) if pause else None,
        cursor="sequence",
        access=access,
    )
    return Design("Messages", [look])


rule = Rule(
    "RT046",
    Severity.WARNING,
    check,
    flagged=[
        lambda: messages("timestamp", tiebreak=False),
        lambda: messages("timestamp"),
        lambda: indexed("sender"),
        lambda: indexed("sender", "number"),
    ],
    accepted=[
        lambda: messages("id"),
        lambda: messages("timestamp", tiebreak=True),
        lambda: messages("sequence"),
        lambda: messages(None),
        lambda: indexed("room", "number"),
        lambda: indexed("number"),
        lambda: indexed(key="number"),
        lambda: indexed("sender", pause=False),
    ],
    see=["pull-polling", "simple-polling", "sequence-resume", "polls-that-seldom-find-news"],
)
