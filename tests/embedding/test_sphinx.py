"""Pages that Sphinx builds show figures of designs in each of its forms, say what is wrong, and depend on the designs."""

import re
from io import StringIO
from pathlib import Path

import pytest
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from tests.embedding.designs import SHOP, shop, without_figures

pytestmark = [pytest.mark.graphviz, pytest.mark.filterwarnings("ignore::DeprecationWarning")]
INDEX = """\
Shop
====

See :numref:`whole`.

.. toctree::

   other

.. archgen-figure:: designs/shop.yaml
   :name: whole

   The <shop>, with *emphasis*

.. archgen-figure:: /designs/shop.yaml
   :link: other

.. archgen-figure:: designs/shop.yaml
   :focus: db
   :as: file
   :alt: Our "shop"
"""
OTHER = """\
Other
=====

.. archgen-figure:: designs/nothing.yaml

.. archgen-figure:: designs/shop.yaml
   :depth: x
"""


@pytest.fixture
def pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of pages with a folder of designs in it."""
    monkeypatch.chdir(tmp_path)
    shop(tmp_path / "designs")
    (tmp_path / "conf.py").write_text('extensions = ["archgen.embedding.sphinx"]\nnumfig = True\n', "utf-8")
    (tmp_path / "index.rst").write_text(INDEX, "utf-8")
    (tmp_path / "other.rst").write_text(OTHER, "utf-8")
    return tmp_path


def built(folder: Path, form: str = "html") -> tuple[Path, list[str]]:
    """The folder that a form is built into, and what was said meanwhile."""
    warnings, out = StringIO(), folder / "_build" / form
    with patch_docutils(str(folder)), docutils_namespace():
        app = Sphinx(folder, folder, out, folder / "_build" / "doctrees", form, status=None, warning=warnings)
        app.build()
    said = re.sub("\x1b\\[[0-9;]*m", "", warnings.getvalue())
    return out, said.replace(f"{folder.resolve()}/", "").splitlines()


def test_figures_stand_in_pages_and_faults_are_told_with_their_lines(pages: Path) -> None:
    out, warnings = built(pages)
    assert [line.partition(" [archgen")[0] for line in warnings] == [
        "other.rst:4: WARNING: designs/nothing.yaml: the file cannot be read: No such file or directory",
        'other.rst:6: WARNING: depth: "x" is no number of connections, such as 1 or 2',
    ]
    html = without_figures((out / "index.html").read_text("utf-8"))
    identity = html.partition("\n[")[2].partition("]")[0]
    assert f'<figure class="archgen-figure align-default" id="whole">\n[{identity}]<figcaption>' in html
    assert "The &lt;shop&gt;, with <em>emphasis</em>" in html
    assert f'<a href="other.html">[{identity}-2]</a>' in html
    [image] = (out / "_images").glob("*.svg")
    assert f'<a href="_images/{image.name}"><img src="_images/{image.name}" alt="Our &quot;shop&quot;"' in html
    assert "@font-face" in (out / "_static" / "archgen.css").read_text("utf-8")
    assert (out / "other.html").read_text("utf-8").count('class="archgen-fault"') == 2


def test_a_page_is_built_again_when_its_design_changes(pages: Path) -> None:
    out, _ = built(pages)
    design = pages / "designs" / "shop.yaml"
    design.write_text(SHOP.replace("design: Shop", "design: Our shop"), "utf-8")
    built(pages)
    assert "Our shop: components" in (out / "index.html").read_text("utf-8")


def test_forms_without_svg_show_what_they_can(pages: Path) -> None:
    out, _ = built(pages, "latex")
    [tex] = out.glob("*.tex")
    figures = sorted(out.glob("archgen-*.pdf"))
    assert [figure.read_bytes()[:5] for figure in figures] == [b"%PDF-"] * 2
    assert all(rf"\sphinxincludegraphics{{{figure.name}}}" in tex.read_text("utf-8") for figure in figures)
    out, _ = built(pages, "text")
    assert "[Shop: components. Shop has 3 components and 2 connections.]" in (out / "index.txt").read_text("utf-8")
