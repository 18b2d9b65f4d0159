"""Pages that are ready to be framed."""

import json

import pytest

from archgen.loading.shipped import shipped
from archgen.model.page import Page
from archgen.website.addresses import named_paths
from archgen.website.filling import filling
from archgen.website.pages import pages
from archgen.website.prepared import prepared, prepared_data, prepared_of
from archgen.website.problems import problems_page
from tests.website.library import content


def test_every_page_comes_back_from_plain_data() -> None:
    fill, paths = filling(shipped("templates")), named_paths(content())
    ready = [prepared(page, paths) for page in (*pages(content(), fill), *problems_page(content(), [], [], fill))]
    assert len(ready) > 8
    assert [prepared_of(json.loads(json.dumps(prepared_data(one)))) for one in ready] == ready
    assert any(one.page.places for one in ready)
    assert any('href="../rules/call-without-timeout.html"><code>MS001</code>' in one.page.body for one in ready)


def test_cells_that_begin_at_the_left_do_not_say_so() -> None:
    html = '<td style="text-align:left">a</td><td style="text-align:right">1</td>'
    assert prepared(Page("a.html", "A", html, "guide"), {}).page.body == '<td>a</td><td style="text-align:right">1</td>'


@pytest.mark.parametrize("data", [{}, {"page": {}, "outline": {}}, {"page": {"path": "a"}, "outline": {"headings": [[1]]}}])
def test_what_else_there_is_no_page_of_is_refused(data: dict[str, object]) -> None:
    with pytest.raises((TypeError, KeyError, ValueError)):
        prepared_of(data)
