"""Values show themselves in notebooks: asked by IPython itself, in a process of its own, as a notebook's kernel asks them."""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from archgen.dsl.component import Component
from archgen.dsl.showing import Shown
from archgen.dsl.word import Word

pytestmark = pytest.mark.graphviz
ROOT = Path(__file__).resolve().parent.parent
# Runs cells, and tells of each what it would show, what it printed, and whether it failed.
KERNEL = """
import contextlib, io, json, sys
from IPython.core.interactiveshell import InteractiveShell
shell = InteractiveShell.instance(colors="NoColor")
told = []
for cell in json.load(sys.stdin):
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
        result = shell.run_cell(cell)
        shown = shell.display_formatter.format(result.result)[0] if result.result is not None else {}
    told.append([shown, printed.getvalue(), not result.success])
print(json.dumps(told))
"""
SHOP = """
from archgen import *
app, api, store = Client("App"), Service("Api"), Database("Store")
ask, keep = Calls(app, api, "asks"), Writes(api, store, "keeps")
"""
TWINS = 'Design("Shop", [Calls(Service("A"), Service("A"))])'


@dataclass(frozen=True)
class Cell:
    """What came of a cell."""

    shown: Mapping[str, str]
    printed: str
    failed: bool


def ran(*cells: str) -> Sequence[Cell]:
    """The cells of a notebook, one after another."""
    done = subprocess.run(
        [sys.executable, "-c", KERNEL], input=json.dumps(cells), cwd=ROOT, capture_output=True, text=True, check=True
    )  # fmt: skip
    return [Cell(*told) for told in json.loads(done.stdout.splitlines()[-1])]


def test_what_can_be_drawn_is_shown_without_a_further_step() -> None:
    cells = ran(
        SHOP + 'Design("Shop", [ask, keep])',
        'StateMachine("Order", [State("new"), State("paid", terminal=True)], [Transition("new", "paid", along=ask)])',
        'Workflow("Pay", [WorkflowStep("hold", along=ask), WorkflowStep("charge", along=keep)])',
        'Walkthrough("Buy", [Step(ask, "buys"), Step(keep)])',
        'DecisionTree("How?", Ask("Much?", lambda need: None, {"yes": Choose("queue", "it waits")}, ["users"]))',
        'Pattern("Plain call", ["ask"], ["wait"], Design("Call", [ask]), [Step(ask)])',
        "from archgen.figures import *\nFigure('Both', [Design('Call', [ask])])",
    )
    assert [cell.printed.partition("\n")[0][:7] for cell in cells if cell.failed] == []
    told = [cell.shown.get("image/svg+xml", "") for cell in cells]
    assert [svg.startswith("<svg ") and "<title" in svg for svg in told] == [True] * len(cells)
    assert [
        word
        for word, svg in zip(("Api", "paid", "charge", "buys", "Much?", "asks", "Both"), told, strict=True)
        if word not in svg
    ] == []
    assert not any("text/html" in cell.shown for cell in cells)


def test_what_is_wrong_with_a_design_stands_in_place_of_its_figure() -> None:
    (cell,) = ran(f"from archgen import *\n{TWINS}")
    assert not cell.failed
    assert cell.shown["text/html"] == "<pre>two parts have the id &quot;a&quot;; give one of them an id of its own</pre>"
    assert "image/svg+xml" not in cell.shown
    assert "Traceback" not in cell.printed


def test_a_word_that_cannot_be_made_is_refused_with_its_line_and_no_traceback() -> None:
    _, cell, linked = ran(SHOP, 'one = 1\nService("Api", replcas=2)', f"from archgen.model.link import link\nlink({TWINS})")
    assert (cell.failed, cell.printed) == (True, 'cell:2: Service has no attribute "replcas"; did you mean "replicas"?\n')
    assert (linked.failed, linked.printed) == (True, 'two parts have the id "a"; give one of them an id of its own\n')


def test_what_is_none_of_archgens_is_shown_as_usual() -> None:
    _, division, foreign = ran(
        SHOP, "1 / 0", "from pydantic import BaseModel\nclass Row(BaseModel):\n    x: int\nRow(x='a')"
    )  # fmt: skip
    assert "ZeroDivisionError" in division.printed
    assert "ValidationError" in foreign.printed
    assert "Traceback" in foreign.printed


def test_a_notebook_with_a_way_of_its_own_keeps_it() -> None:
    own = "get_ipython().set_custom_exc((Exception,), lambda *problem, **more: print('mine'))"
    assert ran(own, SHOP, 'Service("Api", replcas=2)')[2].printed == "mine\n"


def test_a_word_without_a_figure_shows_none_and_loads_nothing() -> None:
    look = "print(s._repr_svg_(), s._repr_html_(), 'archgen.pipeline' in sys.modules)"
    code = f"import sys; from archgen import Service; s = Service('A'); {look}"
    assert (
        subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout
        == "None None False\n"
    )


def test_the_way_to_show_is_a_part_of_every_word() -> None:
    assert issubclass(Word, Shown)
    assert issubclass(Component, Shown)
