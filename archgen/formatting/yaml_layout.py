"""Designs in YAML, laid out: the same data, every comment at what it speaks of, in one form."""

from collections.abc import Callable
from typing import cast

import yaml

from archgen.formatting.composing import composed
from archgen.formatting.quoting import Reads
from archgen.formatting.source import COMMENT, Source
from archgen.formatting.tree import Collection
from archgen.formatting.writing import written

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def lay_out(text: str, reads: Reads) -> str:
    """A mapping in YAML, laid out. It was read before, and so is of a size that can be; `reads` is the reader's own word.

    Quotes stay only where `reads` would make something else of what stands in them.
    """
    return changed(text, lambda entries: entries, reads)


def changed(text: str, change: Callable[[Collection], Collection], reads: Reads) -> str:
    """A mapping in YAML with what `change` makes of its entries, laid out."""
    source, root = _source(text)
    lines = [*_prolog(source.prolog), *written(change(composed(source, root)), reads)]
    return "\n".join(lines) + "\n"


def comments(text: str) -> list[str]:
    """All comments of a text, in their order."""
    source, _ = _source(text)
    return [*COMMENT.findall(source.prolog), *(found.comment.text for found in source.comments)]


def _source(text: str) -> tuple[Source, yaml.MappingNode]:
    root = cast("yaml.MappingNode", yaml.compose(text, LOADER))
    return Source(text, root), root


def _prolog(text: str) -> list[str]:
    """What stands above `---`, that line with it."""
    lines: list[str] = []
    for line in map(str.rstrip, text.split("\n") if text else []):
        if line or (lines and lines[-1]):
            lines.append(line)
    return lines
