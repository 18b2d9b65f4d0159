"""archgen fmt: lays files out in place, or says which it would; what it refuses it leaves as it is."""

import sys
from pathlib import Path

import pytest

from archgen.formatting import yaml_layout
from tests.cli.conftest import ROOT
from tests.cli.piping import pipe_in
from tests.cli.running import Ran, ran

LAID_OUT = "archgen: 1\ndesign: A  # the first\n\ncomponents:\n  # who calls\n  a: {kind: client}\n"
LOOSE = "archgen:   1\ndesign: 'A' # the first\ncomponents:\n    # who calls\n    a: { kind: client }"


@pytest.fixture(autouse=True)
def designs(here: Path) -> None:
    """One design that is laid out, one that is not."""
    (here / "good.yaml").write_text(LAID_OUT)
    (here / "loose.yaml").write_text(LOOSE)


def test_files_are_laid_out_in_place(capsys: pytest.CaptureFixture[str], here: Path) -> None:
    said = "loose.yaml\n1 file changed, 1 left as it is\n"
    assert ran(capsys, "fmt", "loose.yaml", "good.yaml") == Ran(0, said, "")
    assert [(here / name).read_text() for name in ("loose.yaml", "good.yaml")] == [LAID_OUT, LAID_OUT]
    assert ran(capsys, "fmt", "loose.yaml", "good.yaml") == Ran(0, "0 files changed, 2 left as they are\n", "")


def test_a_file_that_is_laid_out_is_not_written(capsys: pytest.CaptureFixture[str], here: Path) -> None:
    before = (here / "good.yaml").stat()
    assert ran(capsys, "fmt", "good.yaml").code == 0
    assert ((here / "good.yaml").stat().st_mtime_ns, (here / "good.yaml").stat().st_ino) == (before.st_mtime_ns, before.st_ino)


def test_check_names_what_would_change_and_writes_nothing(capsys: pytest.CaptureFixture[str], here: Path) -> None:
    said = "loose.yaml\n1 file would change, 1 would be left as it is\n"
    assert ran(capsys, "fmt", "--check", "loose.yaml", "good.yaml") == Ran(1, said, "")
    assert (here / "loose.yaml").read_text() == LOOSE
    assert ran(capsys, "fmt", "--check", "good.yaml") == Ran(0, "0 files would change, 1 would be left as it is\n", "")


def test_diff_prints_a_patch_and_writes_nothing(capsys: pytest.CaptureFixture[str], here: Path) -> None:
    (here / "loose.yaml").write_text(LAID_OUT.replace("A  #", "'A' #").rstrip("\n"))
    before = (here / "loose.yaml").read_bytes()
    assert ran(capsys, "fmt", "--diff", "good.yaml", "loose.yaml") == Ran(
        1,
        "--- loose.yaml\n"
        "+++ loose.yaml\n"
        "@@ -1,6 +1,6 @@\n"
        " archgen: 1\n"
        "-design: 'A' # the first\n"
        "+design: A  # the first\n"
        " \n"
        " components:\n"
        "   # who calls\n"
        "-  a: {kind: client}\n"
        "\\ No newline at end of file\n"
        "+  a: {kind: client}\n",
        "",
    )
    assert (here / "loose.yaml").read_bytes() == before
    assert ran(capsys, "fmt", "--diff", "--check", "good.yaml") == Ran(0, "", "")


