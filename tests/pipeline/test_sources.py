"""A site shows what archgen ships as far as it is asked to, and what the team has of its own beside it."""

from pathlib import Path

import pytest

from archgen.configuring.configuration import Said
from archgen.configuring.site_settings import SiteSettings
from archgen.errors import ConfigurationError, Position
from archgen.loading import library
from archgen.model.source_path import SourcePath
from archgen.pipeline.sources import shipped_sources, sources
from tests.loading.test_own_library import PATTERN


def test_with_nothing_said_it_is_the_library() -> None:
    found = shipped_sources()
    assert (found.patterns, found.trees, found.figures, found.rules) == (
        library.patterns(), library.trees(), library.figures(), library.rules(),
    )  # fmt: skip
    assert found.guided
    assert found.article("real_time_updates") == library.article("real_time_updates")


def test_some_families_of_the_library_are_enough() -> None:
    found = sources(SiteSettings(library=Said(("long_running_tasks",))))
    shelves = (found.patterns, found.trees, found.figures, found.rules)
    assert (
        {entry.family for shelf in shelves for entry in shelf}
        == {problem.family for problem in found.problems}
        == {"long_running_tasks"}
    )
    assert not found.guided


def test_without_the_library_what_is_there_is_the_teams_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for family in ("billing", "long_running_tasks"):
        (tmp_path / "patterns" / family).mkdir(parents=True)
        (tmp_path / "patterns" / family / f"{family[:4]}_first.py").write_text(PATTERN, "utf-8")
    (tmp_path / "patterns" / "billing" / "__init__.py").write_text('"""Money, and who may move it."""\n', "utf-8")
    patterns = (SourcePath("patterns", "patterns", Position("archgen.toml", 2)),)
    found = sources(SiteSettings(patterns=patterns, library=Said(False)))
    assert [entry.name for entry in found.patterns] == ["bill-first", "long-first"]
    assert (found.families, found.problems, len(found.rules)) == (["long_running_tasks", "billing"], [], 0)
    assert (found.article("long_running_tasks"), found.pages("billing")) == ("", ["Money, and who may move it."])
    beside = sources(SiteSettings(patterns=patterns))
    assert len(beside.patterns) == len(library.patterns()) + 2
    assert beside.article("long_running_tasks") == library.article("long_running_tasks")


def test_nothing_of_it_is_run_where_nothing_may_be() -> None:
    patterns = (SourcePath("patterns", "patterns", Position("archgen.toml", 2)),)
    with pytest.raises(ConfigurationError, match=r"archgen\.toml:2: patterns of one's own would have to be run"):
        sources(SiteSettings(patterns=patterns), execute=False)
