"""What passes along connections, as a noun: the calls of App to API."""

from collections.abc import Mapping

from archgen.dsl.connection import Connection
from archgen.dsl.readable import noun

NOUNS: Mapping[str, str] = {
    "calls": "the calls of {source} to {target}",
    "reads": "the reads of {target} by {source}",
    "writes": "the writes of {source} to {target}",
    "publishes": "what {source} publishes to {target}",
    "consumes": "what {source} takes from {target}",
    "notifies": "the notices of {source} to {target}",
    "pushes to": "what {source} pushes to {target}",
    "uploads to": "the uploads of {source} to {target}",
    "downloads from": "the downloads of {source} from {target}",
}


def way(connection: Connection) -> str:
    """What passes along it, whether one does that or several."""
    known = NOUNS.get(connection.verb)
    return known.format(source=connection.source.name, target=connection.target.name) if known else noun(connection)
