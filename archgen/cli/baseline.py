"""Write down what an existing system may keep, so that only what is new is found.

create   takes all findings that there are now; from then on `archgen lint` is green until there is a new one
update   takes out what was mended; with --grow takes in what is new as well
prune    takes out what was mended, and with --absent what is of designs that are not given

Without SPEC, the designs of the current folder are taken: architecture.{py,yaml}, *.arch.{py,yaml}, examples/*.py.

    archgen baseline create
    archgen baseline create --baseline kept.json examples/group_chat.yaml
"""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from archgen.cli.terminal.judging import said, takes_configuration
from archgen.cli.terminal.options import takes_no_exec

if TYPE_CHECKING:
    from archgen.pipeline.baselines import Written


def arguments(parser: ArgumentParser) -> None:
    """Take what to do, the designs and the file."""
    parser.add_argument("action", choices=("create", "update", "prune"), help="what to do")
    parser.add_argument("specs", metavar="SPEC", nargs="*", help="the files of designs: .py, .yaml or .json")
    where = "where the baseline is (default: archgen-baseline.json beside the configuration, else in the current folder)"
    parser.add_argument("--baseline", metavar="FILE", help=where)
    parser.add_argument("--grow", action="store_true", help="with update: take in what is new")
    parser.add_argument("--absent", action="store_true", help="with prune: take out what is of designs that are not given")
    takes_configuration(parser)
    takes_no_exec(parser)


def run(options: Namespace) -> None:
    """Judge the designs and write the baseline of each configuration."""
    from pathlib import Path

    from archgen.cli.terminal.saving import save
    from archgen.errors import UsageError
    from archgen.pipeline.baselines import brought_up_to_date, created
    from archgen.pipeline.reading import designs_below, read_all

    for option, action in (("grow", "update"), ("absent", "prune")):
        if getattr(options, option) and options.action != action:
            raise UsageError(f"--{option} goes with `archgen baseline {action}`")
    specs = options.specs or designs_below(Path())
    if not specs:
        raise UsageError("there is no design here by the names that designs have; name its file: archgen baseline create SPEC")
    designs = read_all(specs, execute=not options.no_exec)
    if options.action == "create":
        baselines = created(designs, said(options))
    else:
        baselines = brought_up_to_date(designs, said(options), grow=options.grow, drop_absent=options.absent)
    for baseline in baselines:
        save(Path(baseline.path), baseline.text)
    for baseline in baselines:
        print(_told(baseline, created=options.action == "create"))


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
