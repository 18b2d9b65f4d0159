"""Words, explained: how they are written, what they are, what can be stated of them, which rules rest on them."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass

from archgen.dsl.behaviour import Behaviour
from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.dsl.data import Data
from archgen.dsl.group import Group
from archgen.dsl.naming import kind
from archgen.dsl.pattern_instance import PatternInstance
from archgen.dsl.word import Word
from archgen.model.explanation import Evidence, Related

# The sections that hold words of several kinds, told apart by their `kind`.
OF_A_KIND = {
    Component: "components",
    Connection: "connections",
    Data: "data",
    Behaviour: "behaviours",
    PatternInstance: "patterns",
}


@dataclass(frozen=True)
class RuleAbout:
    """A rule whose findings rest on the word, and on what of it."""

    rule: Related
    evidence: Evidence


def word_page(word: type[Word], page: str, rules: Sequence[RuleAbout]) -> str:
    """All of it in Markdown; `page` says what it is and what can be stated of it."""
    about = ["## Rules that rest on it", "\n".join(map(_rule, rules))] if rules else []
    return "\n\n".join(["\n".join(written_as(word)), page, *about])


def written_as(word: type[Word]) -> Iterator[str]:
    """How the word is written in each language; nothing of YAML, where it has no section of its own."""
    yield f"- In Python: `{word.__name__}`"
    if word is Group:
        yield "- In YAML: an entry of `groups`"
    for general, section in OF_A_KIND.items():
        if issubclass(word, general):
            yield f"- In YAML: an entry of `{section}` with `kind: {kind(word)}`"


def rules_data(rules: Sequence[RuleAbout]) -> list[dict[str, object]]:
    """The rules as plain data."""
    return [{**asdict(one.rule), "attributes": list(one.evidence.attributes)} for one in rules]


def _rule(one: RuleAbout) -> str:
    read = [*(f"`{name}`" for name in one.evidence.attributes), *(f"{name} as derived" for name in one.evidence.numbers)]
    return f"- `{one.rule.id} {one.rule.name}`: {', '.join([*read, *filter(None, [one.evidence.besides])])}"
