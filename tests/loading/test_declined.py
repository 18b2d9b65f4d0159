"""What was declined is read as it stands in its file."""

from archgen.loading.declined import FILE, declined


def test_each_line_but_remarks_is_a_code_and_its_reason() -> None:
    lines = [line for line in FILE.read_text("utf-8").splitlines() if not line.startswith("#")]
    assert [f"{code}: {reason}" for code, reason in declined().items()] == lines
