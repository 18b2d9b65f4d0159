"""Write down what an existing system may keep, so that only what is new is found.

From then on `archgen lint` keeps what is written down, and tells of what comes on top. What was mended is taken out by `update`
and `prune`; nothing new is taken in, unless `update --grow` says so.

Without SPEC, the designs of the current folder are taken: architecture.{py,yaml}, *.arch.{py,yaml}, examples/*.py.

    archgen baseline create
    archgen baseline create --baseline kept.json examples/group_chat.yaml
"""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from archgen.cli.terminal.given import with_folders
from archgen.cli.terminal.judging import said, takes_configuration
from archgen.cli.terminal.options import takes_no_exec

if TYPE_CHECKING:
    from archgen.pipeline.baselines import Written

ACTIONS = {
    "create": "take all findings that there are now",
    "update": "take out what was mended, and take in what is new if it is told to grow",
    "prune": "take out what was mended",
}


def arguments(parser: ArgumentParser) -> None:
    """Take what to do; each of that takes the designs and the file."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    for name, text in ACTIONS.items():
        action = actions.add_parser(name, help=text, description=f"{text[:1].upper()}{text[1:]}.")
        action.add_argument("specs", metavar="SPEC", nargs="*", help="the files of designs: .py, .yaml or .json")
        where = "where the baseline is (default: archgen-baseline.json beside the configuration, else in the current folder)"
        action.add_argument("--baseline", metavar="FILE", help=where)
        if name == "update":
            action.add_argument("--grow", action="store_true", help="take in what is new")
        if name == "prune":
            action.add_argument("--absent", action="store_true", help="take out what is of designs that are not given")
        takes_configuration(action)
        takes_no_exec(action)


def run(options: Namespace) -> None:
    """Judge the designs and write the baseline of each configuration."""
    from pathlib import Path

    from archgen.cli.terminal.saving import save
    from archgen.pipeline.baselines import brought_up_to_date, created
    from archgen.pipeline.reading import read_all

    designs = read_all(with_folders(options.specs, f"baseline {options.action}"), execute=not options.no_exec)
    grow, absent = getattr(options, "grow", False), getattr(options, "absent", False)
    creates = options.action == "create"
    asked = said(options)
    baselines = created(designs, asked) if creates else brought_up_to_date(designs, asked, grow=grow, drop_absent=absent)
    for baseline in baselines:
        save(Path(baseline.path), baseline.text)
    for baseline in baselines:
        print(_told(baseline, created=creates))


def _told(baseline: "Written", *, created: bool) -> str:
    """What became of a baseline, in a line."""
    parts = [f"{baseline.path}: keeps {_many(baseline.kept, 'finding')}"]
    if not created:
        parts.append(f"before {baseline.before}")
    if baseline.absent:
        parts.append(f"{baseline.absent} of them of designs that were not given")
    if baseline.open:
        parts.append(f"but not {_many(baseline.open, 'finding')} of locked rules")
    return ", ".join(parts)


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
