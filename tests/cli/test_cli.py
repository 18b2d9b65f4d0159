"""What all commands share: exit codes, messages, help."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from archgen.cli import commands, main
from tests.cli.conftest import ROOT
from tests.cli.running import Ran, ran

NEEDS_SPEC = ("decide", "doc", "estimate", "lint", "render", "serve", "simulate", "validate")


def process(*arguments: str, **environment: str) -> "subprocess.CompletedProcess[bytes]":
    command = [sys.executable, "-m", "archgen", *arguments]
    return subprocess.run(command, capture_output=True, env={**os.environ, "PYTHONPATH": str(ROOT), **environment}, check=False)


def examples() -> list[tuple[str, str]]:
    """The lines of each command's help that show a call."""
    found = []
    for name in commands():
        text = (ROOT / "archgen" / "cli" / f"{name.replace('-', '_')}.py").read_text("utf-8").split('"""')[1]
        found += [(name, line.strip()) for line in text.splitlines() if line.startswith("    archgen ")]
    return found


def words_of(line: str) -> list[str]:
    return [quoted or plain for quoted, plain in re.findall(r'"([^"]*)"|(\S+)', line)][1:]


def test_a_call_without_a_command_shows_the_help_and_could_not_run(capsys: pytest.CaptureFixture[str]) -> None:
    result = ran(capsys)
    assert result.code == 2
    assert result.out.startswith("usage: archgen")