def test_what_is_piped_in_is_printed(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    pipe_in(monkeypatch, LOOSE.encode())
    assert ran(capsys, "fmt", "-") == Ran(0, LAID_OUT, "")
    pipe_in(monkeypatch, LOOSE.encode())
    assert ran(capsys, "fmt", "--check", "-") == Ran(1, "<stdin>\n1 file would change, 0 would be left as they are\n", "")
    pipe_in(monkeypatch, b"a: [\n")
    refused = "<stdin>:2:1: this is not YAML: did not find expected node content, while parsing a flow node\n"
    assert ran(capsys, "fmt", "-") == Ran(2, "", refused)


def test_what_is_piped_in_has_the_form_that_its_name_says(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, here: Path
) -> None:
    (here / "a.json").write_text('{"archgen": 1,\r\n"design": "A"}')
    laid_out = (0, "a.json\n1 file changed, 0 left as they are\n", "")
    data = (here / "a.json").read_bytes()
    assert ran(capsys, "fmt", "a.json") == Ran(*laid_out)
    pipe_in(monkeypatch, data)
    assert ran(capsys, "fmt", "-", "--stdin-filename", "new.json") == Ran(0, (here / "a.json").read_bytes().decode(), "")
    for name, why in (("b.py", "this is Python, which"), ("b.txt", "no layout is known for this file;")):
        pipe_in(monkeypatch, data)
        result = ran(capsys, "fmt", "-", "--stdin-filename", name)
        assert (result.code, result.out, result.err.partition(why)[:2]) == (2, "", (f"{name}: ", why))


def test_a_diff_holds_nothing_that_a_terminal_or_a_runner_obeys(capsys: pytest.CaptureFixture[str], here: Path) -> None:
    (here / "loose.yaml").write_bytes(
        b"archgen: 1\nsummary: |\n  x\n  ::error::a\n  ##[group]b ##[group]c\n  y\r  ::error::d\ndesign:   A\n"
    )
    result = ran(capsys, "fmt", "--diff", "loose.yaml")
    assert result.code == 1, result.err
    assert "\r" not in result.out
    assert [line for line in result.out.splitlines() if line.lstrip().startswith("::") or "##[" in line] == []
    assert all(f"::error::{one}" in result.out for one in "ad")


def test_what_is_piped_in_stands_alone(capsys: pytest.CaptureFixture[str], here: Path) -> None:
    result = ran(capsys, "fmt", "-", "loose.yaml")
    assert (result.code, result.out, result.err[:15]) == (2, "", "- stands alone,")
    assert (here / "loose.yaml").read_text() == LOOSE


def test_an_input_that_is_closed_is_said(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert ran(capsys, "fmt", "-") == Ran(2, "", "nothing is piped in; give a file in place of -\n")


REFUSED = {
    "a.yaml": (b"a: [\n", ":2:1: this is not YAML: did not find expected node content, while parsing a flow node"),
    "b.yaml": (b"a: &x 1\n", ":1:4: anchors and aliases (&name, *name) are not supported; write the value out"),
    "c.yaml": (b"a: !x 1\n", ":1:4: tags (!name) are not supported; leave it out"),
    "d.yaml": (b"a:\n\tb: 1\n", ":2:1: YAML does not take a tab here; indent with spaces"),
    "e.yaml": (b"a: " + b"[" * 70 + b"]" * 70, ":1:63: this is nested more than 60 levels deep"),
    "f.yaml": (b"a: 1\n---\nb: 2\n", ":2:1: a file holds one design; give the second one (after ---) a file of its own"),
    "g.yaml": (b"a: 1\na: 2\n", ':2:1: "a" stands here a second time; the first is on line 1'),
    "h.yaml": (
        b"- a\n",
        ':1:1: a design is a mapping of names to values, not a list; write "name: value" in place of "- value"',
    ),
    "i.yaml": (b"# nothing\n", ":1:1: the file is empty; a design begins with: archgen: 1"),
    "j.yaml": (b"--- # nothing\n", ":2:1: the file is empty; a design begins with: archgen: 1"),
    "k.yaml": (b"a: \xff\n", ":1: the file cannot be read: it is not UTF-8 text; save it as UTF-8"),
    "l.yaml": (b"a: b\x00\n", ":1:5: the character U+0000 cannot be shown; leave it out"),
    "m.json": (b'{"a": 1 #\n}', ":1:9: this is YAML, but not JSON (Expecting ',' delimiter); call the file .yaml, or write JSON"),
    "n.py": (b"design  = 1\n", ": this is Python, which ruff or black lay out; give a design in YAML or JSON"),
    "o.toml": (b"a  = 1\n", ": no layout is known for this file; known suffixes: .json, .yaml, .yml"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "data", "message"), [(name, *case) for name, case in REFUSED.items()], ids=REFUSED)
def test_what_is_refused_keeps_its_bytes(
    capsys: pytest.CaptureFixture[str], here: Path, name: str, data: bytes, message: str
) -> None:
    (here / name).write_bytes(data)
    assert ran(capsys, "fmt", name) == Ran(2, "0 files changed, 0 left as they are, 1 refused\n", f"{name}{message}\n")
    assert (here / name).read_bytes() == data


def test_of_a_folder_the_designs_are_laid_out(
    capsys: pytest.CaptureFixture[str], here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = here / "folder"
    folder.mkdir()
    (folder / "shop.arch.py").write_text("design  = 1\n")
    (folder / "part.yaml").write_text(LOOSE)
    named = "has the name of a design in YAML, such as architecture.yaml or orders.arch.yaml"
    assert ran(capsys, "fmt", "folder") == Ran(
        2, "", f"folder: no file in it {named}; name its files, such as folder/part.yaml\n"
    )
    assert ran(capsys, "fmt") == Ran(2, "", f"no file here {named}; name one: archgen fmt good.yaml\n")
    (folder / "shop.arch.yaml").write_text(LOOSE)
    assert ran(capsys, "fmt", "--check", "folder", "good.yaml").out == (
        "folder/shop.arch.yaml\n1 file would change, 1 would be left as it is\n"
    )
    monkeypatch.chdir(folder)
    assert ran(capsys, "fmt") == Ran(0, "shop.arch.yaml\n1 file changed, 0 left as they are\n", "")
    assert [(folder / name).read_text() for name in ("shop.arch.yaml", "part.yaml")] == [LAID_OUT, LOOSE]


def test_a_file_that_is_not_there_is_told_as_by_lint(capsys: pytest.CaptureFixture[str]) -> None:
    assert ran(capsys, "fmt", "none.yaml").err == ran(capsys, "lint", "none.yaml").err


def test_one_refused_file_does_not_keep_the_others(capsys: pytest.CaptureFixture[str], here: Path) -> None:
    (here / "a.yaml").write_text("a: [")
    (here / "b.yaml").write_text("b: *x")
    assert ran(capsys, "fmt", "a.yaml", "loose.yaml", "b.yaml", "good.yaml") == Ran(
        2,
        "loose.yaml\n1 file changed, 1 left as it is, 2 refused\n",
        "a.yaml:2:1: this is not YAML: did not find expected node content, while parsing a flow node\n"
        "b.yaml:1:4: anchors and aliases (&name, *name) are not supported; write the value out\n",
    )
    assert (here / "loose.yaml").read_text() == LAID_OUT


def test_a_file_that_cannot_be_written_is_refused(
    capsys: pytest.CaptureFixture[str], here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "other.yaml").write_text(LOOSE)

    def fails(self: Path, target: Path) -> Path:
        if target.name == "loose.yaml":
            raise PermissionError(13, "Permission denied")
        return self.rename(target)

    monkeypatch.setattr(Path, "replace", fails)
    result = ran(capsys, "fmt", "loose.yaml", "other.yaml")
    assert result.out == "other.yaml\n1 file changed, 0 left as they are, 1 refused\n"
    assert (result.code, result.err) == (2, "loose.yaml cannot be written: Permission denied\n")
    assert ((here / "loose.yaml").read_text(), (here / "other.yaml").read_text()) == (LOOSE, LAID_OUT)


@pytest.mark.parametrize(
    "made", ["archgen: 2\n# the first\n# who calls\n", LAID_OUT.replace("# who", "who"), LAID_OUT.replace("  # the", " the")]
)
def test_what_would_come_out_as_another_design_is_refused(
    capsys: pytest.CaptureFixture[str], here: Path, monkeypatch: pytest.MonkeyPatch, made: str
) -> None:
    monkeypatch.setattr(yaml_layout, "lay_out", lambda text, reads: made)
    message = "loose.yaml: laid out, this would say something else, so it is left as it is; please report it, with the file\n"
    assert ran(capsys, "fmt", "loose.yaml") == Ran(2, "0 files changed, 0 left as they are, 1 refused\n", message)
    assert (here / "loose.yaml").read_text() == LOOSE


def test_lines_end_as_the_first_one_does(capsys: pytest.CaptureFixture[str], here: Path) -> None:
    (here / "loose.yaml").write_bytes(LOOSE.replace("\n", "\r\n").encode())
    (here / "good.yaml").write_bytes(b"\xef\xbb\xbf" + LAID_OUT.encode())
    assert ran(capsys, "fmt", "loose.yaml", "good.yaml").code == 0
    assert (here / "loose.yaml").read_bytes() == LAID_OUT.replace("\n", "\r\n").encode()
    assert (here / "good.yaml").read_bytes() == LAID_OUT.encode()


def test_a_link_stays_one(capsys: pytest.CaptureFixture[str], here: Path) -> None:
    (here / "link.yaml").symlink_to("loose.yaml")
    assert ran(capsys, "fmt", "link.yaml").out == "link.yaml\n1 file changed, 0 left as they are\n"
    assert (here / "link.yaml").is_symlink()
    assert (here / "loose.yaml").read_text() == LAID_OUT


def test_an_export_is_laid_out(capsys: pytest.CaptureFixture[str], here: Path) -> None:
    assert ran(capsys, "export", "json", "shop.yaml", "-o", "shop.json").code == 0
    assert ran(capsys, "fmt", "--check", "shop.json").code == 0
    (here / "tight.json").write_text('{"archgen":1,"design":"A"}')
    assert ran(capsys, "fmt", "tight.json").code == 0
    assert (here / "tight.json").read_text() == '{\n  "archgen": 1,\n  "design": "A"\n}\n'


def test_a_design_lints_as_before(capsys: pytest.CaptureFixture[str]) -> None:
    before = ran(capsys, "export", "json", "shop.yaml")
    assert ran(capsys, "fmt", "shop.yaml").out == "shop.yaml\n1 file changed, 0 left as they are\n"
    assert ran(capsys, "export", "json", "shop.yaml") == before


def test_the_examples_are_laid_out(capsys: pytest.CaptureFixture[str]) -> None:
    names = [f"examples/{path.name}" for path in sorted((ROOT / "examples").glob("*.yaml"))]
    assert ran(capsys, "fmt", "--check", *names).code == 0
