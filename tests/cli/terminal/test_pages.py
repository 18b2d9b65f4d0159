"""Pages in Markdown, on a terminal."""

import re

from archgen.cli.terminal.pages import WIDEST, room, shown
from archgen.model.exchange import Manner

PAGE = """\
A claim that is long enough to be broken over several lines, with
`some code` in it.

## A heading
Text right below it.
- An item of a list that goes on **for longer than
  that** a line is
- another

1. First
10. Tenth, which is long enough to be broken as well, and more

```yaml
a: {long: line, that: is, never: broken, whatever: the, width: may, be: at, all: true}

b: 1
```

```diff
 1   same
 2 - other
 3 +   another
```

| a | table |
|:--|:--|
"""
ESCAPE = re.compile(r"\x1b\[[\d;]*m")


def test_elsewhere_a_page_stays_markdown() -> None:
    text = shown(PAGE, Manner())
    assert [line for line in text.splitlines() if line] == [line for line in PAGE.splitlines() if line]


def test_text_is_broken_at_the_width_and_lists_keep_their_margin() -> None:
    text = shown(PAGE, Manner(width=40))
    assert text.startswith(
        "A claim that is long enough to be broken\nover several lines, with `some code` in\nit.\n\n"
        "## A heading\n\nText right below it.\n"
    )
    assert "- An item of a list that goes on **for\n  longer than that** a line is\n- another\n" in text
    assert "1. First\n10. Tenth, which is long enough to be\n    broken as well, and more\n" in text


def test_what_is_to_be_taken_over_is_never_broken() -> None:
    for manner in (Manner(width=40), Manner(colour=True, width=40)):
        text = ESCAPE.sub("", shown(PAGE, manner))
        assert "a: {long: line, that: is, never: broken, whatever: the, width: may, be: at, all: true}\n\nb: 1" in text
        assert "| a | table |\n|:--|:--|" in text


def test_a_line_of_a_design_goes_on_below_its_own_text() -> None:
    page = (
        "```diff\n 9 -   edge: {kind: load_balancer, layer: 7}\n10     - {kind: calls, from: phone, to: edge, timeout: 1s}\n```"
    )
    folded = [
        " 9 -   edge: {kind: load_balancer,",
        "         layer: 7}",
        "10     - {kind: calls, from: phone,",
        "          to: edge, timeout: 1s}",
    ]
    assert shown(page, Manner(width=36)).splitlines()[1:-1] == folded
    coloured = shown(page, Manner(colour=True, width=36)).splitlines()
    assert coloured == [f"\x1b[{31 if place < 2 else 2}m{line}\x1b[0m" for place, line in enumerate(folded)]
    assert shown(page, Manner()) == page


def test_a_number_stays_with_its_unit() -> None:
    assert shown("Signs of life come about every 15 s.", Manner(width=34)) == "Signs of life come about every\n15 s."


def test_colours_stand_in_place_of_marks() -> None:
    text = shown(PAGE, Manner(colour=True))
    assert "\x1b[1mA heading\x1b[0m" in text
    assert "\x1b[36msome code\x1b[0m in it" in text
    assert "\x1b[1mfor longer than\x1b[0m\n\x1b[1m  that\x1b[0m a line" in text
    assert "```" not in text
    assert "\x1b[31m 2 - other\x1b[0m\n\x1b[32m 3 +   another\x1b[0m" in text


def test_no_line_hangs_on_another() -> None:
    for line in shown(PAGE, Manner(colour=True, width=40)).splitlines():
        codes = ESCAPE.findall(line)
        assert codes[1::2] == ["\x1b[0m"] * (len(codes) // 2)


def test_lines_are_no_wider_than_people_read() -> None:
    assert [room(Manner(width=width)) for width in (0, 10, 80, 300)] == [0, 30, 80, WIDEST]
