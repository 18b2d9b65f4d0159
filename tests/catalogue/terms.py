"""The terms that the rules of each family ask about, and what says each of them: read from `terms/<family>.yaml`."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, get_args

import yaml

from archgen import vocabulary
from archgen.dsl.shape import Attribute, shape
from archgen.dsl.word import Word

FOLDER = Path(__file__).with_name("terms")
# The prefix of each family's rules, and how many there are.
FAMILIES: Mapping[str, tuple[str, int]] = {
    "caching": ("CA", 99),
    "contention": ("DC", 94),
    "large_blobs": ("LB", 101),
    "long_running_tasks": ("LT", 96),
    "multi_step_processes": ("MS", 88),
    "real_time_updates": ("RT", 92),
    "scaling_reads": ("SR", 98),
    "scaling_writes": ("SW", 98),
}
Kind = Literal["attribute", "graph", "derived", "meaningless"]


@dataclass(frozen=True)
class Saying:
    """What says a term: an attribute of a word, the graph, or a sum; or why nothing could."""

    kind: Kind
    text: str

    def __str__(self) -> str:
        return self.text if self.kind == "attribute" else f"{self.kind}: {self.text}"


Terms = Mapping[str, tuple[Saying, ...]]


def terms_of(path: Path) -> Mapping[str, Terms]:
    """The terms of each rule of a family. Raises ValueError where a rule or a term stands twice, or a saying has no such form."""
    root = yaml.compose(path.read_text("utf-8"), Loader=yaml.BaseLoader)
    return {rule: {term: tuple(_sayings(of)) for term, of in _pairs(terms)} for rule, terms in _pairs(root)}


def all_terms(families: Iterable[str] = FAMILIES) -> Mapping[str, Terms]:
    """The terms of all rules of the families that have a file."""
    files = [FOLDER / f"{family}.yaml" for family in families]
    return {rule: terms for file in files if file.is_file() for rule, terms in terms_of(file).items()}


@cache
def words() -> Mapping[str, type[Word]]:
    """Every word by its name, those among them that only say what others have in common."""
    for name in vocabulary.__all__:
        getattr(vocabulary, name)
    return {cls.__name__: cls for cls in _below(Word)}


def attribute(text: str) -> Attribute:
    """The attribute that `Word.attribute` names. Raises ValueError where there is none."""
    word, _, name = text.partition(".")
    found = words().get(word)
    if found is None or found is Word:
        raise ValueError(f"{text}: there is no word {word}")
    if name not in shape(found):
        raise ValueError(f"{text}: {word} has no attribute {name}")
    return shape(found)[name]


def says(term: str, key: str) -> bool:
    """Whether a key stands for a term: they are equal, or one is the end of the other, as `timeout_s` is of `edge.timeout_s`."""
    return term == key or term.endswith(f".{key}") or key.endswith(f".{term}")


def _sayings(node: yaml.Node) -> Iterator[Saying]:
    match node:
        case yaml.ScalarNode(value=str(text)) if text:
            yield Saying("attribute", text)
        case yaml.SequenceNode(value=[_, *_] as entries):
            for entry in entries:
                yield from _sayings(entry)
        case yaml.MappingNode(value=[(yaml.ScalarNode(value=kind), yaml.ScalarNode(value=text))]) if kind in get_args(Kind):
            yield Saying(kind, text)
        case _:
            raise ValueError(f"{_place(node)}: write Word.attribute, a list, or {{graph|derived|meaningless: reason}}")


def _pairs(node: yaml.Node | None) -> Iterator[tuple[str, yaml.Node]]:
    if not isinstance(node, yaml.MappingNode):
        raise ValueError(f"{_place(node)}: a mapping is needed here")
    seen = set()
    for key, value in node.value:
        if key.value in seen:
            raise ValueError(f"{_place(key)}: {key.value} stands twice")
        seen.add(key.value)
        yield key.value, value


def _place(node: yaml.Node | None) -> str:
    return f"line {node.start_mark.line + 1}" if node else "line 1"


def _below(cls: type[Word]) -> Iterator[type[Word]]:
    for one in cls.__subclasses__():
        yield one
        yield from _below(one)
