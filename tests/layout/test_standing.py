"""Rows and places that are to be kept."""

from archgen.layout.standing import Standing


def test_rows_that_nothing_stands_in_go_with_the_way_down_from_them() -> None:
    standing = Standing([["a"], [], ["b"]], {"a": 50.0, "b": 60.0}, [120.0, 90.0, 0.0])
    assert standing.without_empty_rows() == Standing([["a"], ["b"]], {"a": 50.0, "b": 60.0}, [120.0, 0.0])
    assert standing.row_of == {"a": 0, "b": 2}
