"""Filling in the templates of a site; text is escaped unless it is typeset already."""

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

import jinja2
from markupsafe import Markup, escape

from archgen.model.catalogue import family_title
from archgen.model.figure_parts import anchored, figure_name, renamed
from archgen.model.units import bound
from archgen.website.addresses import entry_path, family_path, figure_path, guide_path, index_path, problem_path, relative
from archgen.website.sentences import sentence
from archgen.website.side_by_side import least_width

# Name of the template, path of the page it fills, and what it is filled with.
Fill = Callable[..., str]
# What site/assets/typeface-accented.css has and typeface.css has not.
ACCENTED = re.compile(
    r"[\u00a1-\u00ac\u00ae-\u00af\u00b4\u00b6\u00b8\u00ba-\u00d6\u00d8-\u00f6\u00f8-\u017f\u2010\u2012\u201a\u201e\u2020-\u2021\u2030"
    r"\u2032-\u2033\u2039-\u203a\u20ac\u2122\u2194-\u2195\u21d4\u2202\u2206\u2211\u221a\u25a0-\u25a1\u25b2\u25bc\u25c6\u25cb\u25cf"
    r"\u2605-\u2606]"
)


def filling(templates: Path) -> Fill:
    """The function that fills in the templates of a folder: `fill(template, path, **values)`."""
    addresses = (entry_path, family_path, family_title, figure_path, guide_path, index_path, problem_path)
    made = environment(templates)
    made.globals |= {function.__name__: function for function in addresses}

    def fill(template: str, path: str, /, **values: object) -> str:
        to = partial(relative, path)
        return made.get_template(f"site/{template}.html.j2").render(to=to, path=path, **values)

    return fill


def environment(templates: Path) -> jinja2.Environment:
    """Templates of a folder; what they are filled with is escaped. `typeset` is HTML already, `bound` keeps units by numbers."""
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(templates),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"typeset": Markup, "coded": coded, "bound": bound, "least_width": least_width}
    made.filters |= {
        "anchored": anchored,
        "figure_name": figure_name,
        "renamed": renamed,
        "accented": accented,
        "sentence": sentence,
    }
    return made


def accented(text: str) -> bool:
    """Tell whether a text has letters that the first style sheet of the typeface lacks, and the second has.

    >>> accented("5 × 3 µs"), accented("café")
    (False, True)
    """
    return ACCENTED.search(text) is not None


def coded(text: str) -> Markup:
    """A sentence with what stands in backticks as code.

    >>> coded("state `ttl` & go")
    Markup('state <code>ttl</code> &amp; go')
    """
    return Markup(re.sub(r"`([^`]+)`", r"<code>\1</code>", str(escape(bound(text)))))
