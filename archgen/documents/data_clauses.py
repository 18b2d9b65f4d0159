"""What is stated of a kind of data, as clauses that a reader understands who knows no attribute by its name."""

from collections.abc import Iterator, Mapping

from archgen.documents.facts import facts, value
from archgen.documents.rounded import in_words
from archgen.dsl.data import Data
from archgen.dsl.word import attributes
from archgen.vocabulary.data.access_path import AccessPath
from archgen.vocabulary.data.column import Column
from archgen.vocabulary.policies.deduplication import Deduplication

# Behind or around what is stated, in the order in which it is told.
VALUES: Mapping[str, str] = {
    "size": "{} in all",
    "items": "{} of them",
    "distinct_keys": "{} different keys",
    "item_size": "{} each",
    "max_size": "{} each at the most",
    "growth_per_day": "{} more every day",
    "read_rate": "read {}",
    "write_rate": "written {}",
    "hot_key_rate": "the busiest one {}",
    "concurrent_actors": "up to {} act on one at once",
    "max_audience": "up to {} see one",
    "rows_per_parent": "up to {} rows for each row that they belong to",
    "views_per_object": "each seen {} times",
    "retention": "kept for {}",
    "staleness": "may be {} old when it is shown",
    "max_delay": "a change may be {} late",
    "invariant": "always holds: {}",
    "derived_from": "made from {}",
    "key": "told apart by {}",
    "primary_key": "primary key {}",
    "ordering_field": "the {} tells which is newer",
    "correlation_id": "belongs to a flow by its {}",
    "duration": "plays for {}",
    "renditions": "in {} renditions",
    "variants": "in {} sizes",
    "fields": "with the fields {}",
    "status_values": "goes through {}",
}
YES: Mapping[str, str] = {
    "exact": "every single one counts",
    "mutable": "may change",
    "append_only": "only added to",
    "commutative": "changes may come in any order",
    "superseded_by_next": "a newer one makes it worthless",
    "event_id": "carries an id by which a second copy is known",
    "shared": "other users see it",
    "bounded": "has a limit that may not be passed",
    "delta_sync": "only what changed travels",
    "garbage_collected": "what nobody refers to is cleared away",
    "type_checked": "its first bytes are checked",
    "queried_by_content": "a database looks inside",
}
NO: Mapping[str, str] = {"exact": "a close count will do", "mutable": "never changed"}
CHOICES: Mapping[str, Mapping[str, str]] = {
    "carries": {"id": "carries a reference", "delta": "carries what changed", "state": "carries the whole state"},
    "contention": {"high": "writers often get in one another's way", "none": "writers never get in one another's way"},
    "skew": {"power_law": "few are used most of the time", "uniform": "all are used alike"},
    "sensitivity": {
        "public": "no secret",
        "personal": "personal data",
        "health": "health data",
        "payment_card": "data of payment cards",
        "regulated": "under regulation",
    },
    "criticality": {"low": "a wrong one does little harm", "high": "a wrong one does much harm"},
    "edits": {"never": "never edited", "rare": "seldom edited", "frequent": "often edited"},
    "visibility": {
        "public": "the same for everyone",
        "private": "different for each user",
        "tenant": "the same for all of one customer",
    },
    "edit_form": {
        "append": "grows at its end",
        "insert": "a change may move what follows it",
        "overwrite": "a change is written over what was there",
    },
    "change_tracking": {
        "version": "others learn of a change by its version",
        "cursor": "others ask for all changes after the last that they know",
        "poll": "others ask whether it changed",
        "none": "others do not learn of changes",
    },
    "scanned": {"before_release": "scanned before anybody sees it"},
}
ACCESS: Mapping[str, str] = {
    "filter": "by {}",
    "range": "within a range of {}",
    "sort": "sorted by {}",
    "join": "joined by {}",
    "joined": "together with {}",
    "index": "over the index on {}",
    "aggregate": "adds up what it finds",
    "full_scan": "reads all rows",
    "rows": "looks at {} rows",
    "page_size": "{} to a page",
    "calls": "in {} calls",
    "plan_checked": "its plan was looked at",
}
COLUMN_VALUES: Mapping[str, str] = {
    "copied_from": "repeats {}",
    "write_rate": "changes {}",
    "group": "changes together with the others of {}",
}
COLUMN_ANSWERS: Mapping[bool, Mapping[str, str]] = {
    True: {"snapshot": "keeps the value of that time", "decrements": "can go down"},
    False: {"snapshot": "follows what it repeats", "decrements": "never goes down"},
}
# What only rules ask for: the name of the data says as much.
UNTOLD = ("category", "content")


def data_clauses(data: Data, without: tuple[str, ...] = ()) -> Iterator[str]:
    """Everything that is stated of it, each in its clause; what has none as everywhere else."""
    held = {name: one for name, one in attributes(data).items() if name not in (*UNTOLD, *without)}
    if _alike(value(data, "key"), value(data, "primary_key") if "primary_key" in held else ""):
        held.pop("key", None)
    if {"item_size", "max_size"} <= held.keys() and held["item_size"] == held["max_size"]:
        held.pop("item_size")
    told = {name: clause for name in held if (clause := _clause(data, name, held[name]))}
    yield from (told[name] for name in (*CHOICES, *YES, *VALUES, "deduplication") if name in told)
    rest = facts(data, {*told, *UNTOLD, *without, *(name for name in attributes(data) if name not in held)})
    if rest:
        yield rest


def access_clauses(access: AccessPath) -> str:
    """How something is looked up."""
    held = attributes(access)
    told = [ACCESS[name].format(value(access, name)) for name in ACCESS if held.get(name) not in (None, False, [], ())]
    rest = facts(access, ACCESS)
    return "; ".join([*told, rest] if rest else told)


def column_clauses(column: Column) -> str:
    """What is stated of a column, but for its name and what it holds."""
    told = [clause for name, held in attributes(column).items() if (clause := _of_column(column, name, held))]
    return "; ".join(told)


def _of_column(column: Column, name: str, held: object) -> str:
    if isinstance(held, bool):
        return COLUMN_ANSWERS[held].get(name, "")
    return COLUMN_VALUES[name].format(value(column, name)) if name in COLUMN_VALUES else ""


def _kept_once(held: Deduplication) -> str:
    """What is kept once, in which pieces, for whom, and by what it is known."""
    pieces = f"equal {held.unit or 'piece'}s are kept once"
    told = [
        f"for each {held.scope}" if held.scope and held.scope != "global" else "",
        f"cut into {value(held, 'chunk_size')} on average" if held.chunk_size else "",
        f"known by their {held.hash}" if held.hash else "",
    ]
    return " ".join(filter(None, (pieces, ", ".join(filter(None, told)))))


def _clause(data: Data, name: str, held: object) -> str:
    if isinstance(held, Deduplication):
        return _kept_once(held)
    if isinstance(held, bool):
        return (YES if held else NO).get(name, "")
    chosen = CHOICES.get(name, {}).get(str(held), "")
    return chosen or (VALUES[name].format(in_words(value(data, name))) if name in VALUES else "")


def _alike(one: str, other: str) -> bool:
    """A key is told in words, and the columns that it is made of by their names."""
    return bool(one) and one.replace("_", " ") == other.replace("_", " ")
