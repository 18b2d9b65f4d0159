"""Running a Python specification: what it binds, what it raises, what it leaves behind."""

import os
import sys
from pathlib import Path

import pytest

from archgen import Calls, Connection, Service
from archgen.errors import Position, SpecError
from archgen.loading.python_spec import run
from archgen.model.spec import Spec

IMPORTS = "from archgen import *\n"
END = '\ndesign = Design("Chat", [])\n'


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def ran(text: str, path: str = "spec.py") -> Spec:
    return run(IMPORTS + text, path)


def refused(text: str, path: str = "spec.py") -> str:
    with pytest.raises(SpecError) as caught:
        run(text, path)
    return str(caught.value)


def test_a_design_has_the_places_of_its_parts() -> None:
    spec = ran('call = Calls(Client("App"), Service("API"), timeout=2)\ndesign = Design("Chat", [call])\n')
    (call,) = (part for part in spec.design.parts if isinstance(part, Connection))
    assert (spec.path, spec.design.name) == ("spec.py", "Chat")
    assert (spec.locate(call), spec.locate(call.target), spec.locate(call, "timeout"), spec.locate(spec.design, "name")) == (
        Position("spec.py", 2, 8),
        Position("spec.py", 2, 29),
        Position("spec.py", 2, 53),
        Position("spec.py", 3, 17),
    )


def test_a_part_made_in_a_sibling_module_stands_there(here: Path) -> None:
    (here / "designs").mkdir()
    (here / "designs" / "stores.py").write_text('from archgen import Service\n\napi = Service("API", replicas=2)\n')
    spec = ran('from stores import api\ndesign = Design("Chat", [api])\n', "designs/spec.py")
    (api,) = spec.design.parts
    assert (spec.locate(api), spec.locate(api, "replicas")) == (
        Position(os.path.join("designs", "stores.py"), 3, 7),  # noqa: PTH118  # paths are shown as the system writes them
        Position(os.path.join("designs", "stores.py"), 3, 31),  # noqa: PTH118
    )


def test_a_part_made_outside_the_folder_stands_in_the_specification() -> None:
    elsewhere = Service("Elsewhere")
    sys.modules["elsewhere_for_a_test"] = type(sys)("elsewhere_for_a_test")
    sys.modules["elsewhere_for_a_test"].part = elsewhere  # type: ignore[attr-defined]
    spec = ran('from elsewhere_for_a_test import part\ndesign = Design("Chat", [part])\n')
    del sys.modules["elsewhere_for_a_test"]
    assert spec.locate(elsewhere) == Position("spec.py")


def test_siblings_are_forgotten_so_that_the_next_specification_gets_its_own(here: Path) -> None:
    for name in ("one", "two"):
        (here / name / "parts").mkdir(parents=True)
        (here / name / "names.py").write_text(f'NAME = "{name}"\n')
        (here / name / "parts" / "deeper.py").write_text(f'NAME = "{name}"\n')
    text = 'from names import NAME\nfrom parts.deeper import NAME as DEEPER\ndesign = Design(f"{NAME} {DEEPER}", [])\n'
    known = set(sys.modules)
    assert [ran(text, f"{name}/spec.py").design.name for name in ("one", "two")] == ["one one", "two two"]
    assert set(sys.modules) == known


def test_a_library_that_a_specification_imports_is_kept() -> None:
    sys.modules.pop("colorsys", None)
    ran("import colorsys" + END)
    assert "colorsys" in sys.modules


def test_the_search_path_is_as_it_was_whatever_a_specification_does_to_it() -> None:
    before = list(sys.path)
    ran("import sys\nsys.path.clear()" + END)
    assert sys.path == before


def test_what_a_specification_prints_is_no_output(capsys: pytest.CaptureFixture[str]) -> None:
    ran("print('hello')" + END)
    assert capsys.readouterr() == ("", "hello\n")


def test_dataclasses_and_words_of_its_own_work() -> None:
    spec = ran(
        "from dataclasses import dataclass\n\n"
        "@dataclass\nclass Plan:\n    size: int\n\n"
        "@word\nclass Gateway(Service):\n    '''Holds sockets.'''\n    region: str | None = None\n\n"
        'design = Design("Chat", [Gateway("Edge", region="eu", replicas=Plan(2).size)])\n'
    )
    (edge,) = spec.design.parts
    assert isinstance(edge, Service)
    assert (edge.replicas, spec.locate(edge, "region")) == (2, Position("spec.py", 13, 49))


