"""What the options of a figure ask for."""

import pytest

from archgen.pipeline.asked import Asked, WrongOption, asked
from archgen.pipeline.embedded import Wanted


def test_options_say_what_is_shown_and_how() -> None:
    options = {
        "focus": "gateway",
        "depth": "2",
        "only": "a, b",
        "open": "all",
        "one": "",
        "alt": "It",
        "caption": "So",
        "as": "file",
    }
    wanted = Wanted("shop.yaml", focus="gateway", depth=2, only=("a", "b"), open=("all",), one=True, theme="print", alt="It")
    assert asked("shop.yaml", options, theme="print") == Asked(wanted, caption="So", form="file")


def test_what_the_page_says_goes_before_what_holds_elsewhere() -> None:
    assert asked("a.yaml", {"theme": "dark", "as": "inline"}, theme="print", form="file") == Asked(Wanted("a.yaml", theme="dark"))
    assert asked("a.yaml", {}, theme="print", form="file") == Asked(Wanted("a.yaml", theme="print"), form="file")


@pytest.mark.parametrize(
    ("options", "key", "message"),
    [
        ({"fokus": "x"}, "fokus", 'a figure has no option "fokus"; did you mean "focus"?'),
        ({"depth": "-1"}, "depth", 'depth: "-1" is no number of connections, such as 1 or 2'),
        ({"depth": "²"}, "depth", 'depth: "²" is no number of connections, such as 1 or 2'),
        ({"one": "maybe"}, "one", 'one: "maybe" is neither true nor false'),
        ({"as": "png"}, "as", 'as: "png" is neither inline nor file'),
        ({"view": "a", "focus": "b"}, "view", "a view and a focus do not go together: leave one of them out"),
        ({"link": "javascript:alert(1)"}, "link", 'link: "javascript:alert(1)" is no address of the web, and no page'),
        ({"link": "\x01javascript:x"}, "link", 'link: "\x01javascript:x" is no address of the web, and no page'),
        ({"link": "//["}, "link", 'link: "//[" is no address of the web, and no page'),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_refused_with_its_name(options: dict[str, str], key: str, message: str) -> None:
    with pytest.raises(WrongOption) as raised:
        asked("shop.yaml", options)
    assert (raised.value.key, str(raised.value)) == (key, message)
