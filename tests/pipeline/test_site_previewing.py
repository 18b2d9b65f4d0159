"""A site that is served while it is written is built again when anything changes that it is made of, and never half."""

from pathlib import Path

import pytest

from archgen.configuring.site_table import site_settings
from archgen.loading.text_file import read_text
from archgen.pipeline.site_build import build_site
from archgen.pipeline.site_order import SiteOrder
from archgen.pipeline.site_previewing import SitePreviewing
from archgen.pipeline.site_specs import site_specs
from tests.embedding.designs import SHOP, shop

pytestmark = pytest.mark.graphviz
CONFIGURATION = '[site]\ntitle = "Our systems"\nspecs = ["designs/**/*.yaml"]\npages = "pages"\nlibrary = false\n'


@pytest.fixture
def preview(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SitePreviewing:
    """Of a folder with a design, a page, and its configuration, looked at once."""
    monkeypatch.chdir(tmp_path)
    shop(tmp_path / "designs")
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "on-call.md").write_text("# On call\n\nWho is woken.\n", "utf-8")
    (tmp_path / "archgen.toml").write_text(CONFIGURATION, "utf-8")
    folder, cache = Path("public"), Path("kept")

    def ordered() -> SiteOrder:
        settings = site_settings(Path(), read_text)
        return SiteOrder(site_specs(settings), settings)

    made = SitePreviewing([], ordered, lambda order: build_site(order, folder, cache=cache, jobs=0, whole=True), folder, cache)
    made.look()
    return made


def changes(preview: SitePreviewing) -> tuple[bool, bool]:
    """Whether a change is noticed, and whether another build differs."""
    noticed, before = preview.files.changed(thoroughly=True), preview.built
    preview.look()
    return noticed, preview.built != before


def test_each_change_is_noticed_and_built(preview: SitePreviewing) -> None:
    assert (preview.faults, preview.files.changed(thoroughly=True)) == ([], False)
    Path("designs/shop.yaml").write_text(SHOP.replace("design: Shop", "design: Our shop"), "utf-8")
    assert changes(preview) == (True, True)
    shop(Path("designs/second"))
    assert changes(preview) == (True, True)
    Path("pages/new.md").write_text("# New\n", "utf-8")
    assert changes(preview) == (True, True)
    Path("archgen.toml").write_text(CONFIGURATION.replace("Our systems", "All systems"), "utf-8")
    assert changes(preview) == (True, True)
    assert "All systems" in Path("public/pages/new.html").read_text("utf-8")
    assert changes(preview) == (False, False)


def test_what_is_wrong_leaves_the_site_as_it_is_until_it_is_mended(preview: SitePreviewing) -> None:
    for file, text, fault in (
        ("designs/shop.yaml", SHOP.replace("to: db", "to: dbx"), "designs/shop.yaml:9:"),
        ("pages/on-call.md", "# On call\n\n[x](none.md)\n", 'pages/on-call.md:3: "none.md" leads to no file'),
        (
            "archgen.toml",
            CONFIGURATION.replace("title", "titel"),
            'archgen.toml:2:1: [site] has no "titel"; did you mean "title"?',
        ),
        (
            "archgen.toml",
            CONFIGURATION.replace("*.yaml", "*.yml"),
            'archgen.toml:3:10: specs: "designs/**/*.yml" finds no design',
        ),
    ):
        before = Path(file).read_text("utf-8")
        Path(file).write_text(text, "utf-8")
        assert changes(preview) == (True, False)
        assert preview.faults[0].startswith(fault)
        assert preview.files.changed(thoroughly=True) is False
        Path(file).write_text(before, "utf-8")
    assert changes(preview) == (True, False)
    assert preview.faults == []


def test_a_file_that_a_broken_design_includes_is_watched_too(preview: SitePreviewing) -> None:
    Path("designs/shop.yaml").write_text(SHOP + "include: [more.txt]\n", "utf-8")
    preview.look()
    assert preview.faults
    Path("designs/shop.yaml").write_text(SHOP + "include: [parts/more.yaml]\n", "utf-8")
    Path("designs/parts").mkdir()
    Path("designs/parts/more.yaml").write_text("components: {a: {kind: quue}}\n", "utf-8")
    Path("archgen.toml").write_text(CONFIGURATION.replace("**/", ""), "utf-8")
    preview.look()
    assert preview.faults[0].startswith("designs/parts/more.yaml:1:")
    Path("designs/parts/more.yaml").write_text("components: {a: {kind: queue}}\n", "utf-8")
    assert changes(preview) == (True, True)
