"""Tables of a typeset page: one that is wider than its column scrolls by itself."""

from markdown_it import MarkdownIt


def scroll_tables(markdown: MarkdownIt) -> None:
    """Put each table in a frame that scrolls, and that the keyboard reaches."""
    markdown.add_render_rule("table_open", lambda *_: '<div class="table-frame" tabindex="0"><table>\n')
    markdown.add_render_rule("table_close", lambda *_: "</table></div>\n")
