"""What the families teach is there: whatever is complete stays so."""

from collections.abc import Mapping, Sequence

import pytest

from tests.catalogue import counted as module
from tests.catalogue.counted import SORTS, Counted, counted, listed, report
from tests.catalogue.terms import FAMILIES

# How many entries each list has, in the order of the sorts.
SIZES: Mapping[str, Sequence[int]] = {
    "caching": (47, 14, 99, 26, 28),
    "contention": (50, 15, 94, 27, 22),
    "large_blobs": (59, 12, 101, 25, 14),
    "long_running_tasks": (74, 11, 96, 25, 12),
    "multi_step_processes": (44, 12, 88, 26, 18),
    "real_time_updates": (55, 12, 92, 25, 18),
    "scaling_reads": (54, 12, 98, 27, 24),
    "scaling_writes": (73, 11, 98, 26, 19),
}
# What has been complete once; add to it what `python -m tests.catalogue.counted` says is.
COMPLETE: Mapping[str, Sequence[str]] = {
    "real_time_updates": ("patterns", "trees", "rules", "figures", "scenarios"),
}


@pytest.mark.parametrize("family", FAMILIES)
def test_each_family_has_a_list_in_which_every_id_stands_once(family: str) -> None:
    ids = listed(family)
    assert [len(ids[sort]) for sort in SORTS] == list(SIZES[family])
    assert [sort for sort in SORTS if len(set(ids[sort])) != len(ids[sort])] == []


@pytest.mark.parametrize(("family", "sort"), [(family, sort) for family, sorts in COMPLETE.items() for sort in sorts])
def test_what_has_been_complete_is_complete(family: str, sort: str) -> None:
    [one] = [one for one in counted(family) if one.sort == sort]
    assert one.missing == ()


def test_a_line_says_how_many_of_each_sort_there_are() -> None:
    assert str(Counted("rules", ("ZZ001", "ZZ002"), ("ZZ002",), "1 implemented, 0 declined")) == (
        "rules 1/2 (1 implemented, 0 declined)"
    )


def test_what_is_missing_is_named_and_fails_the_report(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "counted", lambda _: iter([Counted("trees", ("a", "b"), ("b",)), Counted("rules", ("c",), ())]))
    assert report(["pumps"]) == ("pumps: trees 1/2, rules 1/1\n  no trees: b\n", 1)


def test_a_report_on_what_is_complete_is_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "counted", lambda _: iter([Counted("trees", ("a",), ())]))
    assert report(["pumps"]) == ("pumps: trees 1/1\n", 0)
