"""Building a site into a folder: no change is overlooked, and nothing is done where there is none."""

import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from archgen.errors import SpecError, UsageError
from archgen.pipeline.means import Means
from archgen.pipeline.site_build import build_site
from archgen.pipeline.site_order import SiteOrder
from archgen.pipeline.theming import theme
from tests.pipeline.small_sites import ALONE, build, write

pytestmark = pytest.mark.graphviz
OWN_RULE = '''"""Every service is told of.

What it is about.
"""

from archgen import Service
from archgen.plugin import Problem, Rule, Severity


def check(architecture, estimate):
    for service in architecture.components(Service):
        yield Problem(service, "FOUND", [], "name it")


rule = Rule("OUR001", Severity.WARNING, check, flagged=[], accepted=[])
'''
LAYOUT = """designs:
  Including:
    components:
      rows: [[app, api]]
"""


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is drawn once for all tests."""
    return tmp_path_factory.mktemp("kept")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, pictures: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, in which the designs are."""
    (tmp_path / "kept").symlink_to(pictures)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ARCHGEN_DOT", raising=False)
    return tmp_path


def page(name: str) -> str:
    return Path("public", "designs", f"{name}.html").read_text("utf-8")


def stamps() -> Mapping[str, tuple[int, int]]:
    """Which files there are, and when each was written."""
    return {str(path): (path.stat().st_ino, path.stat().st_mtime_ns) for path in Path("public").rglob("*") if path.is_file()}


def test_where_nothing_has_changed_nothing_is_done() -> None:
    specs = write(Path())
    first = build(specs)
    assert ([*first.faults], first.pages > 3) == ([], True)
    assert set(first.changed) == {path.removeprefix("public/") for path in stamps()} - {".archgen"}
    before = stamps()
    for name in specs:
        os.utime(name)
    again = build(specs)
    assert ([*again.changed, *again.faults], stamps()) == ([], before)
    assert str(again) == str(first)
    assert {Path(path).name for path in again.read} >= {"imports.py", "names.py", "includes.yaml", "parts.yaml"}


def change(path: str, old: str, new: str) -> Callable[[], object]:
    return lambda: Path(path).write_text(Path(path).read_text().replace(old, new))


@pytest.mark.parametrize(
    ("name", "changing", "told"),
    [
        ("imported", change("imports.py", '"API"', '"Altered"'), "Altered"),
        ("including", change("includes.yaml", "connections:", "summary: Altered.\nconnections:"), "Altered."),
        ("including", change("parts.yaml", "Included", "Altered"), "Altered"),
        ("altered", change("names.py", "Imported", "Altered"), "Altered"),
    ],
)
def test_a_change_of_a_file_of_a_design_is_seen(name: str, changing: Callable[[], object], told: str) -> None:
    specs = write(Path())
    build(specs)
    changing()
    built = build(specs)
    assert f"designs/{name}.html" in built.changed
    assert told in page(name)
    assert not build(specs).changed


@pytest.mark.parametrize(("name", "changed"), [("imports", "imported"), ("includes", "including")])
def test_a_change_of_the_text_of_a_design_is_seen_on_the_page_of_its_source_and_a_new_name_moves_it(
    here: Path, name: str, changed: str
) -> None:
    specs = write(here)
    build(specs)
    spec = next(here.glob(f"{name}.*"))
    spec.write_text(f"{spec.read_text()}# A remark.\n")
    assert [*build(specs).changed] == [f"designs/{changed}/source.html"]
    assert "# A remark." in page(f"{changed}/source")
    change("names.py" if name == "imports" else "includes.yaml", changed.title(), "Renamed")()
    assert {"designs/renamed/source.html", f"designs/{changed}/source.html"} <= {*build(specs).changed}
    assert not Path("public", "designs", changed).exists()


