import re

from tests.documents.sent import mail_of


def plain(markdown: str) -> str:
    """The body of a mail without styles."""
    return re.sub(r' (?:style|class|width|cellspacing|cellpadding|valign)="[^"]*"', "", mail_of(markdown).html)


def table(*rows: str) -> str:
    head = "| Of | Number | Value | Derivation |"
    return "\n".join([head, "|:--|:--|--:|:--|", *rows])


def test_a_wide_table_stands_as_rows_in_which_short_cells_share_a_line() -> None:
    long = "a sum of " * 9
    assert (
        "<td><strong>Desk</strong><br />\n"
        "<span>Number: </span>rate \N{MIDDLE DOT} <span>Value: </span><strong>80/s</strong><br />\n"
        f"<span>Derivation: </span>{long.strip()}</td>"
    ) in plain(table(f"| Desk | rate | **80/s** | {long} |"))


def test_rows_of_a_table_are_broken_alike() -> None:
    html = plain(table("| A | rate | 1 | b |", f"| B | {'long ' * 16} | 2 | b |"))
    assert "<span>Number: </span>rate<br />\n<span>Value: </span>1 \N{MIDDLE DOT}" in html


def test_what_leads_from_one_thing_to_another_is_named_after_both() -> None:
    html = plain("| From | To | Set off by | Stated |\n|--|--|--|--|\n| **a** | **b** | c | |")
    assert "<td><strong>a</strong> to <strong>b</strong><br />\n<span>Set off by: </span>c</td>" in html


def test_cells_that_say_nothing_are_left_out_with_the_name_of_their_column() -> None:
    assert "<td><strong>A</strong><br />\n<span>Value: </span>1</td>" in plain(table("| A |  | 1 | |"))


def test_a_table_of_three_columns_stays_one() -> None:
    html = plain("| A | B | C |\n|:--|--:|:-:|\n| 1 | 2 | 3 |")
    assert '<th align="left">A</th>\n<th align="right">B</th>\n<th align="center">C</th>' in html
    assert '<td>1</td>\n<td align="right">2</td>' in html


def test_what_is_around_tables_stays_in_its_place() -> None:
    html = plain(f"before\n\n{table('| A | b | c | d |')}\n\nbetween\n\n{table('| B | b | c | d |')}\n\nafter")
    assert re.findall(r"before|between|after|<strong>[AB]", html) == ["before", "<strong>A", "between", "<strong>B", "after"]
