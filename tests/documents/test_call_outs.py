import pytest

from archgen.documents.call_outs import call_out, compared
from archgen.documents.escaping import plain
from archgen.documents.html import fragment
from tests.documents.sent import mail_of
from tests.documents.test_newsletter import body


def test_an_alert_is_a_call_out_with_its_name_above_it() -> None:
    assert fragment(call_out("caution", "More comes <in>.", "Twice.")) == (
        '<blockquote class="call-out caution">\n<p><strong>Caution</strong></p>\n<p>More comes &lt;in&gt;.</p>\n'
        "<p>Twice.</p>\n</blockquote>\n"
    )


def test_an_alert_may_hold_lists_alone() -> None:
    assert fragment("> [!tip]\n>\n> - a") == (
        '<blockquote class="call-out tip">\n<p><strong>Tip</strong></p>\n<ul>\n<li>a</li>\n</ul>\n</blockquote>\n'
    )


def test_without_and_with_are_two_quotes_that_any_reader_of_markdown_shows() -> None:
    text = compared("a *cache*", "1,200/s reach it.", "60/s do.")
    assert text == ("> **Without a \\*cache\\***\n>\n> 1,200/s reach it.\n\n> **With a \\*cache\\***\n>\n> 60/s do.")
    assert fragment(text).count('<blockquote class="call-out with">') == fragment(text).count('class="call-out without">') == 1


@pytest.mark.parametrize(
    "text",
    [
        "> quoted",
        f"> {plain('[!TIP]')}\n> x",
        "> [!TIP] on its line",
        "> [!NOISE]\n> x",
        "> **Within** reach",
        "> **Without** it",
    ],
)
def test_other_quotes_stay_quotes(text: str) -> None:
    assert "call-out" not in fragment(text)
    assert "<blockquote>" in fragment(text)


def test_mail_shows_call_outs_in_their_colours() -> None:
    assert 'class="q bad"' in mail_of("> [!CAUTION]\n> x").html
    assert 'class="q good"' in mail_of("> **With it**\n>\n> x").html
    assert 'class="q"' in mail_of("> x").html


def test_editors_of_newsletters_are_given_quotes() -> None:
    assert body("> [!TIP]\n> Ask.") == "<blockquote>\n<p><strong>Tip</strong></p>\n<p>Ask.</p>\n</blockquote>"
