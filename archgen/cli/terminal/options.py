"""Arguments and options that several commands take, and the form of their answers."""

from argparse import ArgumentParser

SPEC = "the file of a design: .py, .yaml or .json, or - for one that is piped in"


def takes_spec(parser: ArgumentParser) -> None:
    """One design, which may be piped in, and whether it may be run."""
    parser.add_argument("spec", metavar="SPEC", help=SPEC)
    takes_stdin_filename(parser)
    takes_no_exec(parser)


def takes_specs(parser: ArgumentParser) -> None:
    """Designs, one of which may be piped in; without any, those of the current folder that have the names of designs."""
    parser.add_argument("specs", metavar="SPEC", nargs="*", help=f"{SPEC}; of a folder, what in it has the name of a design")
    takes_stdin_filename(parser)


def takes_stdin_filename(parser: ArgumentParser) -> None:
    """The name of what is piped in."""
    text = "the file that - stands for: its suffix tells the form, its folder what applies to it (default: <stdin>, in YAML)"
    parser.add_argument("--stdin-filename", metavar="NAME", help=text)


def takes_no_exec(parser: ArgumentParser) -> None:
    """Whether Python specifications, and what a configuration brings of rules, patterns and trees, may be run."""
    text = "run nothing: refuse a Python SPEC, and rules, patterns and trees that a configuration brings"
    parser.add_argument("--no-exec", action="store_true", help=text)


def takes_open(parser: ArgumentParser) -> None:
    """Systems of the design to look into."""
    text = "show what is in a system instead of its box, by its id or name; `all` for every system; may be given several times"
    parser.add_argument("--open", metavar="SYSTEM", action="append", default=[], help=text)


def takes_format(parser: ArgumentParser) -> None:
    """Whether people or machines read the answer."""
    parser.add_argument("--format", choices=("text", "json"), default="text", help="for people or for machines (default: text)")


def takes_dot(parser: ArgumentParser) -> None:
    """Another layout engine."""
    text = "place boxes with this Graphviz `dot` instead of the embedded one (default: $ARCHGEN_DOT)"
    parser.add_argument("--dot", metavar="PROGRAM", help=text)


def as_json(value: object) -> str:
    """A value as JSON text, as all commands print it."""
    import json

    from archgen.dsl.runner_commands import disarmed_json

    return disarmed_json(json.dumps(value, indent=2, ensure_ascii=False))
