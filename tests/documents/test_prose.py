"""What the documents of all examples owe a reader, by their records."""

import re
from pathlib import Path

import pytest

from archgen.dsl.requirements import Requirements
from archgen.dsl.shape import shape

DOCUMENTS = sorted((Path(__file__).parents[1] / "golden" / "examples").glob("*/design.md"))
# No table is longer before the appendix.
ROWS = 12
MANY = "replicas|copies|times|pieces|messages|components|connections"
IMAGE = re.compile(r"^!\[.*$", re.MULTILINE)
CODE = re.compile(r"`[^`]*`")
every_document = pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.parent.name)


def body(path: Path) -> str:
    """What stands before the appendix, without what figures show and without code."""
    return CODE.sub("", IMAGE.sub("", path.read_text("utf-8").partition("\n## Appendix\n")[0]))


@every_document
def test_tables_before_the_appendix_are_short(path: Path) -> None:
    tables = re.findall(r"(?:^\|.*\n)+", body(path), re.MULTILINE)
    assert [table for table in tables if table.count("\n") > ROWS + 2] == []


@every_document
def test_every_number_stands_in_the_appendix_alone(path: Path) -> None:
    text = path.read_text("utf-8")
    assert "### Every number" not in body(path)
    assert text.index("## Back of the envelope") < text.index("## The solution") < text.index("### Every number")


@every_document
def test_sentences_read_as_people_write_them(path: Path) -> None:
    text = body(path)
    odd = rf"\bNone\b|\bnan\b|\d\.\d{{3,}}(?!\d*%)|\de[+-]\d| %|\.\.|,,|\(\)| ,| \.(?!\d)|\b1 (?:{MANY})\b|\bA [aeio]"
    assert re.findall(rf".{{0,40}}(?:{odd}).{{0,20}}", text) == []
    names = {name for name in shape(Requirements) if "_" in name}
    assert [word for word in re.findall(r"\b[a-z]+(?:_[a-z0-9]+)+\b", text) if word in names] == []


@every_document
def test_paragraphs_of_components_begin_with_a_capital_and_end_with_a_mark(path: Path) -> None:
    lines = [line for line in body(path).splitlines() if line.startswith("- **")]
    assert [line for line in lines if not line.rstrip().endswith((".", "?", "!", ")"))] == []
