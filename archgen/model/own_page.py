"""Pages that a team writes for its site."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from archgen.model.dossier import Figure


@dataclass(frozen=True)
class OwnPage:
    """A page, typeset. `path` is where it stands in the site, `lead` a sentence that says what it is about.

    `figures` are archgen's and stand in it, by their paths in the site; `files` are the places of others that it shows or leads
    to, likewise. `lines` are the lines of its file that its links stand in, by these.
    """

    path: str
    title: str
    html: str
    lead: str = ""
    figures: Mapping[str, Figure] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
