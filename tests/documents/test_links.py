import pytest

from archgen.documents.html import fragment


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JaVaScript:alert(1)",
        "&#106;avascript:alert(1)",
        "vbscript:x",
        "data:text/html,x",
        "file:///etc/passwd",
    ],
)
def test_a_link_that_is_no_address_of_the_web_is_refused(target: str) -> None:
    assert "<a " not in fragment(f"[x]({target})")


@pytest.mark.parametrize("target", ["https://example.org/a", "mailto:a@example.org", "#here", "../rules/a.html"])
def test_other_links_are_set(target: str) -> None:
    assert fragment(f"[x]({target})") == f'<p><a href="{target}">x</a></p>\n'


def test_an_image_from_elsewhere_is_shown_as_its_description() -> None:
    assert fragment("![a cat](https://example.org/cat.png)") == "<p>a cat</p>\n"
    assert fragment("![a cat](//example.org/cat.png)") == "<p>a cat</p>\n"
