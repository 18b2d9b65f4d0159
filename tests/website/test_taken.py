from dataclasses import replace

from archgen.website.assemble import assemble
from archgen.website.taken import PLACE
from tests.website.library import TEMPLATES, content, site

PLAIN, SECOND, TREE = "patterns/plain-call.html", "patterns/second-call.html", "trees/how-to-ask.html"


def test_a_pattern_and_a_decision_lead_to_each_design_that_takes_them() -> None:
    known = content()
    design = replace(known.designs[0].told, summary="Sends & tracks", takes=("plain-call", "how-to-ask"))
    made = assemble(replace(known, designs=[*known.designs, replace(design, name="Letters")]), TEMPLATES)
    line = '<li><a href="../designs/parcels.html">Letters</a>: Sends &amp; tracks</li>'
    assert all(made[path].decode().count(line) == 1 for path in (PLAIN, TREE))
    assert '<a href="#pattern--designs">' in made[PLAIN].decode()
    assert line not in made[SECOND].decode()


def test_where_no_design_takes_it_nothing_is_said_of_any() -> None:
    page = site()[SECOND].decode()
    assert (PLACE in page, "pattern--designs" in page) == (False, False)
