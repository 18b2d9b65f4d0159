from archgen import (
    AccessPath,
    Cache,
    Client,
    Column,
    Design,
    Entity,
    Event,
    Index,
    Publishes,
    Queue,
    Reads,
    RelationalDatabase,
    Service,
    Table,
)
from archgen.documents.data import Columns, access_rows, data_rows, tables
from archgen.model.link import link

SEATS = Table(
    "Seats",
    bounded=True,
    columns=[Column("id", type="uuid", kind_of_value="id"), Column("price")],
    indexes=[Index(["user_id", "day"], unique=True)],
)
EMPTY, PERSON, PAID = Table("Rows", indexes=[]), Entity("Person"), Event("Paid", event_id=True)
API, STORE, COPIES = Service("API"), RelationalDatabase("Store", holds=[SEATS, PERSON]), Cache("Copies", holds=[SEATS])
LOOK = Reads(API, STORE, "free seats", access=AccessPath(filter=["day"], returns="list"))
DESIGN = link(Design("D", [LOOK, Reads(API, COPIES), Publishes(API, Queue("Jobs"), data=[PAID])], data=[EMPTY]))


def test_each_kind_of_data_is_told_with_where_it_is_kept() -> None:
    assert list(data_rows(DESIGN)) == [
        ("Rows", "table", "", ""),
        ("Seats", "table", "Store and Copies", "has a limit that may not be passed"),
        ("Person", "entity", "Store", ""),
        ("Paid", "event", "", "carries an id by which a second copy is known"),
    ]


def test_a_table_is_told_with_its_columns_and_indexes() -> None:
    assert list(tables(DESIGN)) == [
        Columns("Rows", (), (), True),
        Columns("Seats", (("id", "uuid", ""), ("price", "", "")), (("user_id, day", "unique"),), False),
    ]


def test_reads_that_say_so_are_told_with_how_they_look() -> None:
    assert list(access_rows(DESIGN)) == [("API reads Store", "free seats", "by day; a list comes back")]


def test_a_design_without_data_has_nothing_to_tell() -> None:
    bare = link(Design("D", [Client("App")]))
    assert (list(data_rows(bare)), list(tables(bare)), list(access_rows(bare))) == ([], [], [])
