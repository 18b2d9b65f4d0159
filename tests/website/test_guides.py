import re
from pathlib import Path

import pytest

from archgen import Design
from archgen.loading.shipped import shipped
from archgen.model.link import link
from archgen.model.picture import MAX_WIDTH
from archgen.pipeline.drawing import drawings, place

GUIDES = sorted(shipped("site/pages").glob("*.md"))
PROGRAMS = [text for path in GUIDES for text in re.findall(r"```python\n(.*?)```", path.read_text("utf-8"), re.DOTALL)]


@pytest.mark.parametrize("program", [text for text in PROGRAMS if re.search(r"^design = ", text, re.MULTILINE)])
def test_a_design_of_a_guide_can_be_linked(program: str) -> None:
    names: dict[str, object] = {}
    exec(program, names)
    design = names["design"]
    assert isinstance(design, Design)
    assert link(design).name == design.name


@pytest.mark.graphviz
@pytest.mark.parametrize("program", [text for text in PROGRAMS if re.search(r"^figure = ", text, re.MULTILINE)])
def test_a_figure_of_a_guide_can_be_drawn(program: str) -> None:
    names: dict[str, object] = {}
    exec(program, names)
    (drawn,) = drawings(names["figure"])
    assert place(drawn).width <= MAX_WIDTH


@pytest.mark.parametrize("program", PROGRAMS)
def test_every_example_of_a_guide_is_python(program: str) -> None:
    compile(program, "guide", "exec")


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.stem)
def test_a_guide_begins_with_its_title(path: Path) -> None:
    assert path.read_text("utf-8").startswith("# ")
