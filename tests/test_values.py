"""A class is the dataclass that `dataclasses.dataclass` would have made, once anybody looks."""

import copy
import dataclasses
import pickle
from collections.abc import Callable
from dataclasses import field
from functools import cached_property
from typing import Any, ClassVar

import pytest

from archgen.values import dataclass

Made = Callable[..., Any]


@dataclass(frozen=True)
class Kept:
    """A value that is pickled before one is made here."""

    name: str
    size: int = 3


def point(made: Made) -> Any:
    @made(frozen=True)
    class Point:
        """Two numbers, and what is worked out."""

        zero: ClassVar[int] = 0
        x: float
        y: float = 2.0
        seen: list[int] = field(default_factory=list, compare=False, repr=False)
        note: str = field(default="", kw_only=True)
        kind: str = field(default="point", init=False)

        @cached_property
        def total(self) -> float:
            return self.x + self.y

    return Point


def room(made: Made) -> Any:
    @made
    class Room:
        """What may be changed, and checks itself."""

        wide: int = 1
        high: int = field(default=2, hash=False)

        def __post_init__(self) -> None:
            if self.wide < 0:
                raise ValueError("too narrow")

    return Room


def single(made: Made) -> Any:
    @made(frozen=True, eq=False)
    class Single:
        """The same only if it is the same object."""

        name: str

    return Single


def nothing(made: Made) -> Any:
    @made(frozen=True)
    class Nothing:
        """No attributes."""

    return Nothing


def further(made: Made) -> Any:
    @made(frozen=True)
    class Further(point(made)):  # type: ignore[misc]
        """It builds on another."""

        z: float = 0.0

        def __repr__(self) -> str:
            return "further"

    return Further


def ordered(made: Made) -> Any:
    @made(order=True)
    class Ordered:
        """Values in an order."""

        place: int

    return Ordered


def own(made: Made) -> Any:
    @made(frozen=True)
    class Own:
        """It compares in a way of its own."""

        name: str

        def __eq__(self, other: object) -> bool:
            return isinstance(other, Own) and str(self.name).lower() == str(other.name).lower()

        def __hash__(self) -> int:
            return hash(str(self.name).lower())

    return Own


SHAPES = [point, room, single, nothing, further, ordered, own]
NAMED: list[dict[str, object]] = [{"note": "n"}, {"x": 1}, {"z": 4}, {"kind": "k"}]
UNPLACED: list[dict[str, object]] = [{"x": 1}, {"name": "B"}]
CALLS: list[tuple[tuple[object, ...], dict[str, object]]] = [
    *[(given, {}) for given in ((), (1,), (1, 2), (1, 2, [3], 4), ("A",), ("a",), (-1,))],
    *[((1,), named) for named in NAMED],
    *[((), named) for named in UNPLACED],
]


def told(cls: Any) -> list[object]:
    """What is seen of each value that can be made of the class, and how it is to others."""
    seen: list[object] = [[(one.name, one.default, one.init, one.compare) for one in dataclasses.fields(cls)]]
    seen += [cls.__match_args__, repr(cls.__dataclass_params__), cls.__hash__ is None]
    values = []
    for given, named in CALLS:
        try:
            values.append(cls(*given, **named))
        except (TypeError, ValueError) as problem:
            seen.append(type(problem))
    for value in values:
        seen += [repr(value).split(".")[-1], vars(value), [value == other for other in values], value == 3]
        seen += [repr(copy.copy(value)).split(".")[-1], [dataclasses.asdict(value)], _changed(copy.copy(value))]
        seen.append([hash(value) == hash(other) for other in values] if cls.__hash__ and cls.__eq__ is not object.__eq__ else [])
    return seen


def _changed(value: Any) -> object:
    """What comes of setting and of deleting an attribute."""
    name = next((one.name for one in dataclasses.fields(value)), "none")
    try:
        setattr(value, name, 5)
        delattr(value, name)
    except (dataclasses.FrozenInstanceError, AttributeError) as problem:
        return type(problem), str(problem)
    return vars(value)


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
def test_a_class_is_the_dataclass_that_it_would_have_been(shape: Callable[[Made], Any]) -> None:
    assert told(shape(dataclass)) == told(shape(dataclasses.dataclass))


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
def test_values_come_first_or_questions_do(shape: Callable[[Made], Any]) -> None:
    asked: Any = shape(dataclass)
    assert hasattr(asked, "__dataclass_fields__")
    for given in ((), (1,), ("A",)):
        try:
            value = shape(dataclass)(*given)
        except TypeError:
            continue
        assert repr(value) == repr(asked(*given))


def test_a_value_can_be_handed_to_a_process_that_made_none() -> None:
    @dataclass(frozen=True)
    class Fresh:
        """A value."""

        name: str

    made = Fresh.__new__(Fresh)
    made.__setstate__({"name": "A"})  # type: ignore[attr-defined]
    assert (made, repr(made).split(".")[-1]) == (Fresh("A"), "Fresh(name='A')")
    assert pickle.loads(pickle.dumps(Kept("A"))) == Kept("A")


def test_a_class_that_builds_on_one_that_is_still_to_be_made_makes_it() -> None:
    @dataclass
    class Lower:
        """A value."""

        name: str

    class Upper(Lower):
        """No dataclass itself."""

    assert (Upper("A").name, type(Upper("A"))) == ("A", Upper)


@dataclass(frozen=True, slots=True)
class Slotted:
    """A value with a place for each attribute."""

    name: str
    sizes: list[int] = field(default_factory=list)
    note: str = field(default="", kw_only=True)
    kind: str = field(default="slotted", init=False, compare=False)


def test_what_has_places_of_its_own_is_made_at_once() -> None:
    made = Slotted("A", note="n")
    assert not hasattr(made, "__dict__")
    assert repr(made) == "Slotted(name='A', sizes=[], note='n', kind='slotted')"
    assert (type(made), made.sizes is Slotted("A").sizes, Slotted.__match_args__) == (Slotted, False, ("name", "sizes"))


def test_what_has_places_is_frozen_copied_and_compared() -> None:
    made = Slotted("A", [1])
    assert _changed(made) == (dataclasses.FrozenInstanceError, "cannot assign to field 'name'")
    assert [copy.copy(made), pickle.loads(pickle.dumps(made)), dataclasses.replace(made, name="A")] == [made] * 3
    assert made != Slotted("A", [2])


def test_what_builds_on_something_with_places_has_its_attributes() -> None:
    class Lower(Slotted):
        """It has a dictionary too."""

    made = Lower("A", note="n")
    assert (type(made), made.name, made.sizes, made.note, made.kind) == (Lower, "A", [], "n", "slotted")
