"""Settings, shown: what applies to designs, and where it comes from."""

from collections.abc import Iterable, Iterator, Sequence

from archgen.configuring.command_line import CommandLine
from archgen.configuring.configuration import DEFAULT
from archgen.configuring.settings import Settings
from archgen.configuring.shown import Row, rows
from archgen.pipeline.baselines import baseline_in_use
from archgen.pipeline.settling import Settling, known_rules


def shown_settings(paths: Iterable[str], said: CommandLine) -> Iterator[tuple[Sequence[str], Sequence[Row]]]:
    """The settings of designs, those together to which the same applies. Raises ConfigurationError."""
    settling = Settling(said)
    groups: dict[tuple[Row, ...], list[str]] = {}
    for path in paths:
        settings = settling.of(path)
        found = tuple(rows(settings, said, known_rules(settings.configuration), _baseline(settings, said)))
        groups.setdefault(found, []).append(path)
    yield from ((paths, found) for found, paths in groups.items())


def _baseline(settings: Settings, said: CommandLine) -> Row:
    configuration = settings.configuration
    path = baseline_in_use(configuration, said)
    stated = None if said.isolated else configuration.baseline
    origin = "--baseline" if said.baseline else "--no-baseline" if not said.use_baseline else stated.origin if stated else DEFAULT
    return Row("baseline", path or "none", origin)
