"""The page that stands in for one that could not be made, so that what leads to it leads somewhere."""

from collections.abc import Sequence
from html import escape

from archgen.model.page import Page, Section

LEAD = "This page could not be made."


def failed_page(path: str, title: str, section: Section, told: Sequence[str], code: str = "", group: str = "") -> Page:
    """`told` says why."""
    reasons = "".join(f"<li>{escape(one)}</li>\n" for one in told)
    body = f'<h1>{escape(title)}</h1>\n<div class="lead"><p>{LEAD}</p></div>\n<ul>\n{reasons}</ul>\n'
    return Page(path, title, body, section, LEAD, code, group)
