"""What could have been a rule and is none, with the reason."""

from collections.abc import Mapping
from functools import cache

from archgen.loading.shipped import PACKAGE

FILE = PACKAGE / "rules" / "declined.yaml"


@cache
def declined() -> Mapping[str, str]:
    """Why not, by the code that it would have had: a line each, `RT044: it is not the number of servers that ...`."""
    lines = FILE.read_text("utf-8").splitlines()
    pairs = (line.partition(": ") for line in lines if line and not line.startswith("#"))
    return {code: reason for code, _, reason in pairs}
