"""Print the page of a rule, pattern, tree or word.

The page says what it is about, why it matters, and when it does not apply; that of a word, what can be stated of it.

    archgen explain RT001
    archgen explain websocket-behind-layer-7
    archgen explain dead-letter-queue
    archgen explain load_balancer
"""

from argparse import ArgumentParser, Namespace

from archgen.cli.terminal.options import as_json, takes_format


def arguments(parser: ArgumentParser) -> None:
    """Take the code or name of an entry."""
    parser.add_argument("name", metavar="CODE|NAME", help="of a rule, pattern, decision tree or word")
    takes_format(parser)


def run(options: Namespace) -> None:
    """Find the entry and print its page."""
    from archgen.pipeline.listing import named_entry

    sort, entry = named_entry(options.name)
    if options.format == "json":
        plain = {
            "sort": sort,
            "id": entry.id,
            "name": entry.name,
            "family": entry.family,
            "title": entry.title,
            "page": entry.page,
        }
        print(as_json({"schema_version": 1, **plain}))
        return
    severity = getattr(entry.value, "severity", "")
    print(" ".join(filter(None, (entry.code, entry.name, f"({sort}{', ' + severity if severity else ''})"))))
    print(f"\n{entry.page}")
