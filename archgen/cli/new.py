"""Write a design to start from.

The design lints clean and draws at once. It is YAML, or Python where FILE ends with .py.

    archgen new "Ticket booking"
    archgen new "Ticket booking" -o architecture.py --clients 200000
"""

from argparse import ArgumentParser, Namespace


def arguments(parser: ArgumentParser) -> None:
    """Take the name, the file and the load."""
    parser.add_argument("name", metavar="NAME", help="what the system is called")
    parser.add_argument("-o", "--output", metavar="FILE", help="where to write (default: NAME in snake case, .yaml)")
    parser.add_argument("--clients", metavar="N", type=int, default=10_000, help="how many clients there are (default: 10000)")
    parser.add_argument("--reads", metavar="N", type=float, default=200, help="reads per second of all clients (default: 200)")


def run(options: Namespace) -> None:
    """Fill the template in and save it; a file that exists is left alone."""
    import json
    from pathlib import Path

    from archgen.cli.terminal.saving import save
    from archgen.dsl.naming import slug
    from archgen.dsl.texts import name
    from archgen.errors import UsageError
    from archgen.loading.shipped import shipped

    try:
        title = name(options.name)
    except ValueError as problem:
        raise UsageError(f"NAME: {problem}") from problem
    target = Path(options.output or f"{slug(title)}.yaml")
    if target.suffix not in (".py", ".yaml", ".yml"):
        raise UsageError(f"a design is written as .yaml or .py, not as {target.suffix or target}")
    if target.exists():
        raise UsageError(f"{target} exists already; give another file with -o")
    if options.clients < 1 or not 0 < options.reads < 1e12:
        raise UsageError("--clients and --reads are numbers above zero")
    template = (shipped("templates") / "new" / f"design{'.py' if target.suffix == '.py' else '.yaml'}.txt").read_text("utf-8")
    text = template.replace("{clients}", str(options.clients)).replace("{reads}", f"{options.reads:.15g}")
    save(target, text.replace("{name}", json.dumps(title, ensure_ascii=False)))
    print(target)