@pytest.mark.parametrize(
    "arguments", [["--help"], ["-h"], ["--version"], *([name, "--help"] for name in commands())], ids=" ".join
)
def test_help_is_no_failure(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    result = ran(capsys, *arguments)
    assert (result.code, result.err) == (0, "")
    assert "archgen" in result.out


def test_help_names_every_command_with_what_it_does(capsys: pytest.CaptureFixture[str]) -> None:
    text = ran(capsys, "--help").out
    assert [name for name in commands() if not re.search(rf"^ +{name}\s+\w", text, re.MULTILINE)] == []


def test_every_command_has_an_example() -> None:
    assert sorted({name for name, _ in examples()}) == commands()


# These take long, or never end, and have tests of their own.
ELSEWHERE = ("archgen site ", "archgen serve ", "--watch", "--built-in")


@pytest.mark.graphviz
@pytest.mark.parametrize("line", [line for _, line in examples() if not any(part in line for part in ELSEWHERE)])
def test_every_example_runs(capsys: pytest.CaptureFixture[str], line: str) -> None:
    if "test-rules" in line:
        assert ran(capsys, "new", "--rule", "Public database").code == 0
    result = ran(capsys, *words_of(line))
    assert (result.code, result.err) in ((0, ""), (1, ""))
    assert result.out


def test_an_unknown_command_offers_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    result = ran(capsys, "rendr", "shop.yaml")
    assert (result.code, result.out) == (2, "")
    assert 'there is no command "rendr"; did you mean "render"?' in result.err


@pytest.mark.parametrize("name", NEEDS_SPEC)
def test_a_design_that_is_not_there_could_not_run(capsys: pytest.CaptureFixture[str], name: str) -> None:
    message = "none.yaml: the file cannot be read: No such file or directory\n"
    assert ran(capsys, name, "none.yaml") == Ran(2, "", message)


@pytest.mark.parametrize("name", [*NEEDS_SPEC, "export"])
def test_nothing_is_run_when_nothing_may_be(capsys: pytest.CaptureFixture[str], here: Path, name: str) -> None:
    (here / "spec.py").write_text("open('trace', 'w')\n")
    words = (name, "json", "spec.py") if name == "export" else (name, "spec.py")
    result = ran(capsys, *words, "--no-exec")
    assert result == Ran(2, "", "spec.py: a Python specification would have to be run; give a YAML one, or drop --no-exec\n")
    assert not (here / "trace").exists()


@pytest.mark.parametrize("words", [["lint"], ["export", "json"], ["estimate"], ["decide"]], ids=" ".join)
def test_what_a_specification_prints_is_not_mixed_with_the_output(
    capsys: pytest.CaptureFixture[str], here: Path, words: list[str]
) -> None:
    before = ran(capsys, *words, "shop.py")
    (here / "shop.py").write_text((here / "shop.py").read_text() + 'print("hello")\n')
    after = ran(capsys, *words, "shop.py")
    assert (after.code, after.out, after.err) == (before.code, before.out, "hello\n")


def test_all_problems_of_all_designs_are_said_at_once(capsys: pytest.CaptureFixture[str], here: Path) -> None:
    (here / "a.yaml").write_text("archgen: 1\ndesign: A\nsumary: x\npich: y\n")
    (here / "b.yaml").write_text("archgen: 2\ndesign: B\n")
    assert ran(capsys, "lint", "a.yaml", "b.yaml") == Ran(
        2,
        "",
        'a.yaml:3:1: a design has no "sumary"; did you mean "summary"?\n'
        'a.yaml:4:1: a design has no "pich"; did you mean "pitch"?\n'
        "b.yaml:1:10: this form is not known; write: archgen: 1\n",
    )


def test_a_fault_of_archgen_is_said_to_be_one(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    from archgen.cli import export

    def fails(options: object) -> None:
        raise KeyError("replicas")

    monkeypatch.setattr(export, "run", fails)
    monkeypatch.delenv("ARCHGEN_TRACEBACK", raising=False)
    result = ran(capsys, "export", "json", "shop.yaml")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("this is a fault of archgen: KeyError: 'replicas'\n")
    assert "Traceback" not in result.err
    monkeypatch.setenv("ARCHGEN_TRACEBACK", "1")
    assert "Traceback" in ran(capsys, "export", "json", "shop.yaml").err


def test_a_process_ends_with_the_code() -> None:
    assert process("lint", "shop.yaml").returncode == 0
    assert process("lint", "shop.yaml", "--fail-on", "info").returncode == 1
    assert process("lint", "none.yaml").returncode == 2


def test_a_pipe_gets_no_progress_and_no_colour() -> None:
    done = process("lint", "examples/group_chat.py", "--fail-on", "never")
    assert done.stderr == b""
    assert b"\x1b" not in done.stdout


def test_a_reader_that_has_had_enough_is_no_failure() -> None:
    command = f'"{sys.executable}" -m archgen list words | head -n 1; "{sys.executable}" -m archgen export json shop.yaml | true'
    done = subprocess.run(command, shell=True, capture_output=True, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_output_is_utf8_whatever_the_terminal_is_set_to(here: Path, encoding: str) -> None:
    (here / "odd.yaml").write_text('archgen: 1\ndesign: "Zoë 😀 消息"\n', "utf-8")
    done = process("export", "json", "odd.yaml", PYTHONIOENCODING=encoding)
    assert (done.returncode, done.stderr) == (0, b"")
    assert '"Zoë 😀 消息"' in done.stdout.decode("utf-8")


def test_an_interruption_could_not_run(capsys: pytest.CaptureFixture[str], here: Path) -> None:
    (here / "stop.py").write_text("raise KeyboardInterrupt\n")
    assert ran(capsys, "lint", "stop.py") == Ran(2, "", "stopped\n")


def test_the_program_s_own_arguments_are_the_default(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["archgen", "--version"])
    assert main() == 0
    assert capsys.readouterr().out.startswith("archgen ")


def test_designs_may_stand_before_and_behind_options(capsys: pytest.CaptureFixture[str]) -> None:
    both = ran(capsys, "validate", "shop.yaml", "shop.py", "--format", "json")
    assert both.out.count('"valid": true') == 2
    assert ran(capsys, "validate", "shop.yaml", "--format", "json", "shop.py") == both
    wrong = ran(capsys, "validate", "shop.yaml", "--format", "json", "--formt", "shop.py")
    assert (wrong.code, wrong.err.splitlines()[-1]) == (
        2,
        'archgen validate: error: there is no option "--formt"; did you mean "--format"?',
    )
    assert ran(capsys, "export", "json", "shop.yaml", "--no-exec", "shop.py").code == 2


def test_no_message_is_a_command_to_a_runner(capsys: pytest.CaptureFixture[str], here: Path) -> None:
    (here / "nasty.yaml").write_text("archgen: 1\ndesign: A\n'##[group]x': 1\n")
    assert '"##\u200b[group]x"' in ran(capsys, "validate", "nasty.yaml").err
