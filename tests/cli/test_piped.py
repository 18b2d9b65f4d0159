"""Designs that are piped in: read as the file that they stand for, and never written to it."""

import json
from pathlib import Path

import pytest

from tests.cli.piping import pipe_in
from tests.cli.running import Ran, ran

TEXT = """\
archgen: 1
design: Prices
components:
  app: {kind: client}  # people
  api: {kind: service}
connections:
  - {kind: calls, from: app, to: api, protocol: websocket}
waivers:
  - {rule: XX001, reason: there is no such rule}
"""
PYTHON = "from archgen import Client, Design\nfrom clients import app\n\ndesign = Design('Prices', [app])\n"
FIXES = ("lint", "--select", "RT028,AG", "--fix")
ONE_SPEC = [["decide"], ["estimate"], ["export", "json"], ["export", "yaml"]]


@pytest.fixture
def piped(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> "Piped":
    return Piped(monkeypatch, capsys)


class Piped:
    """Runs commands, each with something piped in."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.monkeypatch, self.capsys = monkeypatch, capsys

    def __call__(self, data: bytes | str, *words: str) -> Ran:
        pipe_in(self.monkeypatch, data)
        return ran(self.capsys, *words)


@pytest.mark.parametrize("command", [*ONE_SPEC, ["lint"], ["validate"], ["lint", "--format", "json"]], ids=" ".join)
def test_what_is_piped_in_is_read_as_the_file_that_it_stands_for(piped: Piped, here: Path, command: list[str]) -> None:
    (here / "prices.yaml").write_text(TEXT)
    by_file = piped("", *command, "prices.yaml")
    assert by_file.code in (0, 1)
    (here / "prices.yaml").unlink()
    assert piped(TEXT, *command, "-", "--stdin-filename", "prices.yaml") == by_file
    assert piped(TEXT, *command, "-") == Ran(by_file.code, by_file.out.replace("prices.yaml", "<stdin>"), by_file.err)


@pytest.mark.graphviz
@pytest.mark.parametrize(("command", "suffix"), [("render", "svg"), ("doc", "html")])
def test_figures_and_documents_are_called_as_the_file_or_as_the_design(
    piped: Piped, here: Path, command: str, suffix: str
) -> None:
    assert piped(TEXT, command, "-") == Ran(0, f"prices.{suffix}\n", "")
    assert piped(TEXT, command, "-", "--stdin-filename", "deep/er.yaml") == Ran(0, f"er.{suffix}\n", "")
    nameless, named = (here / f"{name}.{suffix}" for name in ("prices", "er"))
    assert nameless.read_text().replace("&lt;stdin&gt;", "deep/er.yaml") == named.read_text()


def test_json_is_read_without_a_name_too(piped: Piped) -> None:
    text = json.dumps({"archgen": 1, "design": "Prices", "components": {"app": {"kind": "client"}}})
    for words in (["-"], ["-", "--stdin-filename", "a.json"]):
        assert "valid, 1 component and 0 connections" in piped(text, "validate", *words).out


def test_a_python_design_finds_what_lies_beside_the_file_that_it_stands_for(piped: Piped, here: Path) -> None:
    (here / "designs").mkdir()
    (here / "designs" / "clients.py").write_text("from archgen import Client\n\napp = Client('App')\n")
    name = "designs/prices.py"
    assert piped(PYTHON, "validate", "-", "--stdin-filename", name).out == f"{name}: valid, 1 component and 0 connections\n"
    assert piped(PYTHON, "validate", "-", "--stdin-filename", name, "--no-exec").code == 2
    assert piped("a = 1\nb = c\n", "validate", "-", "--stdin-filename", name).err == (
        f"{name}:2:5: the specification raised NameError: name 'c' is not defined\n"
    )


def test_files_that_are_included_lie_beside_the_file_that_it_stands_for(piped: Piped, here: Path) -> None:
    (here / "designs").mkdir()
    (here / "designs" / "parts.yaml").write_text("components:\n  app: {kind: client}\n")
    text = "archgen: 1\ndesign: D\ninclude: [parts.yaml]\n"
    assert piped(text, "validate", "-", "--stdin-filename", "designs/d.yaml").code == 0
    assert '"parts.yaml": the file cannot be read' in piped(text, "validate", "-").err
    own = piped("archgen: 1\ndesign: D\ninclude: [d.yaml]\n", "validate", "-", "--stdin-filename", "d.yaml")
    assert '"d.yaml" leads back to a file that is being read' in own.err


def test_a_file_that_includes_what_is_piped_in_gets_that(piped: Piped, here: Path) -> None:
    (here / "parts.yaml").write_text("components: {}\n")
    (here / "whole.yaml").write_text("archgen: 1\ndesign: D\ninclude: [parts.yaml]\n")
    words = ("validate", "whole.yaml", "-", "--stdin-filename", "parts.yaml")
    assert piped("components:\n  app: {kind: client}\n", *words).err.startswith("parts.yaml:")
    out = piped("archgen: 1\ndesign: E\ncomponents:\n  app: {kind: client}\n", *words).err
    assert 'parts.yaml:2:1: "design" is said in the file that includes this one' in out


def test_the_configuration_is_that_of_the_folder_of_the_name(piped: Piped, here: Path) -> None:
    (here / "old").mkdir()
    (here / "old" / "archgen.toml").write_text("[lint.per-path-ignores]\n'kept*.yaml' = ['AG002']\n")
    rules = ("lint", "--select", "AG002", "-")
    assert "AG002" in piped(TEXT, *rules).out
    assert "AG002" in piped(TEXT, *rules, "--stdin-filename", "old/new.yaml").out
    assert "AG002" not in piped(TEXT, *rules, "--stdin-filename", "old/kept1.yaml").out
    shown = piped(b"", "lint", "--show-config", "-", "--stdin-filename", "old/new.yaml")
    assert (shown.code, shown.out.partition("\n")[0]) == (0, "# old/new.yaml")
    assert "old/archgen.toml" in shown.out


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_what_is_fixed_is_printed_and_the_report_goes_beside_it(piped: Piped, here: Path, ends: str, mark: str) -> None:
    data = (mark + TEXT).replace("\n", ends).encode()
    (here / "prices.yaml").write_bytes(data)
    by_file = piped("", *FIXES, "prices.yaml")
    fixed = (here / "prices.yaml").read_bytes()
    assert fixed != data
    (here / "prices.yaml").write_bytes(b"other")
    assert piped(data, *FIXES, "-", "--stdin-filename", "prices.yaml") == Ran(by_file.code, fixed.decode(), by_file.out)
    assert (here / "prices.yaml").read_bytes() == b"other"
    again = piped(fixed, *FIXES, "-")
    assert (again.out.encode(), again.err.splitlines()[-1]) == (fixed, "0 fixed, 1 left")


def test_a_report_for_programs_goes_beside_what_is_fixed_too(piped: Piped, here: Path) -> None:
    result = piped(TEXT, *FIXES, "-", "--format", "json", "--output", "text=-", "--output", "json=report.json")
    assert result.out.startswith("archgen: 1\n")
    assert result.err.startswith("{\n")
    assert json.loads((here / "report.json").read_text())["summary"]["warnings"] == 1


def test_a_diff_of_what_is_piped_in_has_its_name(piped: Piped) -> None:
    result = piped(TEXT, "lint", "--select", "RT028", "--diff", "-")
    assert (result.code, result.err) == (1, "1 would be fixed, 0 left\n")
    assert result.out.startswith("--- <stdin>\n+++ <stdin>\n@@ -4,6 +4,6 @@\n")


def test_how_much_can_be_fixed_counts_what_is_piped_in_alone(piped: Piped, here: Path) -> None:
    (here / "connections.yaml").write_text("connections:\n  - {kind: calls, from: app, to: api, protocol: websocket}\n")
    text = "archgen: 1\ndesign: D\ninclude: [connections.yaml]\ncomponents:\n  app: {kind: client}\n  api: {kind: service}\n"
    assert piped(TEXT, "lint", "--select", "RT028", "-").out.endswith("\n1 can be fixed by --fix\n")
    assert piped(text, "lint", "--select", "RT028", "-").out.endswith(" checked\n")
    result = piped(text, "lint", "--select", "RT028", "--fix", "-")
    assert result.out == text
    assert "not fixed: App calls API stands in connections.yaml, and only what is piped in is changed\n" in result.err
    assert "heartbeat" not in (here / "connections.yaml").read_text()


def test_what_cannot_be_read_prints_nothing(piped: Piped) -> None:
    for data, why in {
        b"a: [\n": "<stdin>:2:1: this is not YAML: did not find expected node content, while parsing a flow node\n",
        b"\xff": "<stdin>:1: the file cannot be read: it is not UTF-8 text; save it as UTF-8\n",
        b"#" * 5_000_001: "<stdin>: the file is larger than 5 MB\n",
        b"": "<stdin>:1:1: the file is empty; a design begins with: archgen: 1\n",
    }.items():
        assert piped(data, "lint", "--fix", "-") == Ran(2, "", why)
        assert piped(data, "fmt", "-").err == why
    assert piped(TEXT, "lint", "-", "--stdin-filename", "a.txt").err.startswith("a.txt: no format is known for this file;")


def test_a_report_is_never_written_over_the_file_that_it_stands_for(piped: Piped, here: Path) -> None:
    result = piped(TEXT, "lint", "-", "--stdin-filename", "prices.yaml", "--output", "json=./prices.yaml")
    assert (result.code, (here / "prices.yaml").exists()) == (2, False)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["lint", "a.yaml", "--stdin-filename", "b.yaml"], "--stdin-filename NAME goes with -, which stands for"),
        (["fmt", "a.yaml", "--stdin-filename", "b.yaml"], "--stdin-filename NAME goes with -, which stands for"),
        (["estimate", "-", "--stdin-filename", ""], "--stdin-filename NAME goes with -, which stands for"),
        (["validate", "-", "-"], "- is given 2 times, but what is piped in can be read once\n"),
        (["lint", "./a.yaml", "-", "--stdin-filename", "a.yaml"], "a.yaml is what - stands for here; leave one of them out\n"),
        (["lint", "--fix", "a.yaml", "-"], "- stands alone, since what is piped in is printed; fix files by a call of"),
    ],
    ids=lambda one: " ".join(one)[:40] if isinstance(one, list) else "",
)
def test_a_call_that_contradicts_itself_is_refused(piped: Piped, words: list[str], why: str) -> None:
    result = piped(TEXT, *words)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(why)


def test_an_input_that_is_closed_is_said(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    assert ran(capsys, "lint", "-") == Ran(2, "", "nothing is piped in; give a file in place of -\n")
