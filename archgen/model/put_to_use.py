"""What of the library a design puts to use: patterns, and the decisions that it walks."""

from collections.abc import Iterator

from archgen.dsl.naming import kind
from archgen.dsl.pattern_instance import PatternInstance
from archgen.model.dossier import Dossier


def pattern_id(part: PatternInstance) -> str:
    """The id of the pattern in the library; what it would be, for one of an author's own."""
    return part.pattern or kind(type(part)).replace("_", "-")


def put_to_use(dossier: Dossier) -> Iterator[str]:
    """The names of its patterns, of its decisions, and of the patterns that these come to; some of them twice."""
    yield from (pattern_id(part) for part in dossier.architecture.design.parts if isinstance(part, PatternInstance))
    for decided in dossier.decisions:
        if decided.decision:
            yield decided.tree.name
            yield from [decided.choice] if decided.choice else []
