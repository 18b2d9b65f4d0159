"""Notes: prose of authors in Markdown, for the sections of a design's document."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated

from archgen.dsl.marks import AfterValidator
from archgen.dsl.texts import Name, Text
from archgen.errors import suggestion

# The sections of a document by their names, which stay as they are, in the order in which they stand.
SECTIONS = (
    "problem",
    "requirements",
    "envelope",
    "solution",
    "walkthroughs",
    "data",
    "behaviours",
    "decisions",
    "patterns",
    "failures",
    "findings",
    "waivers",
    "left_out",
    "open_questions",
    "summary",
    "appendix",
)


def by_section(notes: str | Mapping[str, str]) -> str | Mapping[str, str]:
    """The notes as they are. Raises ValueError for one on what is no section."""
    if isinstance(notes, str):
        return notes
    for name in notes:
        if name not in SECTIONS:
            raise ValueError(f'a document has no section "{name}"{suggestion(name, SECTIONS)}')
    return MappingProxyType(dict(notes))


# One note, or several by the sections that they end.
Notes = Annotated[Text | Mapping[Name, Text], AfterValidator(by_section)]
