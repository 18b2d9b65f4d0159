"""The text that a design was read from, as its page shows it, and the same design in the other form."""

from collections.abc import Iterator
from pathlib import PurePath

from archgen.errors import ArchgenError
from archgen.loading.text_file import read_text
from archgen.model.page import Source
from archgen.pipeline.exporting import export
from archgen.pipeline.reading import Read

LANGUAGES = {".py": "python", ".yaml": "yaml", ".yml": "yaml", ".json": "json"}
NAMES = {"python": "Python", "yaml": "YAML", "json": "JSON"}


def spec_texts(design: Read) -> Iterator[Source]:
    """The file as it is, where it can still be read; then YAML and Python, as far as it is neither."""
    path = PurePath(design.spec.path)
    written = LANGUAGES.get(path.suffix, "")
    text = _text(design.spec.path)
    if text and written:
        yield Source(f"{NAMES[written]}, as it is written: {path.name}", written, text)
    for form in ("yaml", "python"):
        if form != written or not text:
            yield Source(NAMES[form], form, export(design, form))


def _text(path: str) -> str:
    try:
        return read_text(path)
    except ArchgenError:
        return ""
