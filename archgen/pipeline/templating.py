"""Templates of documents: which of one's own stand in for sections, and those that are shipped."""

from pathlib import Path

from archgen.errors import ConfigurationError, Fault, UnknownNameError
from archgen.loading.shipped import shipped
from archgen.loading.text_file import read_text


def templates(name: str | None, folder: Path) -> Path | None:
    """The folder of that name; without one, what the configuration nearest to `folder` names. None where none is named.

    Raises ConfigurationError where it is no folder of templates.
    """
    from archgen.configuring.documents_table import templates_said
    from archgen.documents.own_templates import Templates

    if name is not None:
        return Templates(shipped("templates"), Path(name)).own
    said = templates_said(folder, read_text)
    if said is None:
        return None
    own = said.folder / said.text
    if not own.is_dir():
        raise ConfigurationError([Fault(f'templates: there is no folder "{own.as_posix()}"', said.place)])
    return Templates(shipped("templates"), own).own


def section_list() -> str:
    """The sections of a document, each with what its template speaks of, as lines."""
    from archgen.documents.own_templates import Templates
    from archgen.documents.section_names import SECTIONS

    known = Templates(shipped("templates"))
    return "".join(f"{name:<16}{', '.join(known.values(name))}\n" for name in SECTIONS)


def section_template(name: str) -> str:
    """The template of a section as it is shipped. Raises UnknownNameError for what is no section."""
    from archgen.documents.section_names import SECTIONS, template_of

    if name not in SECTIONS:
        raise UnknownNameError("section", name, SECTIONS)
    return (shipped("templates") / template_of(name)).read_text("utf-8")
