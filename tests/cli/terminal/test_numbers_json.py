"""Numbers as plain data, each once."""

from archgen.cli.terminal.numbers_json import plain
from archgen.model.estimate import Derivation, Margin, Quantity

DEVICES = Quantity("devices", 10, "", Derivation("stated"))
RATE = Quantity("rate", 20, "per second", Derivation("10 devices × 2/s", (DEVICES,)))
TAKEN = Quantity("utilisation", 0.5, "share", Derivation("20/s / 40/s", (RATE, DEVICES)), margin=Margin(0.2, float("inf")))


def test_inputs_are_ids_of_numbers_that_stand_there_too() -> None:
    found = plain([("api", "utilisation", TAKEN), ("ask", "rate", RATE)])
    assert found["quantities"] == [
        {
            "subject": "api", "measure": "utilisation", "id": 0, "name": "utilisation", "value": 0.5, "low": 0.2, "high": None,
            "unit": "share", "bound": None, "derivation": {"formula": "20/s / 40/s", "inputs": [1, 2], "assumptions": []},
        },
        {
            "subject": "ask", "measure": "rate", "id": 1, "name": "rate", "value": 20, "unit": "per second", "bound": None,
            "derivation": {"formula": "10 devices × 2/s", "inputs": [2], "assumptions": []},
        },
    ]  # fmt: skip
    assert found["inputs"] == [
        {
            "id": 2, "name": "devices", "value": 10, "unit": "", "bound": None,
            "derivation": {"formula": "stated", "inputs": [], "assumptions": []},
        }
    ]  # fmt: skip
