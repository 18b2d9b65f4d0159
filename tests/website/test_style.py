import re
from typing import get_args

from archgen.dsl.appearance import Tone
from archgen.model.picture import LineRole, RectRole, TextRole
from tests.website.library import ASSETS

IN_FIGURES = {*get_args(RectRole), *get_args(LineRole), *get_args(TextRole), *get_args(Tone), "ground", "icon", "dashed"}


def test_no_rule_of_a_page_reaches_into_its_figures() -> None:
    sheets = "".join(data.decode() for name, data in ASSETS.items() if name.endswith(".css"))
    assert set(re.findall(r"\.([a-z][a-z-]*)", sheets)) & IN_FIGURES == set()
