"""What happens in a simulation, as options say it: bursts, outages, times, and by whom runs are run."""

import re
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Executor

    from archgen.model.architecture import Architecture
    from archgen.model.simulation import Scenario

BURST = re.compile(r"(?P<part>.+)=(?P<factor>\d+(?:\.\d+)?)x@(?P<begin>[^@+]+)\+(?P<length>[^@+]+)")
OUTAGE = re.compile(r"(?P<part>[^:]+?)(?::(?P<replicas>\d+))?@(?P<begin>[^@+]+)\+(?P<length>[^@+]+)")
MOST_RUNS = 10_000


def takes_scenario(parser: ArgumentParser) -> None:
    """Seed, times, what happens, and how many runs."""
    parser.add_argument("--seed", type=int, default=1, help="what chance starts from: one seed is one result (default: 1)")
    parser.add_argument("--duration", type=_time, default=300.0, metavar="TIME", help="how long is counted (default: 5min)")
    warm_up = "how long runs before that, uncounted (default: 30s)"
    parser.add_argument("--warm-up", type=_time, default=30.0, metavar="TIME", help=warm_up)
    burst = (
        "a client, or whatever else begins something, that sends so many times as much, from a time on, for a time: "
        "app=10x@60s+30s; may be given several times"
    )
    parser.add_argument("--burst", metavar="CLIENT=FACTORx@BEGIN+LENGTH", action="append", default=[], help=burst)
    fail = (
        "a component that is away, from a time on, for a time: store@60s+30s; with a number, that many of its replicas: "
        "api:2@60s+30s; may be given several times"
    )
    parser.add_argument("--fail", metavar="COMPONENT[:REPLICAS]@BEGIN+LENGTH", action="append", default=[], help=fail)
    repair = "let components fail by chance, as often as their availability says, each for this time on average"
    parser.add_argument("--repair", type=_time, metavar="TIME", help=repair)
    runs = "how many runs, each with a seed of its own; on all processors (default: 1)"
    parser.add_argument("--runs", type=_count, default=1, metavar="N", help=runs)
    executor = "what runs them instead: a callable without arguments that gives an executor of concurrent.futures"
    parser.add_argument("--executor", metavar="MODULE:FACTORY", help=executor)


def scenario(options: Namespace, architecture: "Architecture") -> "Scenario":
    """What the options say of this design. Raises UsageError or UnknownNameError."""
    from archgen.errors import UsageError
    from archgen.model.simulation import Burst, Outage, Scenario

    if not options.duration:
        raise UsageError("--duration is longer than nothing, such as 5min")
    bursts = [
        Burst(_component(architecture, one["part"]), float(one["factor"]), *_span("--burst", one))
        for one in (_matched("--burst", BURST, "app=10x@60s+30s", text) for text in options.burst)
    ]
    outages = [
        Outage(_component(architecture, one["part"]), *_span("--fail", one), int(one["replicas"]) if one["replicas"] else None)
        for one in (_matched("--fail", OUTAGE, "store@60s+30s", text) for text in options.fail)
    ]
    if options.repair == 0:
        raise UsageError("--repair is longer than nothing, such as 5min")
    return Scenario(options.seed, options.duration, options.warm_up, tuple(bursts), tuple(outages), options.runs, options.repair)


def executor(options: Namespace) -> "Callable[[], Executor] | None":
    """What runs several runs: all processors, unless something else is asked for. Raises UsageError."""
    if options.executor is not None:
        return _factory(options.executor)
    if options.runs == 1:
        return None
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    return lambda: ProcessPoolExecutor(mp_context=get_context("spawn"))


def _factory(name: str) -> "Callable[[], Executor]":
    import sys
    from importlib import import_module

    from archgen.errors import UsageError

    module, _, attribute = name.partition(":")
    sys.path.insert(0, "")
    try:
        found = getattr(import_module(module), attribute) if attribute else None
    except (ImportError, AttributeError, ValueError) as problem:
        raise UsageError(f"--executor {name}: {problem}") from problem
    finally:
        sys.path.remove("")
    if not callable(found):
        raise UsageError(f"--executor {name} names nothing that can be called; write MODULE:FACTORY")
    factory: Callable[[], Executor] = found
    return factory


def _matched(option: str, form: "re.Pattern[str]", like: str, text: str) -> "re.Match[str]":
    from archgen.errors import UsageError

    found = form.fullmatch(text)
    if found is None:
        raise UsageError(f'{option} "{text}" is not understood; write it as {option} {like}')
    return found


def _span(option: str, match: "re.Match[str]") -> tuple[float, float]:
    """When it begins and how long it lasts."""
    from archgen.errors import UsageError

    try:
        begin, length = _time(match["begin"]), _time(match["length"])
    except ArgumentTypeError as problem:
        raise UsageError(f'{option} "{match[0]}": {problem}') from problem
    if not length:
        raise UsageError(f'{option} "{match[0]}" lasts no time; give it a length, such as +30s')
    return begin, length


def _component(architecture: "Architecture", name: str) -> str:
    from archgen.dsl.component import Component
    from archgen.errors import UnknownNameError

    ids = {architecture.id(one): one for one in architecture.components()}
    by_name = {one.name: id for id, one in ids.items()}
    if name in ids or name in by_name:
        return name if name in ids else by_name[name]
    raise UnknownNameError(Component.__name__.lower(), name, ids)


def _time(text: str) -> float:
    from archgen.dsl.quantities import parse_duration

    try:
        return parse_duration(text).total_seconds()
    except ValueError as problem:
        raise ArgumentTypeError(f'"{text}": {problem}') from problem


def _count(text: str) -> int:
    try:
        count = int(text)
    except ValueError:
        count = 0
    if not 1 <= count <= MOST_RUNS:
        raise ArgumentTypeError(f'"{text}" is no number of runs, from 1 to {MOST_RUNS:,}')
    return count
