"""Work that is done by several processes."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from archgen.pipeline.working import worked

ROOT = Path(__file__).resolve().parent.parent.parent
# Starts two processes that sleep, and tells who they are.
SLEEPERS = """
import sys
from archgen.pipeline.working import worked
from tests.pipeline.test_working import sleep
if __name__ == "__main__":
    list(worked(sleep, [1, 2], 2))
"""


def double(number: int) -> int:
    return 2 * number


def who(_: int) -> int:
    return os.getpid()


def die(number: int) -> int:
    if number == 1:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def sleep(_: int) -> None:
    sys.stdout.write(f"{os.getpid()}\n")
    sys.stdout.flush()
    time.sleep(600)


@pytest.mark.parametrize("jobs", [0, 1, 3])
def test_each_task_is_done_once_whoever_does_it(jobs: int) -> None:
    assert dict(worked(double, range(20), jobs)) == {number: 2 * number for number in range(20)}
    assert list(worked(double, [], jobs)) == []


def test_nothing_is_done_here_but_where_there_are_no_jobs() -> None:
    assert dict(worked(who, [0], 0)) == {0: os.getpid()}
    assert dict(worked(who, [0], 1)) != {0: os.getpid()}


def test_what_somebody_was_killed_at_is_told_and_the_rest_is_done() -> None:
    assert dict(worked(die, range(4), 2)) == {0: 0, 1: None, 2: 2, 3: 3}


def test_somebody_who_is_killed_while_there_is_nothing_to_do_has_another_in_their_place() -> None:
    results = worked(who, range(3), 1)
    _, first = next(results)
    assert first
    os.kill(first, signal.SIGKILL)
    os.waitid(os.P_PID, first, os.WEXITED | os.WNOWAIT)
    rest = dict(results)
    assert sorted(rest) == [1, 2]
    assert {first, None}.isdisjoint(rest.values())


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL])
def test_nobody_works_on_when_whoever_started_them_ends(number: signal.Signals) -> None:
    command = [sys.executable, "-c", SLEEPERS]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout
        assert all(int(process.stdout.readline()) for _ in range(2))
        process.send_signal(number)
        process.wait()
        assert process.stdout.read() == ""  # which ends when nobody holds it any more
