"""Patterns and trees of a team's own are found from where a design stands, and nothing is read or run for them without need."""

from pathlib import Path

import pytest

from archgen import Decision, Design, Service
from archgen.errors import ConfigurationError, SpecError
from archgen.loading import library
from archgen.model.link import link
from archgen.model.spec import Spec
from archgen.pipeline.judging import decide
from archgen.pipeline.own_entries import known_patterns, known_trees, led_nowhere, own_entries, shipped, with_own
from archgen.pipeline.reading import Read, read
from tests.embedding.designs import SHOP, shop
from tests.loading.test_own_library import PATTERN, TREE

DECIDES = f"{SHOP}decisions:\n- {{tree: how-money-moves, choice: ledger-first}}\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a pattern, a tree elsewhere, and a design that takes both."""
    for name, text in {"patterns/billing/ledger_first.py": PATTERN, "trees/how_money_moves.py": TREE}.items():
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text(text, "utf-8")
    shop(tmp_path / "designs").write_text(DECIDES, "utf-8")
    (tmp_path / "archgen.toml").write_text('[site]\nlogo = "nowhere.svg"\npatterns = ["patterns"]\ntrees = ["trees"]\n', "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_they_are_known_beside_those_of_archgen_whatever_else_is_said_of_the_site() -> None:
    own = own_entries(Path("designs"))
    assert own is not None
    assert ([entry.name for entry in own.patterns], [entry.name for entry in own.trees]) == (
        ["ledger-first"],
        ["how-money-moves"],
    )
    assert len(known_patterns(own)) == len(library.patterns()) + 1
    assert set(known_trees(own).names()) == {*library.trees().names(), "how-money-moves"}
    assert (known_patterns(None), known_trees(None)) == (shipped().patterns, shipped().trees)


def test_a_design_decides_by_those_of_the_configuration_nearest_to_it(here: Path) -> None:
    (decided,) = decide(read("designs/shop.yaml"))
    assert (decided.tree.path, decided.choice) == ("trees/how_money_moves.py", "ledger-first")
    (here / "designs" / "archgen.toml").write_text("", "utf-8")
    with pytest.raises(SpecError) as caught:
        decide(read("designs/shop.yaml"))
    assert [str(fault.position) for fault in caught.value.faults] == ["designs/shop.yaml:11:10", "designs/shop.yaml:11:35"]


def test_a_design_of_memory_and_one_that_knows_them_are_left_alone() -> None:
    spec = Spec(Design("Shop", [Service("API")], decisions=[Decision("how-money-moves")]))
    assert with_own(Read(spec, link(spec))).own is None
    knows = with_own(read("designs/shop.yaml"))
    assert with_own(knows) is knows


@pytest.mark.parametrize(
    "text", ['[lint]\nselect = ["RT"]\n[\n', '# patterns\n[lint]\nselect = ["RT"]\n', "site = 3 # trees\n", ""]
)
def test_a_configuration_that_names_none_brings_none(here: Path, text: str) -> None:
    (here / "archgen.toml").write_text(text, "utf-8")
    assert own_entries(here, execute=False) is None


def test_a_key_may_be_written_by_the_numbers_of_its_characters(here: Path) -> None:
    (here / "archgen.toml").write_text('[site]\n"tre\\u0065s" = ["trees"]\n', "utf-8")
    own = own_entries(here)
    assert own is not None
    assert [entry.name for entry in own.trees] == ["how-money-moves"]


def test_a_file_of_other_tools_is_passed_by(here: Path) -> None:
    (here / "designs" / "pyproject.toml").write_text('[tool.other]\npatterns = ["x"]\n', "utf-8")
    own = own_entries(here / "designs")
    assert own is not None
    assert own.files == ("patterns/billing/ledger_first.py", "trees/how_money_moves.py")
    (here / "designs" / "pyproject.toml").write_text("[tool.archgen.site]\npatterns = 3\n", "utf-8")
    with pytest.raises(ConfigurationError) as caught:
        own_entries(here / "designs")
    assert str(caught.value).startswith("designs/pyproject.toml:2:1: patterns is a list of files and folders")


def test_another_file_may_be_named(here: Path) -> None:
    (here / "other.toml").write_text('[site]\ntrees = ["trees"]\n', "utf-8")
    own = own_entries(here, config="other.toml")
    assert own is not None
    assert (len(own.patterns), len(own.trees)) == (0, 1)
    (here / "pyproject.toml").write_text("[project]\n", "utf-8")
    for name, wrong in {"none.toml": "there is no such", "pyproject.toml": "the file has no table [tool.archgen]"}.items():
        with pytest.raises(ConfigurationError) as caught:
            own_entries(here, config=name)
        assert str(caught.value).startswith(f"{name}: {wrong}")


def test_nothing_is_run_where_nothing_may_be(here: Path) -> None:
    for path in here.rglob("*.py"):
        path.write_text("raise SystemExit(3)\n", "utf-8")
    with pytest.raises(ConfigurationError, match=r"^archgen\.toml:3:13: patterns of one's own would have to be run"):
        decide(read("designs/shop.yaml", execute=False))


def test_what_a_pattern_names_as_related_is_there(here: Path) -> None:
    file = here / "patterns" / "billing" / "ledger_first.py"
    file.write_text(PATTERN.replace("avoid_when=[],", 'avoid_when=[],\n    related=["websocket", "RT001", "websockt"],'), "utf-8")
    with pytest.raises(ConfigurationError) as caught:
        own_entries(here)
    assert str(caught.value) == (
        'patterns/billing/ledger_first.py:12: `related` names "websockt", and there is no such pattern or rule; '
        'did you mean "websocket"?'
    )


def test_what_a_tree_leads_to_and_is_there_nowhere_is_told_with_its_line() -> None:
    own = own_entries(Path())
    assert own is not None
    assert list(led_nowhere(own.trees, known_patterns(own))) == [
        'trees/how_money_moves.py:6: the tree leads to "single-row", and there is no such pattern; '
        "`archgen list patterns` lists them"
    ]
    assert not list(led_nowhere(shipped().trees, shipped().patterns))
