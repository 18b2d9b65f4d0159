"""What a file binds is read anew when the file has changed, and it may import what lies beside it."""

from pathlib import Path

import pytest

from archgen.errors import SpecError
from archgen.loading.entry_file import read_entry
from archgen.loading.own_library import PATTERN, TREE
from tests.loading.test_own_library import PATTERN as OF_PATTERN
from tests.loading.test_own_library import TREE as TEXT


def test_a_file_that_has_changed_is_another_entry(tmp_path: Path) -> None:
    path = tmp_path / "how_money_moves.py"
    path.write_text(TEXT, "utf-8")
    assert read_entry(str(path), "billing", TREE).title == "How does money move?"
    path.write_text(TEXT.replace("How does money", "Where does money"), "utf-8")
    assert read_entry(str(path), "billing", TREE).title == "Where does money move?"


def test_it_may_import_what_lies_beside_it(tmp_path: Path) -> None:
    (tmp_path / "_words.py").write_text('OFTEN = "Often?"\n', "utf-8")
    path = tmp_path / "how_money_moves.py"
    path.write_text(
        TEXT.replace("from archgen", "from _words import OFTEN\nfrom archgen", 1).replace('Ask("Often?"', "Ask(OFTEN"), "utf-8"
    )
    entry = read_entry(str(path), "billing", TREE)
    assert (entry.name, entry.page, entry.path) == ("how-money-moves", "Choose how money moves.", str(path))
    assert entry.value.root.question == "Often?"


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ('["money moves"]', '"money moves"', '`use_when` is a str and no list of texts, such as ["money moves"]'),
        ("avoid_when=[]", "avoid_when=[3]", '`avoid_when` is no list of texts, such as ["money moves"]'),
        ("Design(", "str(", '`structure` is a str and no Design; write: structure=Design("Name", [...])'),
    ],
)
def test_what_a_pattern_cannot_hold_is_refused(tmp_path: Path, right: str, wrong: str, message: str) -> None:
    path = tmp_path / "ledger_first.py"
    text = OF_PATTERN.replace(", [Writes(app, ledger)]", "") if wrong == "str(" else OF_PATTERN
    path.write_text(text.replace(right, wrong), "utf-8")
    with pytest.raises(SpecError) as caught:
        read_entry(str(path), "billing", PATTERN)
    assert [fault.message for fault in caught.value.faults] == [f"the pattern's {message}"]
