"""Check the form of designs, and that what they speak of is there.

No rule is run: what is valid may still be unwise, which `archgen lint` says.

Without SPEC, the designs of the current folder are taken: architecture.{py,yaml}, *.arch.{py,yaml}, examples/*.py.

    archgen validate examples/group_chat.yaml
    archgen validate --format json --no-exec examples/group_chat.yaml
"""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from archgen.cli.terminal.given import names, piped, with_folders
from archgen.cli.terminal.options import as_json, takes_format, takes_no_exec, takes_specs

if TYPE_CHECKING:
    from archgen.errors import Fault
    from archgen.pipeline.validating import Validated

SCHEMA_VERSION = 1


def arguments(parser: ArgumentParser) -> None:
    """Take designs and the form of the answer."""
    takes_specs(parser)
    takes_format(parser)
    takes_no_exec(parser)


def run(options: Namespace) -> int:
    """Print what is valid, then all that is wrong with the rest."""
    from archgen.cli.terminal.progress import progress
    from archgen.errors import SpecError
    from archgen.pipeline.validating import validate

    options.specs = with_folders(options.specs, "validate")
    paths, taken = names(options.specs, options.stdin_filename), piped(options.specs, options.stdin_filename)
    with progress() as step:
        done = []
        for path in paths:
            step(f"reading {path}")
            done.append(validate(path, execute=not options.no_exec, piped=taken))
    faults = [fault for one in done for fault in one.faults]
    if options.format == "json":
        print(as_json(_answer(done)))
        return 2 if faults else 0
    for one in done:
        if not one.faults:
            print(f"{one.path}: valid, {_many(one.components, 'component')} and {_many(one.connections, 'connection')}")
    if faults:
        raise SpecError(faults)
    return 0


def _answer(done: "list[Validated]") -> dict[str, object]:
    """What machines read; `schema_version` grows when a reader must change."""
    invalid = sum(bool(one.faults) for one in done)
    return {
        "schema_version": SCHEMA_VERSION,
        "files": [_file(one) for one in done],
        "summary": {"valid": len(done) - invalid, "invalid": invalid},
    }


def _file(one: "Validated") -> dict[str, object]:
    return {
        "path": one.path,
        "valid": not one.faults,
        "design": one.design,
        "components": one.components,
        "connections": one.connections,
        "faults": [_fault(fault) for fault in one.faults],
    }


def _fault(fault: "Fault") -> dict[str, object]:
    place = fault.position
    location = {"path": place.path, "line": place.line, "column": place.column} if place else None
    return {"message": fault.message, "location": location}


def _many(count: int | None, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
