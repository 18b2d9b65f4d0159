"""archgen new: what it writes lints clean and draws, whatever the name, the shape and the load."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest

from archgen.cli.new import SHAPES
from archgen.dsl.naming import slug
from archgen.pipeline.own_pages import own_page
from archgen.pipeline.reading import read
from archgen.pipeline.starting import shapes
from tests.cli.running import Ran, ran

NAMES = [
    "Ticket booking",
    'Say "hi"',
    "{name} {clients} {reads}",
    "two\nlines",
    "😀 消息",
    "back\\slash\\n",
    "it's: #1 - [x]",
    "%s {0}",
    "a" * 100,
    "null",
    "...",
]
every_shape = pytest.mark.parametrize("shape", SHAPES)
every_suffix = pytest.mark.parametrize("suffix", ["yaml", "py"])


def findings(capsys: pytest.CaptureFixture[str], file: str) -> tuple[object, object, object]:
    report = json.loads(ran(capsys, "lint", file, "--format", "json").out)
    return report["designs"][0]["name"], report["designs"][0]["findings"], report["summary"]["rules_crashed"]


def test_every_starting_point_can_be_chosen() -> None:
    assert {entry.name for entry in shapes()} == set(SHAPES)


@pytest.mark.parametrize("name", NAMES)
@every_suffix
def test_a_new_design_lints_clean(capsys: pytest.CaptureFixture[str], name: str, suffix: str) -> None:
    assert ran(capsys, "new", name, "-o", f"made.{suffix}") == Ran(0, f"made.{suffix}\n", "")
    assert findings(capsys, f"made.{suffix}") == (" ".join(name.split()), [], 0)


@every_shape
@pytest.mark.parametrize(("clients", "requests"), [("1", "0.1"), ("10k", "200"), ("100M", "500k/s")])
def test_every_shape_lints_clean_under_any_load(
    capsys: pytest.CaptureFixture[str], shape: str, clients: str, requests: str
) -> None:
    words = ["--shape", shape, "--clients", clients, "--requests", requests]
    assert ran(capsys, "new", "Shop", "-o", "made.yaml", *words).code == 0
    assert findings(capsys, "made.yaml") == ("Shop", [], 0)


@pytest.mark.graphviz
@pytest.mark.parametrize("name", ['Say "hi"', "two\nlines & <b>", "😀 消息"])
def test_a_new_design_draws(capsys: pytest.CaptureFixture[str], here: Path, name: str) -> None:
    assert ran(capsys, "new", name, "-o", "made.yaml").code == 0
    assert ran(capsys, "render", "made.yaml", "-o", "made.svg") == Ran(0, "made.svg\n", "")
    root = ElementTree.fromstring((here / "made.svg").read_text("utf-8"))
    assert root.tag == "{http://www.w3.org/2000/svg}svg"


@pytest.mark.graphviz
@every_shape
def test_every_shape_draws(capsys: pytest.CaptureFixture[str], here: Path, shape: str) -> None:
    assert ran(capsys, "new", "Shop", "-o", "made.yaml", "--shape", shape).code == 0
    assert ran(capsys, "render", "made.yaml", "-o", "figures").code == 0
    assert (here / "figures" / "components.svg").is_file()


@every_shape
def test_python_and_yaml_say_the_same(capsys: pytest.CaptureFixture[str], shape: str) -> None:
    for suffix in ("yaml", "py"):
        words = ["--shape", shape, "--clients", "1500", "--requests", "12.5"]
        assert ran(capsys, "new", "Shop", "-o", f"made.{suffix}", *words).code == 0
    assert ran(capsys, "export", "json", "made.py").out == ran(capsys, "export", "json", "made.yaml").out


def test_a_file_is_called_after_the_design(capsys: pytest.CaptureFixture[str]) -> None:
    assert ran(capsys, "new", "Ticket booking / EU").out == "ticket_booking_eu.yaml\n"
    assert ran(capsys, "new", "Ticket booking / EU", "--form", "python").out == "ticket_booking_eu.py\n"
    assert read("ticket_booking_eu.yaml").name == read("ticket_booking_eu.py").name == "Ticket booking / EU"


def test_a_file_that_exists_is_left_alone(capsys: pytest.CaptureFixture[str], here: Path) -> None:
    before = (here / "shop.yaml").read_bytes()
    assert ran(capsys, "new", "Shop") == Ran(2, "", "shop.yaml exists already; give another file with -o\n")
    assert (here / "shop.yaml").read_bytes() == before


@pytest.mark.parametrize(
    "words",
    [
        ["-o", "made.txt"],
        ["-o", "made"],
        ["--clients", "0"],
        ["--requests", "0"],
        ["--requests", "nan"],
        ["--clients", "x"],
        ["--shape", "round"],
        ["-o", "made.py", "--form", "yaml"],
    ],
    ids=" ".join,
)
def test_a_wrong_call_writes_nothing(capsys: pytest.CaptureFixture[str], here: Path, words: list[str]) -> None:
    before = sorted(here.iterdir())
    result = ran(capsys, "new", "Made", *words)
    assert (result.code, result.out, sorted(here.iterdir())) == (2, "", before)
    assert result.err


@pytest.mark.parametrize("name", ["", "  ", "bell \x07", "x" * 201])
def test_a_name_that_no_design_can_have_writes_nothing(capsys: pytest.CaptureFixture[str], here: Path, name: str) -> None:
    before = sorted(here.iterdir())
    result = ran(capsys, "new", name, "-o", "made.yaml")
    assert (result.code, result.out, sorted(here.iterdir())) == (2, "", before)


def answered(here: Path, answers: str, *words: str) -> tuple[int, str, str]:
    """What `archgen new` says to someone at a terminal who gives these answers: exit code, output, questions."""
    terminal, program = pty.openpty()
    command = [sys.executable, "-m", "archgen", "new", *words]
    root = str(Path(__file__).resolve().parents[2])
    with subprocess.Popen(
        command, cwd=here, stdin=program, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, "PYTHONPATH": root}
    ) as process:
        os.close(program)
        os.write(terminal, answers.encode())
        out, err = process.communicate()
    os.close(terminal)
    return process.returncode, out.decode(), err.decode()


def test_without_a_name_five_questions_are_asked(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = answered(here, "Ticket booking\nlive\n20k\n\npython\n")
    assert (code, out) == (0, "ticket_booking.py\n")
    assert [line for line in err.splitlines() if "?" in line] == [
        "What is the system called? What does it mostly do?",
        "> [web] How many use it at the same time? [10000] How many requests a second do they send, all together? [200] "
        "In which form?",
    ]
    assert findings(capsys, "ticket_booking.py") == ("Ticket booking", [], 0)
    assert read("ticket_booking.py").architecture.design.requirements.concurrent_clients == 20_000


def test_an_answer_that_will_not_do_is_asked_for_again(here: Path) -> None:
    code, out, err = answered(here, "\nShop 2\n9\n4\nmany\n500\n0\n3.5\ny\n")
    assert (code, out) == (0, "shop_2.yaml\n")
    assert "  a name cannot be empty\n" in err
    assert "  answer with one of: web, live, jobs, uploads, events\n" in err
    assert "  the number of requests a second is above zero, such as 12.5 or 4k/s\n" in err


def test_what_is_given_is_not_asked_for(here: Path) -> None:
    code, out, err = answered(here, "Shop 3\n\n\n", "--shape", "jobs", "-o", "made.py")
    assert (code, out) == (0, "made.py\n")
    assert "mostly" not in err
    assert "form" not in err


def test_where_nobody_answers_a_name_is_asked_for(here: Path) -> None:
    root = str(Path(__file__).resolve().parents[2])
    command = [sys.executable, "-m", "archgen", "new"]
    done = subprocess.run(
        command,
        cwd=here,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": root},
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines()[-1] == 'nobody answers; give the NAME: archgen new "Ticket booking"'


def test_a_rule_is_written_that_keeps_the_laws(capsys: pytest.CaptureFixture[str]) -> None:
    result = ran(capsys, "new", "--rule", "Public database")
    assert result == Ran(0, "rules/public_database.py\n", "")
    assert ran(capsys, "new", "Double charge", "--rule").out == "rules/double_charge.py\n"
    assert ran(capsys, "new", "--rule", "Double charge", "-o", "ours/charge.py").out == "ours/charge.py\n"
    lines = ran(capsys, "test-rules", "rules").out.splitlines()
    assert [line.split("  ")[0] for line in lines] == [
        "OUR001 public-database",
        "OUR002 double-charge",
        "2 rules, 10 cases: all keep the laws",
    ]
    assert ran(capsys, "test-rules", "ours").code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--rule"], 'name what the rule finds: archgen new --rule "Public database"'),
        (["--rule", "Shop", "--shape", "web"], "--shape is for a design, and not for a rule"),
        (
            ["--rule", "3 things"],
            '"3 things" makes no name for a rule; say in a few words what it finds, such as "Public database"',
        ),
        (["--rule", "Shop", "-o", "shop.py"], "shop.py exists already; give another file with -o"),
    ],
)
def test_what_makes_no_rule_is_refused(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert ran(capsys, "new", *arguments) == Ran(2, "", f"{said}\n")


@pytest.mark.parametrize("title", ["Systems of our shop", 'Say "hi" *to* <b>', "😀 消息", "back\\slash\\n"])
def test_a_new_site_has_a_design_that_lints_clean_and_pages_that_lead_to_it(
    capsys: pytest.CaptureFixture[str], title: str
) -> None:
    files = ran(capsys, "new", "--site", title).out.split("\n")[:-1]
    assert [Path(file).parent.as_posix() for file in files] == [".", "designs", "pages"]
    assert findings(capsys, files[1]) == (title, [], 0)
    told = ran(capsys, "site", "build", "--show-config").out.splitlines()
    assert [line.split()[:1] + line.split()[-2:] for line in told if line.startswith("design ")] == [
        ["design", files[1], "found"]
    ]
    assert f"\ntitle          {title}" in "\n".join(told)
    page = own_page(Path(files[2]), Path("pages"))
    assert (page.path, page.title) == ("index.html", title)
    assert f'href="designs/{slug(title).replace("_", "-")}.html"' in unquote(page.html)


def test_a_new_site_leaves_alone_what_is_there(capsys: pytest.CaptureFixture[str]) -> None:
    Path("archgen.toml").write_text("# mine\n")
    result = ran(capsys, "new", "--site", "Shop")
    assert (result.code, result.err) == (2, "archgen.toml exists already; give another folder with -o\n")
    assert not Path("pages").exists()
    assert ran(capsys, "new", "--site", "Shop", "-o", "docs").out.split() == [
        "docs/archgen.toml",
        "docs/designs/shop.yaml",
        "docs/pages/index.md",
    ]
    assert ran(capsys, "new", "--site", "--shape", "web", "x").err == "--shape is for a design, and not for a site\n"
