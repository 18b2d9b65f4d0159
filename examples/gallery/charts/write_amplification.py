"""How many writes of a disk one inserted row becomes, by the number of indexes."""

from archgen.figures import Bar, BarChart, Figure, Piece

LOG, TABLE, REPLICA = (
    Piece("log", 1, tone="messaging"),
    Piece("page of the table", 1, tone="data"),
    Piece("log of a replica", 1, tone="external"),
)


def bar(indexes: int, name: str) -> Bar:
    """Each index takes two or three pages, here two and a half."""
    pages = [Piece("pages of indexes", 2.5 * indexes, tone="bad")] if indexes else []
    least, most = 3 + 2 * indexes, 3 + 3 * indexes
    text = f"{least}" if least == most else f"{least} to {most}"
    return Bar(name, 3 + 2.5 * indexes, text=text, pieces=[LOG, TABLE, *pages, REPLICA])


figure = Figure(
    "Every index is written, too",
    [BarChart([bar(0, "No index"), bar(2, "Two indexes"), bar(5, "Five indexes"), bar(10, "Ten indexes")], unit="writes")],
    subtitle="One INSERT, one replica, two or three pages for each index. Full pages in the log and cleaning up come on top.",
    takeaway="Ask of each index which query it serves: at a hundred reads a write it pays, at ten writes a read it does not.",
)
