"""Hostile texts on the terminal: nothing of them is obeyed, and what cannot be shown is refused in words that can."""

import json
from pathlib import Path

import pytest

from archgen.documents.html import fragment
from archgen.dsl.texts import REVERSALS
from archgen.loading import library
from archgen.model.link import link
from tests.cli.running import ran
from tests.documents.markup import Markup
from tests.hostile.everything import hostile

COMMANDS = {
    "validate": ["validate", "hostile.yaml"],
    "validate-json": ["validate", "hostile.yaml", "--format", "json"],
    "lint": ["lint", "hostile.yaml"],
    "estimate": ["estimate", "hostile.yaml"],
    "estimate-json": ["estimate", "hostile.yaml", "--format", "json"],
    "why": ["estimate", "hostile.yaml", "--why", "p8"],
    "growth": ["estimate", "hostile.yaml", "--growth"],
    "decide": ["decide", "hostile.yaml"],
    "decide-json": ["decide", "hostile.yaml", "--format", "json"],
    "simulate": ["simulate", "hostile.yaml", "--duration", "2s"],
    "simulate-json": ["simulate", "hostile.yaml", "--duration", "2s", "--format", "json"],
    "fmt": ["fmt", "--diff", "hostile.yaml"],
    "fix": ["lint", "hostile.yaml", "--fix", "--unsafe-fixes", "--diff"],
}
UNSHOWN = ["\x00", "\x1b[2J", "\x07", "\x9b31m", "\x7f"]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    (tmp_path / "hostile.yaml").write_text(library.exporter("yaml").write(link(hostile()[0])), "utf-8")
    return tmp_path


def is_plain(text: str) -> bool:
    return not REVERSALS.search(text) and all(
        sign == "\n" or (ord(sign) >= ord(" ") and not 0x7F <= ord(sign) < 0xA0) for sign in text
    )


@pytest.mark.parametrize("words", COMMANDS.values(), ids=COMMANDS)
def test_what_is_printed_is_read_as_it_is_written(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    result = ran(capsys, *words)
    assert result.code in (0, 1)
    assert is_plain(result.out)
    assert is_plain(result.err)
    if "json" in words:
        assert json.loads(result.out)


@pytest.mark.parametrize("sign", UNSHOWN, ids=ascii)
@pytest.mark.parametrize("name", ["a.yaml", "a.json", "a.py"])
def test_what_cannot_be_shown_is_refused_and_not_shown(
    capsys: pytest.CaptureFixture[str], here: Path, name: str, sign: str
) -> None:
    text = json.dumps(f"Pay{sign}")
    designs = {
        "yaml": f"archgen: 1\ndesign: {text}\ncomponents:\n  a: {{kind: service, note: {text}}}\n",
        "json": f'{{"archgen": 1, "design": {text}, "components": {{"a": {{"kind": "service", "note": {text}}}}}}}',
        "py": f"from archgen import Design, Service\ndesign = Design({f'Pay{sign}'!a}, [Service('a')])\n",
    }
    (here / name).write_text(designs[name.partition(".")[2]])
    result = ran(capsys, "validate", name)
    assert result.code == 2
    assert f"U+{ord(sign[0]):04X} cannot be shown; leave it out" in result.err
    assert is_plain(result.err)


@pytest.mark.parametrize(
    "entry",
    [
        "decisions: [{tree: %s}]",
        "decisions: [{tree: delivery-guarantee, choice: %s}]",
        "waivers: [{rule: %s, reason: it is so}]",
        "waivers: [{rule: AR001, reason: it is so, until: %s}]",
        "%s: 1",
        "components: {a: {kind: %s}}",
        "components: {a: {kind: service, %s: 1}}",
        "notes: {%s: 1}",
        "connections: [{kind: calls, from: %s, to: b}]",
        "requirements: {write_rate: %s}",
    ],
)
def test_what_is_refused_is_named_plainly(capsys: pytest.CaptureFixture[str], here: Path, entry: str) -> None:
    text = json.dumps("::error::x \u202e ##[group]y <script>\r\n::set-output name=a::b")
    (here / "a.yaml").write_text("archgen: 1\ndesign: A\n" + entry % text + "\n", "utf-8")
    result = ran(capsys, "decide" if entry.startswith("decisions") else "lint", "a.yaml")
    assert result.code == (0 if "AG002" in result.out else 2)
    assert is_plain(result.out + result.err)
    assert not any(line.startswith(("::", "##[")) for line in (result.out + result.err).splitlines())


def test_records_of_decisions_show_hostile_names(capsys: pytest.CaptureFixture[str], here: Path) -> None:
    result = ran(capsys, "decide", "hostile.yaml", "--save", "records", "--date", "2031-05-17")
    assert result.code == 0
    texts = [path.read_text("utf-8") for path in (here / "records").glob("*.md")]
    assert texts
    for text in texts:
        page = Markup(fragment(text.partition("---\n\n")[2]))
        assert page.dangers == []
        assert not REVERSALS.search(text)
