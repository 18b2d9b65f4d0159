"""What is shown at present, to many who wait for the next."""

from concurrent.futures import ThreadPoolExecutor

from archgen.serving.board import Board, Sheet


def test_who_waits_is_given_the_next_sheet() -> None:
    board = Board(Sheet("one"))
    with ThreadPoolExecutor(8) as threads:
        waiting = [threads.submit(board.other_than, Sheet("one").stamp, 20) for _ in range(8)]
        board.show("two")
        assert {(found.result() or Sheet("")).body for found in waiting} == {"two"}


def test_who_has_another_sheet_waits_for_none() -> None:
    assert Board(Sheet("one")).other_than("", 20) == Sheet("one")


def test_the_same_shown_again_is_no_other() -> None:
    board = Board(Sheet("one"))
    board.show("one")
    assert board.other_than(Sheet("one").stamp, 0) is None


def test_nobody_waits_at_a_board_that_is_closed() -> None:
    board = Board(Sheet("one"))
    with ThreadPoolExecutor(1) as threads:
        waiting = threads.submit(board.other_than, Sheet("one").stamp, 20)
        board.close()
        assert waiting.result(5) is None
    assert not board.open
