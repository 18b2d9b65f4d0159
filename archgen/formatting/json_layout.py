"""Designs in JSON, laid out as `archgen export json` writes them."""

import json
import re

from archgen.plugin import Fault, Position, SpecError

# What readers of YAML take for the end of a line, or refuse.
ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


def lay_out(text: str, path: str) -> str:
    """The same data, indented by two. Raises SpecError for what only YAML allows, since the file is called JSON."""
    try:
        data = json.loads(text, parse_constant=_refused)
    except json.JSONDecodeError as problem:
        where = Position(path, problem.lineno, problem.colno)
        said = f"this is YAML, but not JSON ({problem.msg}); call the file .yaml, or write JSON"
        raise SpecError([Fault(said, where)]) from problem
    except ValueError as problem:
        raise SpecError([Fault(str(problem), Position(path))]) from problem
    written = json.dumps(data, indent=2, ensure_ascii=False)
    return ESCAPED.sub(lambda sign: f"\\u{ord(sign[0]):04x}", written) + "\n"


def _refused(name: str) -> object:
    raise ValueError(f"this is YAML, but not JSON, which has no {name}; write it in quotes")
