import json
from typing import Any

import pytest

from archgen.documents.printed import BREAK, Printed, printed
from archgen.loading.shipped import shipped
from archgen.svg import press
from archgen.svg.page_style import colours
from archgen.svg.theme import LIGHT
from tests.svg.test_raster import letters

FIGURES = {"a.svg": Printed("figure-1.svg", 300, 200), "wide.svg": Printed("figure-2.svg", 1600, 300)}


def source(markdown: str) -> str:
    return printed(markdown, title="A\nb", figures=FIGURES, colours=colours(LIGHT))


def data(markdown: str) -> Any:
    return json.loads(source(markdown))


def sections(markdown: str) -> Any:
    return data(f"# A\n\n## B\n\n{markdown}")["sections"][1:]


def pdf(markdown: str) -> bytes:
    page = (shipped("templates") / "document" / "print.typ").read_text("utf-8")
    figures = dict.fromkeys(("figure-1.svg", "figure-2.svg"), '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    return press.printed({"document.json": source(markdown), "a.typ": page, **figures}, "a.typ", name="A", covered=True)


def test_the_title_the_opening_and_the_sections_are_told_apart() -> None:
    found = data("# A `b`\n\nIn short.\n\n## C\n\ntext")
    assert (found["title"], found["heading"]) == ("A b", ["A ", {"sort": "code", "text": "b"}])
    assert [block["body"] for block in found["opening"]] == [["In short."]]
    assert [block["sort"] for block in found["sections"]] == ["heading", "paragraph"]


def test_markup_of_typst_is_a_text() -> None:
    (block,) = sections('#set page(fill: red) $x$ \\*b\\* @a \\<c> = d "e" \\\\')
    assert block["body"] == ['#set page(fill: red) $x$ *b* @a <c> = d "e" \\']


def test_links_lead_within_the_document_and_to_the_web_alone() -> None:
    (block,) = sections("[a](#b) [b](#none) [c](other.md) [d](https://example.org/x) \\[e](javascript:f)")
    assert [piece if isinstance(piece, str) else (piece["sort"], piece["to"]) for piece in block["body"]] == [
        ("place", "b"), " ", "b", " ", "c", " ", ("link", "https://example.org/x"), " [e](javascript:f)",
    ]  # fmt: skip


def test_a_figure_is_no_larger_than_its_letters_are_those_of_the_text() -> None:
    (figure,) = sections("![A\\*](a.svg)\n*Told `x`*")
    assert (figure["file"], figure["width"], figure["alt"]) == ("figure-1.svg", 240, "A*")
    assert figure["caption"] == ["Told ", {"sort": "code", "text": "x"}]


def test_a_wide_figure_lies_on_a_page_of_its_own_with_its_heading() -> None:
    (page,) = data("## B\n\n![](wide.svg)")["sections"]
    assert page["sort"] == "lying"
    assert [block["sort"] for block in page["body"]] == ["heading", "figure"]


def test_an_image_that_is_no_figure_is_its_description() -> None:
    assert sections("![What it *was*](https://example.org/a.png)")[0]["body"] == ["What it was"]


def test_a_table_has_columns_as_wide_as_what_is_in_them() -> None:
    (table,) = sections("| A | B | C |\n|:--|--:|---|\n| a | 3 | one two three four five six seven |\n| b | | x |")
    assert (table["aligned"], table["widths"][:2]) == (["left", "right", ""], [None, None])
    assert table["widths"][2] > 1
    assert [row["cells"] for row in table["rows"]] == [
        [["a"], ["3"], ["one two three four five six seven"]],
        [["b"], [], ["x"]],
    ]


def test_what_is_very_long_may_be_broken() -> None:
    (block,) = sections("x" * 10_000)
    assert max(map(len, block["body"][0].split(BREAK))) < 20
    assert block["body"][0].replace(BREAK, "") == "x" * 10_000


def test_call_outs_have_their_colours() -> None:
    assert [block["tone"] for block in sections("> [!TIP]\n> a\n\n> **Without it**\n>\n> b\n\n> c")] == ["good", "bad", "accent"]


EVERYTHING = """# A *b* ~~c~~ [d](https://example.org)

> **In short**
>
> - one
>   1. two
>
>      three

## B

| A | B |
|:--|--:|
| `a` | **b** |

```yaml
a: #set page(fill: red)
```

3. c\\
   d

---

![](a.svg)
*Told*

![](wide.svg)

#### Deep

##### Deeper [up](#b)

## B

> > quoted
"""


def test_every_sort_of_block_is_printed_to_the_same_bytes_without_a_date() -> None:
    once = pdf(EVERYTHING)
    assert once == pdf(EVERYTHING)
    assert once.startswith(b"%PDF")
    assert b"CreationDate" not in once


def test_headings_are_bookmarks_and_links_are_live() -> None:
    document = pdf(EVERYTHING)
    assert document.count(b"/Title(B)") == 2
    assert b"(https://example.org)" in document


def test_letters_are_kept_as_letters() -> None:
    assert set("Grüße→") <= letters(pdf("# Grüße →\n"))


@pytest.mark.parametrize("mark", ["- ", "> ", "1. "])
def test_whatever_is_nested_deeply_is_printed(mark: str) -> None:
    indent = " " * len(mark)
    text = mark * 40 + "x" if mark == "> " else "\n".join(f"{indent * level}{mark}x" for level in range(40))
    assert pdf(text).startswith(b"%PDF")


def test_marks_of_what_stands_elsewhere_are_told_from_words() -> None:
    (block,) = sections("[A1](#b) [A](#b)")
    assert [piece if isinstance(piece, str) else piece["sort"] for piece in block["body"]] == ["mark", " ", "place"]
