"""Communities: things that are tied to one another, put together in sets of a bounded size; the same for the same ties."""

from collections.abc import Collection, Mapping, Sequence
from heapq import heapify, heappop, heappush

Pair = tuple[int, int]


def communities(count: int, ties: Mapping[Pair, float], most: int) -> Sequence[Sequence[int]]:
    """Put `count` things, by their numbers, into sets of at most `most`; `ties` says how strongly two are tied.

    Those are joined first that have the most to do with each other for their size. What is tied to nothing with room left is put
    together in its order.

    >>> communities(5, {(0, 3): 2, (1, 2): 1, (2, 3): 1}, 2)
    [[0, 3], [1, 2], [4]]
    """
    joining = _Joining(count, ties, most)
    joining.join_the_closest()
    return sorted((sorted(members) for members in _packed(joining.sets.values(), most)), key=min)


class _Joining:
    """Sets under way: who is in each, and how strongly each is tied to others."""

    def __init__(self, count: int, ties: Mapping[Pair, float], most: int) -> None:
        self.most = most
        self.sets: dict[int, list[int]] = {one: [one] for one in range(count)}
        self.ties: dict[int, dict[int, float]] = {one: {} for one in range(count)}
        for (one, other), weight in ties.items():
            if one != other:
                self.ties[one][other] = self.ties[one].get(other, 0.0) + weight
                self.ties[other][one] = self.ties[other].get(one, 0.0) + weight

    def join_the_closest(self) -> None:
        """Join two sets at a time, the closest first, while two that are tied have room together."""
        waiting = [(*self._rank(one, other), one, other) for one in self.ties for other in self.ties[one] if one < other]
        heapify(waiting)
        while waiting:
            rank, first, _, one, other = heappop(waiting)
            if one not in self.sets or other not in self.sets or (rank, first) != self._rank(one, other)[:2]:
                continue
            if len(self.sets[one]) + len(self.sets[other]) > self.most:
                continue
            self._join(one, other)
            for near in self.ties[one]:
                low, high = min(one, near), max(one, near)
                heappush(waiting, (*self._rank(low, high), low, high))

    def _rank(self, one: int, other: int) -> tuple[float, int, int]:
        sizes = len(self.sets[one]) * len(self.sets[other])
        return (-self.ties[one].get(other, 0.0) / sizes, min(self.sets[one][0], self.sets[other][0]), sizes)

    def _join(self, one: int, other: int) -> None:
        self.sets[one] = sorted(self.sets[one] + self.sets.pop(other))
        for near, weight in self.ties.pop(other).items():
            del self.ties[near][other]
            if near != one:
                self.ties[one][near] = self.ties[one].get(near, 0.0) + weight
                self.ties[near][one] = self.ties[one][near]


def _packed(sets: Collection[Sequence[int]], most: int) -> Sequence[Sequence[int]]:
    """Small sets put together where they have room, the larger ones as they are."""
    low = max(1, most // 3)
    packed = [members for members in sets if len(members) > low]
    filling: list[int] = []
    for members in (members for members in sets if len(members) <= low):
        if len(filling) + len(members) > most:
            packed.append(filling)
            filling = []
        filling = [*filling, *members]
    return [*packed, filling] if filling else packed
