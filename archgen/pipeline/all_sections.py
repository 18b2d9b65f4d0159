"""All that is wrong with a configuration, once a command stops for something in it.

Each command reads the sections that it needs, and so finds faults of these alone.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from archgen.configuring import documents_table, from_table, site_table, top_texts
from archgen.configuring.nearest_table import named_table
from archgen.configuring.rule_paths import rule_paths
from archgen.errors import ConfigurationError, Fault
from archgen.loading import library
from archgen.loading.text_file import read_text
from archgen.model.positioned import Node
from archgen.pipeline.site_address import check_address

TOML = ".toml"


def with_other_sections(problem: ConfigurationError) -> ConfigurationError:
    """What is wrong with a file, and with its other sections, each fault once and in the order of their lines.

    Rules of one's own are not run for it: where a file names any, what else it says of rules is left to those who run them.
    """
    faults = dict.fromkeys(problem.faults)
    for name in dict.fromkeys(fault.position.path for fault in problem.faults if fault.position):
        faults |= dict.fromkeys(_faults(name) if name.endswith(TOML) else ())
    return ConfigurationError(sorted(faults, key=_order))


def _faults(name: str) -> Iterator[Fault]:
    """What is wrong with a file that is read as a configuration; nothing of one that is none, as the colours of a theme."""
    try:
        root, within, path = named_table(name, read_text)
    except ConfigurationError:
        return
    if not within and root.keys.keys().isdisjoint(from_table.SECTIONS):
        return
    for read in _readers(root, within, name, path.parent):
        try:
            read()
        except ConfigurationError as problem:
            yield from problem.faults


def _readers(root: Node, within: str, name: str, folder: Path) -> Iterator[Callable[[], object]]:
    yield lambda: rule_paths(root)
    if "rules" not in root.keys:
        yield lambda: from_table.from_table(root, within, name, str(folder), library.rules())
    yield lambda: top_texts.theme_of(root, folder)
    yield lambda: check_address(top_texts.base_url_of(root, folder))
    yield lambda: site_table.from_table(root, within, name, folder)
    yield lambda: documents_table.templates_of(root, within, folder)


def _order(fault: Fault) -> tuple[str, int, int]:
    place = fault.position
    return (place.path, place.line or 0, place.column or 0) if place else ("", 0, 0)
