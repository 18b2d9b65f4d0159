"""Where a part is written, as near as it is known."""

from archgen import Design, Service
from archgen.errors import Position
from archgen.model.spec import Spec

API = Service("API")
PART, ATTRIBUTE = Position("d.yaml", 3, 5), Position("d.yaml", 4, 9)


def test_an_attribute_has_a_place_else_its_part_else_the_file() -> None:
    spec = Spec(Design("D", [API]), "d.yaml", {(API, None): PART, (API, "replicas"): ATTRIBUTE})
    assert [spec.locate(API, "replicas"), spec.locate(API, "capacity"), spec.locate(API)] == [ATTRIBUTE, PART, PART]
    assert spec.locate(Service("Other")) == Position("d.yaml")


def test_a_design_made_in_memory_has_no_places() -> None:
    assert Spec(Design("D", [API])).locate(API) is None
