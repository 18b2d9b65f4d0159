"""How numbers came about, as somebody would write it on a napkin: each step below the number that it makes."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from archgen.model.architecture import Architecture
    from archgen.model.estimate import Estimate, Quantity

# So far numbers are set in that others rest on.
DEEPEST = 40
STATED = "stated"


def derivations(architecture: "Architecture", numbers: "Estimate", subject: str) -> "Sequence[str]":
    """Every number of the subject with what it rests on; what was told once is not told again."""
    telling = _Telling(_owners(architecture, numbers, subject))
    return ["\n".join(telling.of(one)) for (id, _), one in numbers.quantities.items() if id == subject]


class _Telling:
    """Tells each number once. `owners` are the parts that numbers are of, where that is another than the one asked for."""

    def __init__(self, owners: "Mapping[int, str]") -> None:
        self.owners = owners
        self.told: set[int] = set()

    def of(self, quantity: "Quantity") -> "Iterator[str]":
        waiting = [(0, quantity)]
        while waiting:
            depth, one = waiting.pop()
            indent = "  " * min(depth, DEEPEST)
            derivation = one.derivation
            if id(one) in self.told and derivation.inputs:
                yield f"{indent}{self.name(one)} = {one}, as above"
                continue
            self.told.add(id(one))
            if derivation.formula == STATED and not derivation.inputs:
                yield f"{indent}{self.name(one)} = {one}, {STATED}"
            else:
                yield f"{indent}{self.name(one)} = {one}"
                yield from (f"{indent}  {line}" for line in _steps(one, depth))
            waiting += [(depth + 1, input) for input in reversed(derivation.inputs)]

    def name(self, quantity: "Quantity") -> str:
        owner = self.owners.get(id(quantity))
        return f"{owner}: {quantity.name}" if owner else quantity.name


def _owners(architecture: "Architecture", numbers: "Estimate", subject: str) -> "Mapping[int, str]":
    """What each number is of that another part has; one that the subject has too is its own."""
    from archgen.dsl.readable import named

    parts = {id: named(part) for part, id in architecture.ids.items()}
    own = {id(one) for (of, _), one in numbers.quantities.items() if of == subject}
    every = reversed(list(numbers.quantities.items()))
    return {id(one): parts[of] for (of, _), one in every if of in parts and id(one) not in own}


def _steps(one: "Quantity", depth: int) -> "Iterator[str]":
    """Its formula, unless that only repeats the number; what moves it, where it was asked for; what is assumed."""
    from archgen.model.estimate import told

    derivation = one.derivation
    if derivation.formula != told(one.value, one.unit) or len(derivation.inputs) != 1:
        yield f"= {derivation.formula}"
    for moved in one.margin.by if one.margin and not depth else ():
        yield f"may be {told(moved.at_low, one.unit)} to {told(moved.at_high, one.unit)} by {moved.name} alone"
    yield from (f"assumed: {assumption}" for assumption in derivation.assumptions)
