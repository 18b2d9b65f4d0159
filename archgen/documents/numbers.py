"""Derived numbers as people read them, and what they assume."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from archgen.documents.facts import joined
from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.dsl.readable import named, number
from archgen.model.architecture import Architecture
from archgen.model.dossier import Derived
from archgen.model.estimate import Estimate, Measure, Quantity, Unit, told

FULLNESS = ("utilisation", "peak_utilisation")
# What assumptions begin and end with that are made of one part after another, and how several of a kind are told.
ONCE, LOOP = " once a request, as per_request is not stated", " closes a loop: counted where it arrives, not carried further"
# What readers are told who do not write the design, where that names an attribute.
OFTEN = " once a request, as it is not stated how often"
SHARDS = ("keys spread evenly over the shards of ", ", as shares are not stated")
ALIKE: Mapping[tuple[str, str], tuple[str, str]] = {
    ("one message at a time passes ", ""): ("one message at a time passes ", ""),
    SHARDS: SHARDS,
    ("all replicas that ", " can have are there when the peak comes"): (
        "all replicas that ", " can have are there when the peak comes",
    ),
    ("", ONCE): ("", OFTEN),
    ("", " does not ask for more time while it works"): ("more time is not asked for during the work of ", ""),
    ("", LOOP): ("a loop is closed where ", "; it counts where it arrives, and is not carried further"),
}  # fmt: skip


def derived(architecture: Architecture, estimate: Estimate, assumed: Sequence[str]) -> Iterator[Derived]:
    """Every number in a readable unit with the places of its assumptions; those of a component together, connections last."""
    parts: tuple[Component | Connection, ...] = (*architecture.all_components, *architecture.all_connections)
    of_each: dict[str, list[tuple[Measure, Quantity]]] = {}
    for (subject, measure), quantity in estimate.quantities.items():
        of_each.setdefault(subject, []).append((measure, quantity))
    often = Counter(map(named, parts))
    for part in parts:
        name, label = named(part), part.label if isinstance(part, Connection) else None
        # Connections of one name are told apart by what passes.
        subject = f"{name} ({label})" if label and often[name] > 1 else name
        for measure, quantity in of_each.get(architecture.id(part), ()):
            yield Derived(subject, measure, quantity, value(quantity), places(quantity, assumed))


def by_fullness(numbers: Sequence[Derived]) -> Sequence[Derived]:
    """How much of what can be served is taken, at peak or on average, whichever is more; the fullest first.

    On average is more where replicas are added for the peak.
    """
    found: dict[str, Derived] = {}
    for one in sorted((one for one in numbers if one.measure in FULLNESS), key=lambda one: one.measure == "utilisation"):
        if one.subject not in found or one.quantity.value > found[one.subject].quantity.value:
            found[one.subject] = one
    return sorted(found.values(), key=lambda one: -one.quantity.value)


def assumptions(estimate: Estimate) -> tuple[str, ...]:
    """Everything that the numbers assume, each once, in the order in which it is first needed; what is alike in a sentence."""
    found = dict.fromkeys(text for quantity in estimate.quantities.values() for text in _assumptions(quantity))
    alike: dict[str, list[str]] = {}
    for text in found:
        alike.setdefault(_kind(text), []).append(text)
    return tuple(_together(texts) for texts in alike.values())


def places(quantity: Quantity, assumed: Sequence[str]) -> tuple[int, ...]:
    """Where its assumptions stand among all of a document, counted from one."""
    kinds = {_kind(text): place for place, text in enumerate(assumed, 1)}
    return tuple(sorted({kinds[_kind(text)] for text in _assumptions(quantity)}))


def value(quantity: Quantity) -> str:
    """The number with its unit: a share as per cent, seconds and bytes in the unit that suits them."""
    if quantity.endless:
        return str(quantity)
    return f"{quantity.bound}{measured(quantity.value, quantity.unit)}{within(quantity)}"


def within(quantity: Quantity) -> str:
    """What else it may be, in brackets, where what it rests on is not known exactly."""
    return quantity.within(lambda one: measured(one, quantity.unit))


def measured(number_of: float, unit: Unit) -> str:
    """A number alone with its unit."""
    if unit == "share":
        return f"{number(float(f'{number_of * 100:.3g}'))}%"
    return number(number_of) if unit == "connections" else told(number_of, unit)


def _kind(text: str) -> str:
    """What several assumptions have in common, which are of one part each; else the assumption itself."""
    forms = ((known, form) for known, shown in ALIKE.items() for form in (known, shown))
    return next(("".join(known) for known, (begin, end) in forms if text.startswith(begin) and text.endswith(end)), text)


def _together(texts: Sequence[str]) -> str:
    """Assumptions of one kind as a sentence."""
    for (begin, end), (first, last) in ALIKE.items():
        if _kind(texts[0]) == begin + end and (len(texts) > 1 or end in (LOOP, ONCE)):
            return f"{first}{joined([text.removeprefix(begin).removesuffix(end) for text in texts])}{last}"
    return texts[0]


def _assumptions(quantity: Quantity) -> Iterator[str]:
    """Of all that it rests on, and of the number itself."""
    waiting, seen = [(quantity, False)], set[int]()
    while waiting:
        part, told = waiting.pop()
        if told:
            yield from part.derivation.assumptions
        elif id(part) not in seen:
            seen.add(id(part))
            waiting += [(part, True), *((one, False) for one in reversed(part.derivation.inputs))]
