"""What a file binds is read anew when the file has changed, and it may import what lies beside it."""

from pathlib import Path

from archgen.loading.entry_file import read_entry
from archgen.loading.own_library import TREE
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