def test_a_file_that_comes_to_stand_before_another_is_seen(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    specs = write(here)
    elsewhere = here / "elsewhere"
    elsewhere.mkdir()
    (here / "names.py").rename(elsewhere / "names.py")
    monkeypatch.syspath_prepend(str(elsewhere))
    build(specs)
    assert "Imported" in page("imported")
    (here / "names.py").write_text('NAME = "Nearer"\n')
    sys.modules.pop("names")  # which another process would not have
    assert "designs/nearer.html" in build(specs).changed


def test_a_module_from_elsewhere_is_read_anew_though_this_process_has_read_it(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    specs = write(here)
    elsewhere = here / "elsewhere"
    elsewhere.mkdir()
    (here / "names.py").rename(elsewhere / "names.py")
    monkeypatch.syspath_prepend(str(elsewhere))
    build(specs)
    assert "names" in sys.modules
    (elsewhere / "names.py").write_text('NAME = "Read anew"\n')
    assert "designs/read-anew.html" in build(specs, jobs=1).changed
    del sys.modules["names"]


def test_rules_and_configurations_and_layouts_are_seen_when_they_come_change_and_go(here: Path) -> None:
    specs = write(here)
    build(specs)
    seen = []
    rule, configuration, layout = here / "rules" / "own.py", here / "archgen.toml", here / "archgen.layout.yaml"
    rule.parent.mkdir()
    rule.write_text(OWN_RULE)
    for path, text in (
        (configuration, 'rules = ["rules/own.py"]\n'),
        (rule, OWN_RULE.replace("FOUND", "ALTERED")),
        (configuration, 'rules = ["rules/own.py"]\n[lint]\nignore = ["OUR001"]\n'),
        (layout, LAYOUT),
    ):
        path.write_text(text)
        built = build(specs)
        assert "designs/including.html" in built.changed, (path, text)
        seen.append([word in page("including") for word in ("FOUND", "ALTERED")])
    assert seen == [[True, False], [False, True], [False, False], [False, False]]
    layout.unlink()
    assert "figures/designs/including/components.svg" in build(specs).changed


def test_themes_addresses_titles_and_lists_of_designs_are_seen(here: Path) -> None:
    specs = write(here)
    build(specs)
    worn = Means(scheme=theme("print", here))
    assert build_site(SiteOrder(specs, ALONE), Path("public"), means=worn, cache=Path("kept"), jobs=0).changed
    assert "figures/designs/including/components.svg" in build(specs).changed
    with_address = build_site(SiteOrder(specs, ALONE, "https://example.org/"), Path("public"), cache=Path("kept"), jobs=0)
    assert "sitemap.xml" in with_address.changed
    assert "designs/imported.html" in build(specs[1:]).changed
    assert not Path("public/designs/imported.html").exists()


def test_what_was_altered_or_deleted_in_the_folder_is_made_whole_again() -> None:
    specs = write(Path())
    build(specs)
    whole = {path: Path(path).read_bytes() for path in stamps()}
    Path("public/index.html").write_text("altered")
    assert build(specs).changed == ["index.html"]
    Path("public/index.html").unlink()
    assert build(specs).changed == ["index.html"]
    Path("public/.archgen").unlink()
    with pytest.raises(UsageError, match="holds files that archgen did not write"):
        build(specs)
    Path("public").rename("elsewhere")
    assert len(build(specs).changed) == len(whole) - 1
    assert {path: Path(path).read_bytes() for path in stamps()} == whole


def test_what_is_kept_may_be_deleted_or_spoilt_at_any_time() -> None:
    specs = write(Path())
    Path("kept").unlink()
    build(specs)
    for file in Path("kept").rglob("*.json"):
        file.write_text('{"told":' if file.stem < "8" else "[]\n[]")
    assert not build(specs).changed
    for file in sorted(Path("kept").rglob("*"), reverse=True):
        file.rmdir() if file.is_dir() else file.unlink()
    assert not build(specs).changed


def test_the_same_comes_of_any_number_of_processes() -> None:
    specs = write(Path())
    build(specs, 2, cache=None)
    assert not build(specs, cache=None).changed


def test_what_fails_is_told_with_its_line_and_the_rest_is_built() -> None:
    specs = write(Path())
    build(specs)
    Path("parts.yaml").write_text("archgen: 1\ncomponents:\n  app: {kind: cleint}\n")
    for _ in range(2):
        built = build(specs)
        assert any(str(fault).startswith("parts.yaml:3:") and '"cleint"' in str(fault) for fault in built.faults)
        assert Path("public/designs/imported.html").is_file()
        assert not Path("public/designs/including.html").exists()
    write(Path())
    assert "designs/including.html" in build(specs).changed


def test_a_site_without_any_of_its_designs_does_not_take_the_place_of_one_with_them() -> None:
    specs = write(Path())
    build(specs)
    before = stamps()
    Path("names.py").unlink()
    Path("parts.yaml").unlink()
    with pytest.raises(SpecError) as caught:
        build(specs)
    assert {fault.position.path for fault in caught.value.faults if fault.position} == {"imports.py", "includes.yaml"}
    assert stamps() == before


def test_of_two_designs_of_one_name_the_second_is_told() -> None:
    specs = write(Path())
    Path("names.py").write_text('NAME = "Including"\n')
    [fault] = build(specs).faults
    assert str(fault) == ('includes.yaml: imports.py has a design of that name too, "Including"; a site needs one name each')
