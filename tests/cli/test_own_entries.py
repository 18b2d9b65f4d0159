"""Every command knows the patterns and trees that a configuration brings as it knows archgen's own."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import ran
from tests.embedding.designs import SHOP, shop
from tests.loading.test_own_library import FIGURE, PATTERN, TREE

Capsys = pytest.CaptureFixture[str]
WALK = """\
How does money move?
  open: Often? (yes, no)
  to answer it, state: write_rate
"""
REFUSED = "archgen.toml:2:13: patterns of one's own would have to be run; drop --no-exec, or leave them out\n"


@pytest.fixture(autouse=True)
def team(here: Path) -> Path:
    """A folder with a family of patterns, and a design that takes one of them."""
    shop(here / "designs").write_text(f"{SHOP}decisions:\n- {{tree: how-money-moves, choice: ledger-first}}\n", "utf-8")
    for name, text in {
        "archgen.toml": '[site]\npatterns = ["patterns"]\n',
        "patterns/billing/ledger_first.py": PATTERN,
        "patterns/billing/trees/how_money_moves.py": TREE,
        "patterns/billing/figures/two_entries.py": FIGURE,
    }.items():
        (here / name).parent.mkdir(parents=True, exist_ok=True)
        (here / name).write_text(text, "utf-8")
    return here


def test_decide_walks_what_the_configuration_nearest_to_the_design_names(
    capsys: Capsys, team: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ran(capsys, "decide", "designs/shop.yaml").out == f"{WALK}  the design takes ledger-first\n"
    monkeypatch.chdir(Path(team.anchor))
    assert ran(capsys, "decide", f"{team}/designs/shop.yaml").out == f"{WALK}  the design takes ledger-first\n"
    assert ran(capsys, "decide", "how-money-moves", "--spec", f"{team}/designs/shop.yaml").code == 0
    assert ran(capsys, "decide", "how-money-moves").code == 2


def test_decide_walks_a_tree_of_the_current_folder(capsys: Capsys) -> None:
    assert ran(capsys, "decide", "how_money_moves").out == WALK
    wrong = ran(capsys, "decide", "how-money-move")
    assert (wrong.code, 'did you mean "how-money-moves"?' in wrong.err) == (2, True)


def test_a_tree_that_a_design_without_decisions_leaves_untouched_is_told(capsys: Capsys, team: Path) -> None:
    shop(team / "designs")
    *_, left, what_next = ran(capsys, "decide", "designs/shop.yaml").out.splitlines()
    assert left.startswith("The requirements of Shop answer no question of ")
    assert "how-money-moves" in left
    assert what_next.startswith("`archgen decide designs/shop.yaml --tree ")


def test_a_record_calls_the_pattern_by_its_title(capsys: Capsys, team: Path) -> None:
    assert ran(capsys, "decide", "designs/shop.yaml", "--save", "adr").code == 0
    assert "Chosen option: Ledger first" in (team / "adr" / "0001-how-does-money-move.md").read_text("utf-8")


@pytest.mark.graphviz
def test_the_document_tells_the_decision_and_the_pattern(capsys: Capsys, team: Path) -> None:
    assert ran(capsys, "doc", "designs/shop.yaml", "-o", "shop.md").code == 0
    text = (team / "shop.md").read_text("utf-8")
    assert "### How does money move?" in text
    assert "It takes **Ledger first** all the same" in text


@pytest.mark.parametrize("command", ["lint", "validate"])
def test_a_design_that_names_them_is_in_order(capsys: Capsys, command: str) -> None:
    assert ran(capsys, command, "designs/shop.yaml").code == 0


def test_entries_are_explained_with_what_they_lead_to(capsys: Capsys) -> None:
    pattern, tree = ran(capsys, "explain", "ledger_first"), ran(capsys, "explain", "how-money-moves")
    assert pattern.out.startswith("ledger-first (pattern)\n\n- Title: Ledger first\n- Family: Billing (`billing`)\n")
    assert "- `how-money-moves` (tree): How does money move?\n" in pattern.out
    assert "- `ledger-first` (pattern): Ledger first\n" in tree.out
    related = json.loads(ran(capsys, "explain", "how-money-moves", "--format", "json").out)["related"]
    assert [one["name"] for one in related] == ["ledger-first"]


def test_a_tree_that_is_called_as_a_pattern_of_archgen_is_explained_where_it_is_asked_for(capsys: Capsys, team: Path) -> None:
    (team / "patterns" / "billing" / "trees" / "message_queue.py").write_text(TREE, "utf-8")
    assert ran(capsys, "explain", "message-queue", "--sort", "tree").out.startswith("message-queue (tree)\n")


def test_entries_are_listed_among_the_others(capsys: Capsys) -> None:
    for sort, names in {
        "patterns": {"ledger-first", "message-queue"},
        "trees": {"how-money-moves", "rt-nat-traversal"},
        "figures": {"two-entries", "pattern-ledger-first", "tree-how-money-moves"},
    }.items():
        rows = json.loads(ran(capsys, "list", sort, "--format", "json").out)
        assert names <= {row["id"] for row in rows}


def test_another_configuration_can_be_named(capsys: Capsys, team: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(Path(team.anchor))
    assert ran(capsys, "explain", "ledger-first").code == 2
    assert ran(capsys, "explain", "ledger-first", "--config", f"{team}/archgen.toml").code == 0
    assert "ledger-first" in ran(capsys, "list", "patterns", "--config", f"{team}/archgen.toml").out


@pytest.mark.parametrize(
    "words", ["decide designs/shop.yaml", "decide how-money-moves", "doc designs/shop.yaml", "explain ledger-first", "list trees"]
)
def test_nothing_of_it_is_run_where_nothing_may_be(capsys: Capsys, words: str) -> None:
    result = ran(capsys, *words.split(), "--no-exec")
    assert (result.code, result.out, result.err) == (2, "", REFUSED)


@pytest.mark.parametrize("words", ["decide rt-nat-traversal", "explain message-queue", "list words", "lint designs/shop.yaml"])
def test_what_needs_none_of_it_asks_for_none(capsys: Capsys, words: str) -> None:
    assert ran(capsys, *words.split(), "--no-exec").code == 0


def test_what_is_wrong_with_an_entry_is_told_with_its_line(capsys: Capsys, team: Path) -> None:
    (team / "patterns" / "billing" / "ledger_first.py").write_text('"""Page."""\npattern = 3\n', "utf-8")
    result = ran(capsys, "decide", "designs/shop.yaml")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("patterns/billing/ledger_first.py:2: `pattern` is an int and no Pattern;")


def test_where_none_is_named_nothing_that_reads_them_is_imported(team: Path) -> None:
    shop(team / "designs")
    (team / "archgen.toml").write_text('[lint]\nselect = ["RT"]\n', "utf-8")
    program = (
        "import sys\nfrom archgen.cli import main\nmain(['decide', 'designs/shop.yaml'])\n"
        "print([name for name in sys.modules if name.endswith(('.own_library', '.site_table', '.toml_text'))])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("command", ["lint", "validate"])
def test_a_design_is_held_to_the_trees_and_patterns_that_there_are(command: str, capsys: Capsys, team: Path) -> None:
    assert ran(capsys, command, "designs/shop.yaml").code < 2
    assert ran(capsys, command, "--no-exec", "designs/shop.yaml").code < 2
    wrong = "{tree: how-money-moved, choice: ledger-frist}", "{tree: how-money-moves, choice: websocket}"
    for name, decision in zip(("one", "two"), wrong, strict=True):
        (team / f"designs/{name}.yaml").write_text(f"{SHOP}decisions:\n- {decision}\n", "utf-8")
    result = ran(capsys, command, "designs/one.yaml", "designs/two.yaml")
    assert (result.code, result.out) == (2, "")
    lines = ran(capsys, command, "--no-exec", "designs/one.yaml").err.splitlines()
    assert lines == result.err.splitlines()[:2]
    assert result.err == (
        'designs/one.yaml:11:10: there is no tree "how-money-moved"; did you mean "how-money-moves"?\n'
        'designs/one.yaml:11:35: there is no pattern "ledger-frist"; did you mean "ledger-first"?\n'
        'designs/two.yaml:11:35: the tree "how-money-moves" does not lead to "websocket"; the tree leads to ledger-first, '
        "single-row; if it is to be that, say why: `reason`\n"
    )


def test_lint_takes_them_from_the_configuration_that_applies(capsys: Capsys, team: Path) -> None:
    (team / "archgen.toml").rename(team / "other.toml")
    unknown = 'designs/shop.yaml:11:10: there is no tree "how-money-moves"'
    assert ran(capsys, "lint", "designs/shop.yaml").err.startswith(unknown)
    assert ran(capsys, "lint", "--config", "other.toml", "designs/shop.yaml").code < 2
    (team / "other.toml").rename(team / "archgen.toml")
    assert ran(capsys, "lint", "--isolated", "designs/shop.yaml").err.startswith(unknown)
