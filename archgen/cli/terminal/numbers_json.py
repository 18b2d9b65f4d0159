"""Numbers and what they rest on as plain data: each once, and spoken of by its id from then on."""

from collections.abc import Sequence
from math import isfinite

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from archgen.model.estimate import Quantity

Found = tuple[str, str, "Quantity"]


def plain(numbers: Sequence[Found]) -> dict[str, object]:
    """The `quantities` of parts, and below `inputs` those in between that no part has by a name. Ids count from nothing on."""
    written = _Written()
    quantities = [{"subject": subject, "measure": measure, **written.whole(one)} for subject, measure, one in numbers]
    return {"quantities": quantities, "inputs": list(written.rest({id(one) for _, _, one in numbers}))}


class _Written:
    """Gives each number an id, and keeps those that were only spoken of so far."""

    def __init__(self) -> None:
        self.ids: dict[int, int] = {}
        self.spoken_of: list[Quantity] = []

    def whole(self, quantity: "Quantity") -> dict[str, object]:
        derivation, margin = quantity.derivation, quantity.margin
        ends = {"low": _finite(margin.low), "high": _finite(margin.high)} if margin else {}
        return {
            "id": self.id(quantity),
            "name": quantity.name,
            "value": quantity.value,
            **ends,
            "unit": quantity.unit,
            "bound": quantity.bound.strip() or None,
            "derivation": {
                "formula": derivation.formula,
                "inputs": [self.id(one) for one in derivation.inputs],
                "assumptions": list(derivation.assumptions),
            },
        }

    def id(self, quantity: "Quantity") -> int:
        if id(quantity) not in self.ids:
            self.ids[id(quantity)] = len(self.ids)
            self.spoken_of.append(quantity)
        return self.ids[id(quantity)]

    def rest(self, told: set[int]) -> "Iterator[dict[str, object]]":
        """Those that were spoken of and not told, and what these speak of in turn."""
        for one in self.spoken_of:  # which grows meanwhile
            if id(one) not in told:
                yield self.whole(one)


def _finite(value: float) -> float | None:
    """No number where there is no end."""
    return value if isfinite(value) else None
