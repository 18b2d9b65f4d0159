import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from archgen.website.highlighting import LANGUAGES, highlighted, with_highlights

PYTHON = 'retry = Retry(3, jitter=True)  # three\nname = "a # b"\n"""Text\nof lines."""'
YAML = 'components:\n  api: {kind: service, replicas: 3, ok: true}  # one\n  text: "a: b # c"\n  load: ~4k/s'


def spans(text: str, language: str) -> list[tuple[str, str]]:
    """What is marked, and as what."""
    html = highlighted(text, language)
    return [(sort, Markup(inner).unescape()) for sort, inner in re.findall(r'<span class="(\w)">(.*?)</span>', html, re.DOTALL)]


def test_python_is_marked() -> None:
    assert spans(PYTHON, "python") == [
        ("t", "Retry"), ("n", "3"), ("a", "jitter"), ("k", "True"), ("c", "# three"), ("s", '"a # b"'),
        ("s", '"""Text\nof lines."""'),
    ]  # fmt: skip


def test_yaml_is_marked() -> None:
    assert spans(YAML, "yaml") == [
        ("a", "components"), ("a", "api"), ("a", "kind"), ("t", "service"),
        ("a", "replicas"), ("n", "3"), ("a", "ok"), ("k", "true"),
        ("c", "# one"), ("a", "text"), ("s", '"a: b # c"'), ("a", "load"), ("n", "~4k/s"),
    ]  # fmt: skip


@pytest.mark.parametrize("language", [*LANGUAGES, "json", ""])
@given(text=st.text(alphabet="ab<>&\"'# :=\n\\123{}-", max_size=60))
def test_no_text_is_lost_and_none_becomes_markup(language: str, text: str) -> None:
    html = highlighted(text, language)
    assert Markup(re.sub(r"</?span[^<>]*>", "", html)).unescape() == text


def test_toml_is_marked() -> None:
    marked = spans('[site]  # ours\ntitle = "A # b"\nlibrary = true\nmost = 12', "toml")
    assert marked == [
        ("k", "[site]"), ("c", "# ours"), ("a", "title"), ("s", '"A # b"'),
        ("a", "library"), ("n", "true"), ("a", "most"), ("n", "12"),
    ]  # fmt: skip


def test_programs_within_a_text_are_marked_and_nothing_else_is_changed() -> None:
    html = '<p>a = 1</p>\n<pre tabindex="0"><code class="language-python">a = &quot;&lt;b&gt;&quot;</code></pre>'
    assert with_highlights(html) == html.replace("&quot;&lt;b&gt;&quot;", '<span class="s">&#34;&lt;b&gt;&#34;</span>')
    console = '<pre tabindex="0"><code class="language-console">$ a &amp; b</code></pre>'
    assert with_highlights(console) == console
