"""Write the page of the language: every word, what can be stated of it, and which families of rules ask for that.

    python tools/bake_language.py

Writes site/pages/language.md from the words themselves and from tests/catalogue/terms/, where it stands which rule asks for what.
The same input gives the same bytes.
"""

import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import archgen  # noqa: E402
from archgen.dsl.naming import kind  # noqa: E402
from archgen.dsl.readable import listed  # noqa: E402
from archgen.dsl.shape import Attribute  # noqa: E402
from archgen.dsl.word import Word, is_abstract  # noqa: E402
from archgen.model.catalogue import FAMILIES  # noqa: E402
from archgen.pipeline.words import CHAPTERS, about, by_owner, form_of, named_in_yaml, sort_of_word, words  # noqa: E402
from tests.catalogue import terms  # noqa: E402

PAGE = ROOT / "site" / "pages" / "language.md"
HEAD = """# The language

Every word of a design, and what can be stated of it. A design states what its author knows: an attribute that is left out is not
stated, which is neither "no" nor zero. `false` states that there is none, as in `retry: false`.

In Python a word is a class, `LoadBalancer("Edge", layer=4)`; in YAML and JSON it is a kind, `{kind: load_balancer, layer: 4}`.
Attributes have the same names in both, but for four: what a connection leads `from` and `to`, what a part stands `in`, and the id
of a part, which is the key of its entry. A policy is a mapping, or the one value that it is mostly about: `retry: 3`,
`lock: row`, `invalidation: delete`. `archgen explain WORD` prints any of this in the terminal.

Durations read `500ms`, `15 min` or `2h`; sizes `512 kB`, `2GB` or `4 KiB`; rates `4k/s` or `30/min`; counts `12` or `200k`;
shares `0.95` or `95%`. In Python they are `seconds(5)`, `gigabytes(2)`, `per_second(4_000)`: a type checker tells them apart.

Any of these may be a number that is not known exactly: `2k..5k` lies between two ends, `2k..3k..5k` states its likely value too,
`~1M` may be off by a factor of two either way, `~1M by 5` by five. In Python they are `between(2_000, 5_000)`,
`between(2_000, 5_000, likely=3_000)`, `about(1_000_000)` and `about(1_000_000, by=5)`.

The last column says which families of rules ask for an attribute: """
Asked = Mapping[tuple[str, str], list[str]]


def page() -> str:
    """The whole page."""
    codes = [f"{family.code} {family.title.lower()}" for family in FAMILIES.values() if family.code not in ("AR", "AG")]
    return "\n".join((HEAD + ", ".join(codes) + ".\n", *_sections(_asked()))).rstrip() + "\n"


def _asked() -> Asked:
    """The families that ask for each attribute, by the word that declares it and its name."""
    found: dict[tuple[str, str], list[str]] = {}
    for rule, asked in terms.all_terms().items():
        for saying in (saying for sayings in asked.values() for saying in sayings if saying.kind == "attribute"):
            said = terms.attribute(saying.text)
            codes = found.setdefault((said.owner.__name__, said.name), [])
            codes += [rule[:2]] if rule[:2] not in codes else []
    return {key: sorted(codes) for key, codes in found.items()}


def _sections(families: Asked) -> Iterator[str]:
    shared: dict[type[Word], list[Attribute]] = {}
    all_words = set(words())
    for sort, title in CHAPTERS.items():
        yield f"## {title}\n"
        for word in words():
            if sort_of_word(word) == sort:
                yield from _word(word, families)
                shared |= {
                    owner: found for owner, found in by_owner(word).items() if is_abstract(owner) or owner not in all_words
                }
    yield "## What several words have in common\n"
    for owner in sorted(shared, key=kind):
        yield f"### Every {kind(owner).replace('_', ' ')}\n\n{about(owner)}\n"
        yield from _table(shared[owner], families)


def _word(word: type[Word], families: Asked) -> Iterator[str]:
    yield f"### {kind(word)}\n\n{about(word)}\n"
    own = by_owner(word).get(word)
    if own:
        yield from _table(own, families)
    general = [_link(owner) for owner in by_owner(word) if owner is not word]
    if general:
        yield f"And what can be stated of every {listed(general)}.\n"


def _link(word: type[Word]) -> str:
    anchor = kind(word) if not is_abstract(word) and word in set(words()) else f"every-{kind(word).replace('_', '-')}"
    return f"[{kind(word).replace('_', ' ')}](#{anchor})"


def _table(attributes: list[Attribute], families: Asked) -> Iterator[str]:
    yield "| Attribute | Value | What it states | Asked by |\n|:--|:--|:--|:--|"
    for attribute in attributes:
        yaml = named_in_yaml(attribute)
        name = f"`{attribute.name}`" + (f" (YAML: {yaml})" if yaml != attribute.name else "")
        value = form_of(attribute) + (", needed" if attribute.needed else "")
        meaning = _in_yaml(" ".join(attribute.meaning.split())).replace("|", "\\|")
        codes = ", ".join(families.get((attribute.owner.__name__, attribute.name), []))
        yield f"| {name} | {value} | {meaning} | {codes} |"
    yield ""


def _in_yaml(meaning: str) -> str:
    """What is meant as values of Python has them, as both forms have them: nothing stated is left out."""
    told = re.sub(
        r"(?<=[;,] )None (where|for)\b|(?<=is )None\b", lambda none: " ".join(filter(None, ("left out", none[1]))), meaning
    )
    return (
        told.replace(". None is", ". Left out, it is")
        .replace("None is", "left out, it is")
        .replace("False states", "`false` states")
    )


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
    sys.stdout.write(f"{PAGE.relative_to(ROOT)}: {sum(1 for _ in words())} words of {len(archgen.__all__)} names\n")
