from pathlib import Path

import pytest

from archgen.errors import CatalogueError
from archgen.loading.known_numbers import group_of, known_numbers

TOLD = "title: A\nsays: B\nnumbers:\n  one:\n    name: One\n    value: 1 s\n    means: It is one.\n"


def test_a_file_is_a_group(tmp_path: Path) -> None:
    (tmp_path / "10-some.yaml").write_text(f"{TOLD}    source: me\n    held_by: [LT001.a-b]\n    rules: [AR001]\n")
    group = group_of(tmp_path / "10-some.yaml")
    assert (group.id, group.title, group.says) == ("some", "A", "B")
    assert [(one.id, one.value, one.codes) for one in group.numbers] == [("one", "1 s", ["AR001", "LT001"])]


@pytest.mark.parametrize(
    ("more", "said"),
    [("", "one does not state `source`"), ("    source: me\n    origin: x\n", "one states `origin`, which means nothing")],
)
def test_what_is_left_out_or_unknown_is_said(tmp_path: Path, more: str, said: str) -> None:
    (tmp_path / "a.yaml").write_text(TOLD + more)
    with pytest.raises(CatalogueError, match=said):
        group_of(tmp_path / "a.yaml")


def test_no_two_numbers_have_one_id() -> None:
    ids = [number.id for group in known_numbers() for number in group.numbers]
    assert sorted(ids) == sorted(set(ids))
