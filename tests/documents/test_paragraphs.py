"""Paragraphs that differ in one time alone."""

from archgen.documents.paragraphs import told_together

TEXT = (
    "A queue (SQS, run by a provider). It moves what fails after 5 deliveries to Dead, keeps its messages over a restart "
    "and keeps what it holds for {} days. It hides a message for {} while somebody works on it."
)


def test_what_differs_in_one_time_is_told_once_with_the_times_of_the_others() -> None:
    told = {
        ("", TEXT.format(4, "5 min")): ["Paid", "Free"],
        ("", TEXT.format(4, "2 min")): ["Light"],
        ("", TEXT.format(4, "10 min")): ["Caption"],
    }
    ((note, text, names),) = told_together(told)
    assert (note, names) == ("", ["Paid", "Free", "Light", "Caption"])
    assert text == TEXT.format(4, "5 min (2 min at Light, 10 min at Caption)")


def test_what_differs_in_two_times_or_has_a_note_or_is_short_is_told_by_itself() -> None:
    two = {("", TEXT.format(4, "5 min")): ["A"], ("", TEXT.format(2, "1 min")): ["B"]}
    noted = {("what is due", TEXT.format(4, "5 min")): ["A"], ("what is due", TEXT.format(4, "1 min")): ["B"]}
    short = {("", "A cache. It keeps an entry for 5 min."): ["A"], ("", "A cache. It keeps an entry for 1 min."): ["B"]}
    for told in (two, noted, short):
        assert [names for _, _, names in told_together(told)] == [["A"], ["B"]]
