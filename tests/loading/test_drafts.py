"""Texts that stand in for those of files."""

import sys
from pathlib import Path

import pytest

from archgen import Component
from archgen.errors import SpecError
from archgen.loading.drafts import text_of
from archgen.loading.spec_file import load
from archgen.model.spec import Spec

PYTHON = """\
from archgen import Design
from beside import app
from words.more import api

design = Design("A", [app, api])
"""
YAML = "archgen: 1\ndesign: A\ninclude: [parts/b.yaml]\n"
PARTS = "components:\n  app: {kind: client}\n"


def names(spec: Spec) -> list[str]:
    return [part.name for part in spec.design.parts if isinstance(part, Component)]


def test_a_design_and_what_it_includes_are_read_from_drafts(tmp_path: Path) -> None:
    (tmp_path / "parts").mkdir()
    design, included = tmp_path / "a.yaml", tmp_path / "parts" / "b.yaml"
    design.write_text(YAML)
    included.write_text(PARTS)
    spec = load(str(design), drafts={str(design): YAML.replace("A", "B"), str(included): PARTS.replace("app", "phone")})
    assert (spec.design.name, names(spec)) == ("B", ["Phone"])


def test_a_python_design_and_what_it_imports_are_run_from_drafts(tmp_path: Path) -> None:
    (tmp_path / "words").mkdir()
    files = {
        "design.py": PYTHON,
        "beside.py": 'from archgen import Client\n\napp = Client("App")\n',
        "words/__init__.py": "",
        "words/more.py": 'from archgen import Service\n\napi = Service("API")\n',
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    design = str(tmp_path / "design.py")
    drafts = {str(tmp_path / name): text.replace('("A', '("New A') for name, text in files.items()}
    spec = load(design, drafts=drafts)
    assert (spec.design.name, names(spec)) == ("New A", ["New App", "New API"])
    assert {place.path for place in spec.places.values()} == {
        str(tmp_path / name) for name in files if name != "words/__init__.py"
    }
    assert names(load(design)) == ["App", "API"]
    assert not any(type(finder).__module__ == "archgen.loading.drafts" for finder in sys.meta_path)


def test_nothing_is_compiled_and_kept_of_a_draft(tmp_path: Path) -> None:
    (tmp_path / "design.py").write_text('from archgen import Design\nfrom beside import app\n\ndesign = Design("A", [app])\n')
    (tmp_path / "beside.py").write_text('from archgen import Client\n\napp = Client("App")\n')
    draft = 'from archgen import Client\n\napp = Client("Web")\n'
    load(str(tmp_path / "design.py"), drafts={str(tmp_path / "beside.py"): draft})
    assert names(load(str(tmp_path / "design.py"))) == ["App"]


def test_a_draft_stands_in_under_any_name_of_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.yaml").write_text("old")
    (tmp_path / "link.yaml").symlink_to("a.yaml")
    monkeypatch.chdir(tmp_path)
    drafts = {str(tmp_path / "a.yaml"): "new"}
    assert [text_of(name, drafts) for name in ("a.yaml", "./a.yaml", "link.yaml")] == ["new"] * 3
    with pytest.raises(SpecError, match="cannot be read"):
        text_of("b.yaml", drafts)
