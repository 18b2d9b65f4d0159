"""Try rules of your own: on their cases, by the laws that archgen's rules keep.

Each flagged case is flagged and each accepted one accepted, findings say why and what to do, the page has its sections, what it
points to exists, nothing crashes, and what is not stated is not taken for a no. Without FILE, the rules of the configuration
are tried. Exits with 0 where all keep the laws, 1 where one does not, and 2 where a file is no rule.

    archgen test-rules rules/
    archgen test-rules --built-in
"""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from archgen.cli.terminal.options import as_json, takes_format

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from archgen.errors import Fault
    from archgen.pipeline.trying_rules import Tried

SCHEMA_VERSION = 1


def arguments(parser: ArgumentParser) -> None:
    """Take the rules."""
    parser.add_argument("paths", metavar="FILE|FOLDER", nargs="*", help="rules (default: those that the configuration brings)")
    parser.add_argument("--built-in", action="store_true", help="try the rules that archgen ships, too")
    config = "the configuration to use (default: the nearest archgen.toml or pyproject.toml, going up from the current folder)"
    parser.add_argument("--config", metavar="FILE", help=config)
    takes_format(parser)


def run(options: Namespace) -> int:
    """Try them, print a line for each, and what each does not keep."""
    from archgen.cli.terminal.progress import progress
    from archgen.configuring.command_line import CommandLine
    from archgen.pipeline.trying_rules import try_rules

    with progress() as step:
        tried = try_rules(options.paths, CommandLine(config=options.config), built_in=options.built_in, step=step)
    if options.format == "json":
        print(as_json(_plain(tried)))
    else:
        print("\n".join(_lines(tried)))
    return int(any(one.broken for one in tried))


def _lines(tried: "Sequence[Tried]") -> "Iterator[str]":
    width = max(len(f"{one.entry.code} {one.entry.name}") for one in tried)
    for one in tried:
        name = f"{one.entry.code} {one.entry.name}"
        yield f"{name:<{width}}  {_many(one.cases, 'case')}, {_many(len(one.broken), 'fault') if one.broken else 'ok'}"
        yield from (f"  {' '.join(str(broken.fault).split())}" for broken in one.broken)
    bad = sum(bool(one.broken) for one in tried)
    kept = "all keep the laws" if not bad else f"{bad} {'does' if bad == 1 else 'do'} not keep the laws"
    yield f"{_many(len(tried), 'rule')}, {_many(sum(one.cases for one in tried), 'case')}: {kept}"


def _plain(tried: "Sequence[Tried]") -> dict[str, object]:
    """What machines read; `schema_version` grows when a reader must change."""
    bad = sum(bool(one.broken) for one in tried)
    return {
        "schema_version": SCHEMA_VERSION,
        "rules": [_rule(one) for one in tried],
        "summary": {"rules": len(tried), "cases": sum(one.cases for one in tried), "kept": len(tried) - bad, "broken": bad},
    }


def _rule(one: "Tried") -> dict[str, object]:
    return {
        "code": one.entry.code,
        "name": one.entry.name,
        "path": one.entry.path or None,
        "cases": one.cases,
        "faults": [{"law": broken.law, "message": broken.fault.message, **_place(broken.fault)} for broken in one.broken],
    }


def _place(fault: "Fault") -> dict[str, object]:
    place = fault.position
    return {"location": {"path": place.path, "line": place.line} if place else None}


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
