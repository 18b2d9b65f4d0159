from archgen.documents.html import fragment


def test_a_table_scrolls_in_a_frame_that_the_keyboard_reaches() -> None:
    html = fragment("| a |\n|:--|\n| b |\n")
    assert html.startswith('<div class="table-frame" tabindex="0"><table>\n')
    assert html.endswith("</table></div>\n")


def test_the_keyboard_reaches_code_of_either_kind() -> None:
    assert fragment("```yaml\na: <b>\n```\n").startswith('<pre tabindex="0"><code class="language-yaml">a: &lt;b&gt;')
    assert fragment("    <pre>\n").startswith('<pre tabindex="0"><code>&lt;pre&gt;')
