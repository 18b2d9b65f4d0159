"""An order in which everything is there before it is spoken of."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")


def in_order(things: Iterable[T], needs: Callable[[T], Iterable[T]]) -> Iterator[T]:
    """The things as they stand, each after those that it needs.

    >>> list(in_order("abc", {"a": "c", "b": "", "c": "b"}.__getitem__))
    ['b', 'c', 'a']
    """
    done: set[T] = set()
    for thing in things:
        waiting = [(thing, False)]
        while waiting:
            one, ready = waiting.pop()
            if one in done:
                continue
            if ready:
                done.add(one)
                yield one
            else:
                waiting.append((one, True))
                waiting.extend((other, False) for other in reversed(list(needs(one))))