def test_a_specification_is_not_run_as_the_main_program() -> None:
    assert ran("if __name__ == '__main__':\n    raise SystemExit(1)" + END).design.name == "Chat"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("x = (", "spec.py:1:5: this is not Python: '(' was never closed"),
        ("x = 1\nreturn 5\n", "spec.py:2:1: this is not Python: 'return' outside function"),
        ("def f():\nx = 1\n", "spec.py:2:1: this is not Python: expected an indented block after function definition on line 1"),
        ("1 / 0", "spec.py:1:1: the specification raised ZeroDivisionError: division by zero"),
        ("x = 1\nx = (1,\n     [][0])\n", "spec.py:3:6: the specification raised IndexError: list index out of range"),
        ("raise SystemExit(0)", "spec.py:1:1: the specification raised SystemExit: 0"),
        ("import sys\nsys.exit()", "spec.py:2:1: the specification raised SystemExit"),
        ("raise Exception", "spec.py:1:1: the specification raised Exception"),
        ("import nowhere_at_all", "spec.py:1:1: the specification raised ModuleNotFoundError: No module named 'nowhere_at_all'"),
        ("def f(): f()\nf()", "spec.py:1:10: the specification raised RecursionError: maximum recursion depth exceeded"),
        ("x = 1\n", 'spec.py: the specification binds no design; end it with: design = Design("Name", [...])'),
        ("design = 5\n", 'spec.py: the specification binds no design; end it with: design = Design("Name", [...])'),
        ("", 'spec.py: the specification binds no design; end it with: design = Design("Name", [...])'),
        (IMPORTS + "s = Service('A', replica=2)", 'spec.py:2:5: Service has no attribute "replica"; did you mean "replicas"?'),
        (IMPORTS + "def f():\n    return Service('')\nf()", 'spec.py:3:12: name = "": a name cannot be empty'),
        (
            IMPORTS + "Calls('a', 'b')",
            'spec.py:2:1: source = "a": it must be a Component or a Group\n'
            'spec.py:2:1: target = "b": it must be a Component or a Group',
        ),
        ("from archgen import Servise", "spec.py:1:1: the specification raised ImportError: cannot import name 'Servise'"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(text: str, message: str) -> None:
    assert refused(text).split(" from 'archgen'")[0] == message


def test_what_others_call_a_name_of_the_language_is_offered_in_the_import() -> None:
    assert refused("from archgen import Redis").endswith('; here it is called "Cache" or "KeyValueStore"')
    assert refused("from archgen import Servise").endswith('; did you mean "Service"?')


def test_an_exception_within_a_sibling_points_at_the_line_that_led_to_it(here: Path) -> None:
    (here / "broken.py").write_text("x = 1\n\n\n1 / 0\n")
    assert refused("import sys\nimport broken\n") == (
        "spec.py:2:1: the specification raised ZeroDivisionError: division by zero (at broken.py:4)"
    )


def test_a_sibling_that_is_not_python_points_at_its_import(here: Path) -> None:
    (here / "broken.py").write_text("x = (\n")
    message = refused("import broken\n")
    assert message == "spec.py:1:1: the specification raised SyntaxError: '(' was never closed (broken.py, line 1)"


def test_text_nested_beyond_what_python_can_read_is_refused() -> None:
    assert refused("x = " + "(" * 5000 + ")" * 5000).startswith("spec.py")


def test_whatever_it_raises_is_said() -> None:
    assert refused("raise BaseException(5)") == "spec.py:1:1: the specification raised BaseException: 5"
    mute = "class Mute(Exception):\n    def __str__(self): raise self\nraise Mute"
    assert refused(mute) == "spec.py:3:1: the specification raised Mute"


def test_text_beyond_what_python_can_compile_is_refused_with_a_reason() -> None:
    message = refused("x = " + "-" * 100_000 + "1")
    assert message.partition("this is not Python: ")[2]


def test_an_interruption_is_not_taken_for_a_fault() -> None:
    with pytest.raises(KeyboardInterrupt):
        run("raise KeyboardInterrupt", "spec.py")


def test_calls_made_twice_are_two_connections() -> None:
    spec = ran('a, b = Client("A"), Service("B")\ndesign = Design("Chat", [Calls(a, b) for _ in range(2)])\n')
    assert [type(part) for part in spec.design.parts] == [Calls, Calls]
    assert len({spec.locate(part) for part in spec.design.parts}) == 1
