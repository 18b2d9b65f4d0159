"""Patches: as `diff -u` writes them, and leading from one text to the other."""

import re
from difflib import unified_diff

from hypothesis import given
from hypothesis import strategies as st

from archgen.pipeline.patch import patch

ENDS = st.sampled_from(["\n", "\n", "\n", "\r\n", "\r"])
TEXTS = st.lists(st.tuples(st.sampled_from(["a", "b", "- c", "+ d", ""]), ENDS), max_size=25).map(
    lambda lines: "".join(map("".join, lines))
) | st.sampled_from(["", "a", "\n", "a\nb"])
LINES = re.compile(r"[^\n]*\n|[^\n]+")
HUNK = re.compile(r"@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@\n((?:[-+ \\][^\n]*\n)*)")


def applied(text: str, to: str) -> str:
    """What a text is with a patch, which is read as `patch` reads it: every line that it shows has to be there."""
    old, new, at = LINES.findall(to), [], 0
    for first, count, other, other_count, body in HUNK.findall(text):
        length, other_length = int(count or 1), int(other_count or 1)
        start = int(first) - bool(length)
        lines = _marked(body)
        assert [line[1:] for line in lines if line[0] in " -"] == old[start : start + length]
        assert len([line for line in lines if line[0] in " +"]) == other_length
        new += old[at:start]
        assert len(new) == int(other) - bool(other_length)
        new += [line[1:] for line in lines if line[0] in " +"]
        at = start + length
    return "".join([*new, *old[at:]])


def _marked(body: str) -> list[str]:
    """The lines of a hunk with their marks; one that says so has no end."""
    found: list[str] = []
    for line in LINES.findall(body):
        if line.startswith("\\"):
            found[-1] = found[-1].removesuffix("\n")
        else:
            found.append(line)
    return found


@given(TEXTS, TEXTS)
def test_a_patch_leads_from_one_text_to_the_other(before: str, after: str) -> None:
    made = patch("a", before.encode(), after.encode())
    assert applied(made, before) == after
    assert (made == "") == (before == after)


@given(st.lists(st.sampled_from("abc"), max_size=40), st.integers(0, 40), st.integers(0, 40), st.integers(0, 3))
def test_one_change_is_shown_as_diff_shows_it(lines: list[str], start: int, end: int, more: int) -> None:
    old = [f"{at}{line}\n" for at, line in enumerate(lines)]
    new = [*old[:start], *["new\n"] * more, *old[max(start, end) :]]
    assert patch("a", "".join(old).encode(), "".join(new).encode()) == "".join(unified_diff(old, new, "a", "a"))
