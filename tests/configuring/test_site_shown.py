"""What a site is made of, told with where each value comes from."""

from archgen.configuring.configuration import Said
from archgen.configuring.shown import Row
from archgen.configuring.site_settings import SiteSettings
from archgen.configuring.site_shown import site_rows
from archgen.errors import Position
from archgen.model.rule_path import RulePath
from archgen.model.source_path import SourcePath


def test_each_value_has_a_row_and_each_path_one_of_its_own() -> None:
    paths = tuple(SourcePath(name, name, Position("archgen.toml", line)) for line, name in enumerate(("a.yaml", "b.yaml"), 3))
    settings = SiteSettings(path="archgen.toml", specs=paths, library=Said(("caching", "contention"), "archgen.toml:9"))
    rules = [RulePath("rules/", "rules/", Position("archgen.toml", 1))]
    rows = list(site_rows(settings, [Row("theme", "auto")], rules, ["a.yaml"], "there"))
    assert [row for row in rows if row.origin != "default"] == [
        Row("configuration", "archgen.toml", "the nearest"),
        Row("specs", "a.yaml", "archgen.toml:3"),
        Row("specs", "b.yaml", "archgen.toml:4"),
        Row("rules", "rules/", "archgen.toml:1"),
        Row("library", "caching, contention", "archgen.toml:9"),
        Row("output", "there", "--output"),
        Row("design", "a.yaml", "found"),
    ]
    assert [row.value for row in rows if row.name == "theme"] == ["auto"]


def test_where_nothing_is_said_each_value_is_what_holds_then() -> None:
    rows = {row.name: row.value for row in site_rows(SiteSettings(), [], [], [])}
    assert (rows["title"], rows["library"], rows["output"], rows["pages"]) == ("archgen", "true", "site/public", "none")
