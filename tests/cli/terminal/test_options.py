"""What commands share."""

from archgen.cli.terminal.options import as_json


def test_json_is_indented_and_keeps_letters() -> None:
    assert as_json({"name": "Zoë"}) == '{\n  "name": "Zoë"\n}'
