"""Files as text, within the size that a design can have."""

from pathlib import Path

from archgen.errors import Fault, Position, SpecError

# Far beyond any design that is written by hand; larger files are refused before they are parsed.
MAX_BYTES = 5_000_000
UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def read_text(path: str) -> str:
    """The text of a file. Raises SpecError where it cannot be read, is too large, or is no text."""
    return decoded(read_bytes(path), path)


def read_bytes(path: str) -> bytes:
    """The file, or so much of it that it is seen to be too large. Raises SpecError where it cannot be read."""
    try:
        with Path(path).open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except (OSError, ValueError) as problem:
        raise unreadable(path, getattr(problem, "strerror", None) or str(problem)) from problem


def decoded(data: bytes, path: str) -> str:
    """The text of a file's bytes, its lines ended in one way. Raises SpecError where there are too many, or they are no text."""
    if len(data) > MAX_BYTES:
        raise SpecError([Fault(f"the file is larger than {MAX_BYTES // 1_000_000} MB", Position(path))])
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as problem:
        raise _not_utf8(data, path, problem.start) from problem


def _not_utf8(data: bytes, path: str, start: int) -> SpecError:
    """Where it stops being UTF-8, and how to save it."""
    if data.startswith(UTF_16):
        return unreadable(path, "it is UTF-16; save it as UTF-8")
    line = data.count(b"\n", 0, start) + 1
    return SpecError([Fault("the file cannot be read: it is not UTF-8 text; save it as UTF-8", Position(path, line))])


def unreadable(path: str, reason: str) -> SpecError:
    """That a file cannot be read, and why."""
    return SpecError([Fault(f"the file cannot be read: {reason}", Position(path))])
