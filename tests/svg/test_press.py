from collections.abc import Mapping
from pathlib import Path

import pytest

from archgen.errors import EngineError
from archgen.svg.press import Ask, fonts, has_letters, printed


def test_sources_find_one_another() -> None:
    sources = {"a.typ": '#set document(date: none)\n#include "b.typ"', "b.typ": "Text"}
    assert printed(sources, "a.typ", name="A", covered=True).startswith(b"%PDF")


def test_what_cannot_be_printed_is_named() -> None:
    with pytest.raises(EngineError, match='"Orders"'):
        printed({"a.typ": "#none-such()"}, "a.typ", name="Orders", covered=True)


def test_a_source_reads_nothing_but_what_it_is_given(tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text("secret")
    with pytest.raises(EngineError):
        printed({"a.typ": f'#read("{tmp_path / "other.txt"}")'}, "a.typ", name="A", covered=True)


def test_what_is_marked_is_told_of_whatever_is_tried() -> None:
    told: list[float] = []

    def settle(ask: Ask) -> Mapping[str, str]:
        told.extend(one["y"] for text in ("", "#v(50pt)") for one in ask({"b.typ": text}))
        return {"b.typ": "#v(80pt)"}

    page = '#set page(margin: 10pt)\n#include "b.typ"\n#context [#metadata((y: here().position().y / 1pt)) <mark>]'
    assert printed({"a.typ": page, "b.typ": ""}, "a.typ", name="A", covered=True, settle=settle).startswith(b"%PDF")
    assert told == [10, 60]


def test_spaces_and_what_is_not_seen_need_no_letters() -> None:
    assert has_letters("a \N{NO-BREAK SPACE}b\N{ZERO WIDTH SPACE}c\n\N{WORD JOINER}")
    assert not has_letters("漢")


def test_the_typefaces_are_files() -> None:
    with fonts() as folder:
        assert (folder / "Inter-400.ttf").is_file()
