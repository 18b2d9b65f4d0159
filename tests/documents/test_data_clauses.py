"""What is stated of data, in clauses."""

from archgen import AccessPath, Column, Deduplication, Entity, Event, File, Table, days, kilobytes, megabytes, per_second
from archgen.documents.data_clauses import CHOICES, NO, VALUES, YES, access_clauses, column_clauses, data_clauses
from archgen.dsl.shape import shape


def test_what_is_stated_is_told_without_names_of_attributes() -> None:
    event = Event("Paid", item_size=kilobytes(2), carries="state", event_id=True, retention=days(30), skew="power_law")
    assert list(data_clauses(event)) == [
        "carries the whole state",
        "few are used most of the time",
        "carries an id by which a second copy is known",
        "2 kB each",
        "kept for 30 d",
    ]


def test_no_is_told_where_it_has_words() -> None:
    assert list(data_clauses(Entity("View", exact=False, mutable=False))) == ["a close count will do", "never changed"]


def test_what_has_no_clause_is_told_as_elsewhere_and_last() -> None:
    entity = Entity("Seat", bounded=True, monotonic=True, hot_key_rate=per_second(200))
    assert list(data_clauses(entity)) == ["has a limit that may not be passed", "the busiest one 200/s", "monotonic"]


def test_what_only_rules_ask_for_is_not_told() -> None:
    assert list(data_clauses(Entity("Order", category="order"))) == []


def test_a_key_is_told_once() -> None:
    assert list(data_clauses(Table("Rows", key="user id and day", primary_key=["user_id", "day"]))) == [
        "primary key user_id and day"
    ]
    assert list(data_clauses(Entity("Ride", key="ride_id"))) == ["told apart by ride_id"]


def test_clauses_speak_of_attributes_that_there_are() -> None:
    known = {name for word in (Entity, Event, Table, File) for name in shape(word)}
    assert {*VALUES, *YES, *NO, *CHOICES} <= known


def test_of_columns_it_is_told_what_becomes_of_them() -> None:
    assert column_clauses(Column("left", type="int", decrements=True)) == "can go down"
    assert (
        column_clauses(Column("name", copied_from="users.name", snapshot=True))
        == "repeats users.name; keeps the value of that time"
    )


def test_what_is_kept_once_is_told_with_its_pieces() -> None:
    kept = Deduplication("chunk", chunk_size=megabytes(4), scope="tenant", hash="sha256", verified=True)
    assert list(data_clauses(File("Photo", deduplication=kept))) == [
        "equal chunks are kept once for each tenant, cut into 4 MB on average, known by their sha256"
    ]
    assert list(data_clauses(File("Photo", deduplication=False))) == ["no deduplication"]


def test_what_is_as_large_as_it_may_be_is_told_once() -> None:
    assert list(data_clauses(File("Archive", item_size=kilobytes(2), max_size=kilobytes(2)))) == ["2 kB each at the most"]


def test_how_something_is_looked_up_is_told_in_words() -> None:
    way = AccessPath(filter=["account_id"], sort=["day"], index="account_id", plan_checked=False, returns="list")
    assert access_clauses(way) == "by account_id; sorted by day; over the index on account_id; a list comes back"
