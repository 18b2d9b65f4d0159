"""Walking a graph depth first, however deep it is."""

from collections.abc import Callable, Container, Hashable, Iterable, Iterator
from typing import TypeVar

N = TypeVar("N", bound=Hashable)


def outwards(start: N, next_to: Callable[[N], Iterable[N]], done: Container[object]) -> Iterator[N]:
    """What is reached from the start and not done yet, each after all that it leads on to but for what leads back to it.

    The caller marks as done what it is given, before it asks for more.

    >>> done = {}
    >>> [done.setdefault(one, one) for one in outwards(1, {1: [2, 3], 2: [1], 3: []}.__getitem__, done)]
    [2, 3, 1]
    """
    if start in done:
        return
    path, stack = {start}, [(start, iter(next_to(start)))]
    while stack:
        node, ahead = stack[-1]
        for one in ahead:
            if one not in done and one not in path:
                path.add(one)
                stack.append((one, iter(next_to(one))))
                break
        else:
            stack.pop()
            path.remove(node)
            yield node
