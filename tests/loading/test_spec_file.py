"""From a path to a design, whatever stands at the path."""

from pathlib import Path

import pytest

from archgen.errors import Position, SpecError
from archgen.loading.spec_file import load
from archgen.loading.text_file import MAX_BYTES

YAML = "archgen: 1\ndesign: Chat\ncomponents:\n  app: {kind: client}\n"


def refused(path: Path | str, *, execute: bool = True) -> str:
    with pytest.raises(SpecError) as caught:
        load(str(path), execute=execute)
    return str(caught.value)


@pytest.mark.parametrize("name", ["chat.yaml", "chat.yml", "CHAT.YAML"])
def test_a_yaml_file_is_read(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(YAML)
    assert load(str(tmp_path / name)).design.name == "Chat"


def test_a_json_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "chat.json").write_text('{\n\t"archgen": 1,\n\t"design": "Chat \\ud83d\\ude00"}')
    assert load(str(tmp_path / "chat.json")).design.name == "Chat 😀"


def test_a_byte_order_mark_and_windows_line_ends_are_nothing(tmp_path: Path) -> None:
    file = tmp_path / "chat.yaml"
    file.write_bytes(b"\xef\xbb\xbf" + YAML.replace("\n", "\r\n").encode())
    spec = load(str(file))
    assert spec.locate(spec.design.parts[0]) == Position(str(file), 4, 3)
    assert spec.locate(spec.design) == Position(str(file), 1, 1)


@pytest.mark.parametrize("suffix", [".yaml", ".json", ".py"])
def test_a_file_that_is_not_there_is_said_to_be_missing(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"none{suffix}"
    assert refused(path) == f"{path}: the file cannot be read: No such file or directory"


@pytest.mark.parametrize("suffix", [".yaml", ".py"])
def test_a_folder_is_no_design(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"folder{suffix}"
    path.mkdir()
    assert refused(path) == f"{path}: the file cannot be read: Is a directory"


def test_a_folder_without_a_suffix_is_said_to_be_one(tmp_path: Path) -> None:
    assert refused(tmp_path) == f"{tmp_path}: the file cannot be read: it is a folder; name the file of a design"


@pytest.mark.parametrize("suffix", [".yaml", ".py"])
def test_a_file_of_another_encoding_is_refused(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"latin{suffix}"
    path.write_bytes(b"caf\xe9")
    assert refused(path) == f"{path}:1: the file cannot be read: it is not UTF-8 text; save it as UTF-8"
    path.write_text("name: x", "utf-16")
    assert refused(path) == f"{path}: the file cannot be read: it is UTF-16; save it as UTF-8"


@pytest.mark.parametrize("suffix", [".yaml", ".json", ".py"])
@pytest.mark.parametrize("letter", [b"x", b"[", b"\xff"])
def test_a_file_of_over_five_megabytes_is_refused(tmp_path: Path, suffix: str, letter: bytes) -> None:
    path = tmp_path / f"large{suffix}"
    path.write_bytes(letter * (MAX_BYTES + 1))
    assert refused(path) == f"{path}: the file is larger than 5 MB"


def test_a_path_that_no_file_can_have_is_refused() -> None:
    assert refused("a\0b.yaml") == "a\0b.yaml: the file cannot be read: embedded null byte"


@pytest.mark.parametrize("name", ["chat.txt", "chat", "", "-"])
def test_a_suffix_without_a_format_lists_those_there_are(name: str) -> None:
    message = "no format is known for this file; known suffixes: .json, .py, .yaml, .yml"
    assert refused(name).removeprefix(f"{name}: ").removeprefix(": ") == message


def test_a_python_specification_is_run(tmp_path: Path) -> None:
    file = tmp_path / "chat.py"
    file.write_text('from archgen import Design\ndesign = Design("Chat", [])\n')
    assert load(str(file)).design.name == "Chat"


def test_nothing_is_run_when_nothing_may_be(tmp_path: Path) -> None:
    file, trace = tmp_path / "chat.py", tmp_path / "trace"
    file.write_text(
        f'from pathlib import Path\nPath({str(trace)!r}).touch()\nfrom archgen import Design\ndesign = Design("Chat", [])\n'
    )
    assert refused(file, execute=False) == (
        f"{file}: a Python specification would have to be run; give a YAML one, or drop --no-exec"
    )
    assert not trace.exists()
    assert load(str(file)).design.name == "Chat"
    assert trace.exists()


def test_a_yaml_design_is_read_when_nothing_may_be_run(tmp_path: Path) -> None:
    (tmp_path / "chat.yaml").write_text(YAML)
    assert load(str(tmp_path / "chat.yaml"), execute=False).design.name == "Chat"
