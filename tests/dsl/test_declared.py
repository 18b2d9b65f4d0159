"""What classes of words declare is what their dataclasses have."""

import dataclasses
from typing import Any, ClassVar, Optional

import pydantic
import pytest

import archgen
from archgen import Service, word
from archgen.dsl.declared import declaration
from archgen.dsl.readers import Refused, Unsure
from archgen.dsl.word import Word

WORDS = [one for name in archgen.__all__ if isinstance(one := getattr(archgen, name), type) and issubclass(one, Word)]


@word
class Gateway(Service):
    """A service with attributes of many sorts."""

    ports: ClassVar[int] = 3
    behind: Optional["Gateway"] = None
    region: str
    replicas: Any = 1


@word
class Checked(Service):
    """A service that checks itself."""

    region: str

    @pydantic.field_validator("region")
    @classmethod
    def _short(cls, region: str) -> str:
        return region[:2]


@word
class Further(Checked):
    """A word that builds on one which checks itself."""

    zone: str = "a"


@pytest.mark.parametrize("cls", [*WORDS, Gateway, Checked, Further], ids=lambda cls: cls.__name__)
def test_attributes_are_declared_as_the_dataclass_has_them(cls: type[Word]) -> None:
    fields = dataclasses.fields(cls)  # type: ignore[arg-type]
    declared = declaration(cls).attributes.values()
    assert [one.name for one in declared] == [field.name for field in fields]
    assert [one.default for one in declared] == [field.default for field in fields]
    assert [one.positional for one in declared] == [not field.kw_only for field in fields]
    assert [one.needed for one in declared] == [
        field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING for field in fields
    ]


def test_names_in_types_are_known() -> None:
    assert declaration(Gateway).attributes["behind"].hint == Gateway | None


def test_what_is_not_stated_is_read_from_the_class() -> None:
    gateway = Gateway("G", region="eu")
    assert (gateway.behind, gateway.replicas, gateway.ports, gateway.note) == (None, 1, 3, None)
    assert not hasattr(Gateway, "region")


@pytest.mark.parametrize(
    ("given", "named"), [((), {}), (("G", "eu"), {}), (("G",), {"name": "G"}), (("G",), {"region": 3}), (("G",), {"zone": "a"})]
)
def test_what_is_amiss_is_left_to_pydantic(given: tuple[object, ...], named: dict[str, object]) -> None:
    with pytest.raises((Refused, Unsure)):
        declaration(Gateway).read(given, named)


def test_a_word_that_checks_itself_does_so() -> None:
    assert Checked("C", region="europe").region == "eu"
    assert Further("F", region="europe", zone="b").region == "eu"


def test_defaults_that_could_be_changed_are_refused_where_they_are_declared() -> None:
    with pytest.raises(ValueError, match="mutable default"):

        @word
        class _Wrong(Service):
            """A word with a list of its own."""

            names: list[str] = []  # noqa: RUF012


def test_what_is_needed_and_given_by_place_comes_first() -> None:
    with pytest.raises(TypeError, match="non-default argument"):

        @word
        class _Wrong(Word):
            """A word that cannot be written."""

            first: str = dataclasses.field(default="", kw_only=False)
            second: str = dataclasses.field(kw_only=False)  # type: ignore[misc]
