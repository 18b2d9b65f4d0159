"""The typeface of pages, in two parts, of which nearly every page takes the first alone."""

import re

import pytest
from playwright.sync_api import Browser

from archgen.loading.shipped import shipped
from archgen.svg.style import typeface
from archgen.website.filling import ACCENTED

PLAIN, REST = ((shipped("site/assets") / name).read_text("utf-8") for name in ("typeface.css", "typeface-accented.css"))
LETTERS = "".join(map(chr, [*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x180)])) + "–—‘’“”…→⇒−≈≤≥√∆✓⌘★●"  # noqa: RUF001
WIDTHS = """async ([letters, family]) => {
  const found = [];
  for (const weight of [400, 600]) {
    await document.fonts.load(`${weight} 100px "${family}"`, letters);
    const context = document.createElement("canvas").getContext("2d");
    context.font = `${weight} 100px "${family}", monospace`;
    found.push(...[...letters].map(letter => context.measureText(letter).width));
  }
  return found;
}"""


@pytest.mark.chromium
def test_both_parts_together_have_every_letter_that_the_typeface_of_figures_has(browser: Browser) -> None:
    page = browser.new_page()
    whole = typeface().replace("archgen Inter", "Whole")
    page.set_content(f"<!doctype html><style>{PLAIN}{REST}{whole}</style>")
    parted, known = (page.evaluate(WIDTHS, [LETTERS, family]) for family in ("archgen Inter", "Whole"))
    page.close()
    assert parted == known
    assert len(set(known)) > 100


def test_a_page_takes_the_second_part_where_it_has_one_of_its_letters() -> None:
    ranges = [pair.partition("-") for pair in re.findall(r"U\+([0-9A-F-]+)", REST.splitlines()[0].partition("unicode-range:")[2])]
    rest = {chr(code) for first, _, last in ranges for code in range(int(first, 16), int(last or first, 16) + 1)}
    assert [letter for letter in LETTERS if bool(ACCENTED.match(letter)) != (letter in rest)] == []


@pytest.mark.parametrize("sheet", [PLAIN, REST], ids=["plain", "rest"])
def test_both_parts_are_of_both_weights(sheet: str) -> None:
    assert re.findall(r"font-weight:(\d+)", sheet) == ["400", "600"]
