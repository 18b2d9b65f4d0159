from archgen.documents.html import fragment


def test_a_table_scrolls_in_a_frame_that_the_keyboard_reaches() -> None:
    html = fragment("| a |\n|:--|\n| b |\n")
    assert html.startswith('<div class="table-frame" tabindex="0"><table>\n')
    assert html.endswith("</table></div>\n")
