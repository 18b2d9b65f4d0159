"""Pages that MkDocs builds show figures of designs, say what is wrong with them, and are built anew when a design changes."""

import json
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from archgen.embedding.mkdocs import ArchgenPlugin
from tests.embedding.designs import SHOP, shop, without_figures

pytestmark = pytest.mark.graphviz
HOME = """\
---
title: Home
---
# Home

```archgen ../designs/shop.yaml
caption: The <shop>
```

- In a list:

    ```archgen
    spec: /designs/shop.yaml
    focus: db
    link: sub/page.md#there
    ```

````text
```archgen ../designs/shop.yaml
```
````

```archgen ../designs/shop.yaml
```
"""
SUB = """\
# Sub

```archgen ../../designs/shop.yaml
as: file
alt: Our shop
```

```archgen ../../designs/shop.yaml
depth: 1
fokus: db
```

```archgen ../../designs/nothing.yaml
```

```archgen ../../designs/shop.yaml
link: no.md
```
"""


@pytest.fixture
def pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of pages beside a folder of designs."""
    monkeypatch.chdir(tmp_path)
    shop(tmp_path / "designs")
    (tmp_path / "docs" / "sub").mkdir(parents=True)
    (tmp_path / "docs" / "index.md").write_text(HOME, "utf-8")
    (tmp_path / "docs" / "sub" / "page.md").write_text(SUB, "utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: Shop\nplugins: [search, archgen]\n", "utf-8")
    return tmp_path


def built(folder: Path) -> MkDocsConfig:
    config = load_config(str(folder / "mkdocs.yml"))
    build(config)
    return config


def main(folder: Path, page: str) -> str:
    """What is on a page between its navigation and its foot."""
    html = (folder / "site" / page).read_text("utf-8")
    return without_figures(html[html.index("<h1") : html.index("<footer")])


def test_figures_stand_in_pages_that_are_built(pages: Path, caplog: pytest.LogCaptureFixture) -> None:
    built(pages)
    home = main(pages, "index.html")
    identity = home.partition("[")[2].partition("]")[0]
    assert f'<figure class="archgen-figure">\n[{identity}]\n<figcaption>The &lt;shop&gt;</figcaption>\n</figure>' in home
    assert '<p>In a list:</p>\n<figure class="archgen-figure">\n<a href="sub/page/#there">[figure-shop-around-db-' in home
    assert f"[{identity}-2]" in home
    assert "```archgen ../designs/shop.yaml" in home
    assert (pages / "site" / "assets" / "archgen" / "archgen.css").is_file()
    says_what_is_wrong(pages, [record.getMessage() for record in caplog.records if record.levelname == "WARNING"])
    is_found_by_its_text_alone(pages)


def says_what_is_wrong(pages: Path, warnings: list[str]) -> None:
    """By page and line, in the log and in the page; what is in order is shown all the same."""
    assert warnings == [
        'sub/page.md:10: a figure has no option "fokus"; did you mean "focus"?',
        "sub/page.md:13: designs/nothing.yaml: the file cannot be read: No such file or directory",
        'sub/page.md:17: link: there is no page "no.md"',
    ]
    sub = main(pages, "sub/page/index.html")
    assert sub.count('<div class="archgen-fault" role="alert">') == 3
    [svg] = (pages / "site" / "assets" / "archgen").glob("*.svg")
    assert f'<a href="../../assets/archgen/{svg.name}"><img src="../../assets/archgen/{svg.name}" alt="Our shop"' in sub
    assert "@font-face" in svg.read_text("utf-8")


def is_found_by_its_text_alone(pages: Path) -> None:
    index = json.loads((pages / "site" / "search" / "search_index.json").read_text("utf-8"))
    home = next(entry["text"] for entry in index["docs"] if entry["location"] == "")
    assert home == "Home In a list: ```archgen ../designs/shop.yaml ```"


def test_what_figures_are_drawn_from_is_watched(pages: Path) -> None:
    config = built(pages)
    plugin = config.plugins["archgen"]
    assert isinstance(plugin, ArchgenPlugin)
    server = LiveReloadServer(builder=lambda: None, host="127.0.0.1", port=0, root=str(pages / "site"))
    plugin.on_serve(server, config, None)
    designs = pages.resolve() / "designs"
    assert {str(designs / "shop.yaml"), str(designs)} <= set(server._watched_paths)
    server.server_close()


def test_a_strict_build_takes_no_figure_that_cannot_be_drawn(pages: Path) -> None:
    (pages / "designs" / "shop.yaml").write_text(SHOP.replace("to: db", "to: dbx"), "utf-8")
    config = load_config(str(pages / "mkdocs.yml"), strict=True)
    with pytest.raises(Exception, match="strict mode"):
        build(config)
