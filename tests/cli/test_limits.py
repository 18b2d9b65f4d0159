"""Files that are made to harm, or that no one wrote by hand, are refused before much is built of them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MEGABYTES = 200
HEAD = "archgen: 1\ndesign: D\n"
DIGITS = 1_000_000
DEEP = 10_000
PARTS = 100_000
# It stands between these tests and the command, which would seem to have taken as much as they have.
MEASURE = """
import json, resource, subprocess, sys
done = subprocess.run([sys.executable, "-m", "archgen", "lint", sys.argv[1]], capture_output=True, text=True)
unit = 1024 * 1024 if sys.platform == "darwin" else 1024
taken = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // unit
print(json.dumps([done.returncode, done.stdout, done.stderr, taken]))
"""


def laughs() -> str:
    """Ten to the twenty-ninth laughs, if they were counted."""
    lines = (f"  a{number}: &a{number} [{', '.join([f'*a{number - 1}'] * 10)}]\n" for number in range(1, 30))
    return f"{HEAD}left_out:\n  a: &a0 ha\n{''.join(lines)}"


def parts() -> str:
    lines = (f"  c{number}: {{kind: queue}}\n" for number in range(PARTS))
    return f"{HEAD}components:\n{''.join(lines)}"


def numbers() -> str:
    said = {"users": "9" * DIGITS, "read_rate": ".nan", "write_rate": ".inf", "growth": "1e999", "retention": f"{'9' * DIGITS}h"}
    return f"{HEAD}requirements:\n" + "".join(f"  {name}: {value}\n" for name, value in said.items())


NESTED = "this is nested more than 60 levels deep"
VALUES = "this holds more than 200,000 values"
FILES = {
    "laughs.yaml": (laughs, ["anchors and aliases (&name, *name) are not supported; write the value out"]),
    "long.yaml": (lambda: f"{HEAD}summary: {'x' * 10_000_000}\n", ["the file is larger than 5 MB"]),
    "flow.yaml": (lambda: f"{HEAD}a: {'[' * DEEP}{']' * DEEP}\n", [NESTED]),
    "flow.json": (lambda: f'{{"archgen": 1, "a": {"[" * DEEP}{"]" * DEEP}}}', [NESTED]),
    "block.yaml": (lambda: f"{HEAD}a:\n  {'- ' * DEEP}\n", [NESTED]),
    "values.yaml": (lambda: f"{HEAD}left_out: [{'1, ' * 200_001}]\n", [VALUES]),
    "parts.yaml": (parts, [VALUES]),
    "parts.json": (lambda: json.dumps({"components": {f"c{number}": {"kind": "queue"} for number in range(PARTS)}}), [VALUES]),
    "numbers.yaml": (
        numbers,
        [
            f"a number of {DIGITS} digits is not supported; a text of digits goes in quotes",
            'a rate reads "4k/s", "30/min", or a plain number a second',
            'a rate reads "4k/s", "30/min", or a plain number a second',
            "it must be a finite number",
            "a duration of over a million years is not supported",
        ],
    ),
    "numbers.json": (
        lambda: f'{{"archgen": 1, "design": "D", "requirements": {{"read_rate": NaN, "users": -{"9" * DIGITS}}}}}',
        [
            'a rate reads "4k/s", "30/min", or a plain number a second',
            f"a number of {DIGITS} digits is not supported; a text of digits goes in quotes",
        ],
    ),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_beyond_all_limits_is_refused_with_little_memory(tmp_path: Path, name: str) -> None:
    text, messages = FILES[name]
    (tmp_path / name).write_text(text(), "utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", MEASURE, name], cwd=tmp_path, env=environment, capture_output=True, check=True)
    code, out, err, megabytes = json.loads(done.stdout)
    said = err.splitlines()
    assert (code, out, len(said)) == (2, "", len(messages))
    assert [
        message for line, message in zip(said, messages, strict=True) if not line.startswith(name) or message not in line
    ] == []
    assert megabytes < MEGABYTES
