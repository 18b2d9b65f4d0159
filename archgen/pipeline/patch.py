"""What a change to a file comes to, as a patch."""

import io
from difflib import unified_diff


def patch(path: str, before: bytes, after: bytes) -> str:
    """The lines that change, with a few around them, as `diff -u` and `patch` have them."""
    old, new = (io.StringIO(data.decode(), newline="\n").readlines() for data in (before, after))
    lines = unified_diff(old, new, path, path)
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)
