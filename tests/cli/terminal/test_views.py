"""Options of commands that draw views."""

from argparse import ArgumentParser, Namespace

import pytest

from archgen.cli.terminal.views import takes_views, views
from archgen.errors import UsageError
from archgen.pipeline.means import ORDINARY


def options(*words: str) -> Namespace:
    parser = ArgumentParser()
    takes_views(parser)
    return parser.parse_args(words)


def test_names_and_kinds_are_taken_with_commas_between_or_one_by_one() -> None:
    shown = views(options("--only", "api, queue", "--only", "core"), None, "x.yaml", ORDINARY, lambda _: None)
    assert shown.only is not None
    assert (shown.only.only, shown.only.name) == (("api", "queue", "core"), "only-api-queue-core")


def test_without_options_nothing_is_selected_and_nothing_forced() -> None:
    shown = views(options(), None, "x.yaml", ORDINARY, lambda _: None)
    assert (shown.only, shown.manner, shown.one) == (None, None, False)


def test_all_in_one_and_grouped_do_not_go_together() -> None:
    with pytest.raises(UsageError, match="leave one of them out"):
        views(options("--one", "--group-by", "kind"), None, "x.yaml", ORDINARY, lambda _: None)
