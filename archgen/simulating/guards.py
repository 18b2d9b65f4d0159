"""What holds back what is sent: limits that count, and breakers that open where too much fails."""

from collections import deque
from typing import Protocol

from archgen.simulating.measures import Breaker, Limit
from archgen.simulating.plan import Course

# So many have to be sent before a share of failures says something.
FEWEST = 10
SLICES = 10
# What is full but for rounding is full.
NEARLY = 1e-9


class Guard(Protocol):
    """Something that is asked before anything is sent."""

    def admits(self, now: float) -> float | None:
        """After how long one may go; None where it may not."""


def guards(course: Course) -> "tuple[Guard | None, BreakerNow | None]":
    """Those of a way, in the order in which they are asked: what a breaker lets through has to be sent."""
    limit, breaker = course.limit, course.breaker
    return limiter(limit) if limit else None, BreakerNow(breaker) if breaker else None


def limiter(limit: Limit) -> Guard:
    """What counts in the form of a limit."""
    return BucketNow(limit) if limit.form == "bucket" else WindowNow(limit)


class BucketNow:
    """Tokens that come at the rate, of which no more are kept than the burst; kept as the time at which all are there again."""

    def __init__(self, limit: Limit) -> None:
        self.gap, self.waits = 1 / limit.rate, limit.waits
        self.most = limit.burst / limit.rate + NEARLY
        self.full = 0.0

    def admits(self, now: float) -> float | None:
        """Take a token, or the turn of one that will come."""
        full = self.full
        if full < now:
            full = now
        elif full - now > self.most:
            return None
        self.full = full + self.gap
        return full - now if self.waits else 0.0


class WindowNow:
    """No more than the rate comes to within a window: one that begins anew after another, or one that moves along."""

    def __init__(self, limit: Limit) -> None:
        self.window, self.moves = limit.window, limit.form == "sliding"
        self.most = max(1, round(limit.rate * limit.window + limit.burst))
        self.begun: float = 0
        self.count = 0
        self.passed: deque[float] = deque()

    def admits(self, now: float) -> float | None:
        """Count it, if there is room."""
        return 0.0 if (self._moving(now) if self.moves else self._fixed(now)) else None

    def _fixed(self, now: float) -> bool:
        begun = now // self.window
        if begun != self.begun:
            self.begun, self.count = begun, 0
        self.count += 1
        return self.count <= self.most

    def _moving(self, now: float) -> bool:
        passed = self.passed
        while passed and passed[0] <= now - self.window:
            passed.popleft()
        if len(passed) >= self.most:
            return False
        passed.append(now)
        return True


class BreakerNow:
    """Closed, until too much fails; then open for its pause; then it lets one through, whose end says how to go on.

    It is closed as long as `until` is None.
    """

    def __init__(self, plan: Breaker) -> None:
        self.plan = plan
        self.slice = plan.window / SLICES
        # How many were sent and failed, in each of the slices of the window, with the number of the slice.
        self.counts: deque[tuple[int, list[int]]] = deque()
        self.number, self.current = -1, [0, 0]
        # Those of all slices before the one that it is now.
        self.before = [0, 0]
        self.until: float | None = None
        self.trial: float | None = None
        self.opened = 0

    def admits(self, now: float) -> float | None:
        """All while it is closed; one at a time after the pause."""
        if self.until is None:
            return 0.0
        if now < self.until or self.trial is not None:
            return None
        self.trial = now
        return 0.0

    def note(self, now: float, sent: float, good: bool) -> None:
        """How one ended that was sent then; while it is open, only the one that was let through counts."""
        if self.until is not None:
            if self.trial is not None and sent >= self.trial:
                self._tried(now, good)
            return
        number = int(now / self.slice)
        if number != self.number:
            self._turn(number)
        self.current[0] += 1
        if not good:
            self._failed(now, self.current)

    def _tried(self, now: float, good: bool) -> None:
        """What was let through has ended."""
        self.until = None if good else now + self.plan.pause
        self.trial = None
        self.counts.clear()
        self.number = -1

    def _failed(self, now: float, current: list[int]) -> None:
        current[1] += 1
        sent, failed = self.before[0] + current[0], self.before[1] + current[1]
        if sent >= FEWEST and failed >= self.plan.share * sent:
            self.until, self.opened = now + self.plan.pause, self.opened + 1

    def _turn(self, number: int) -> None:
        """Another slice begins; those that have left the window count no more."""
        counts = self.counts
        while counts and counts[0][0] <= number - SLICES:
            counts.popleft()
        self.before = [sum(count[kind] for _, count in counts) for kind in (0, 1)]
        self.number, self.current = number, [0, 0]
        counts.append((number, self.current))
