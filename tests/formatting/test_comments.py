"""Every comment stays at what it speaks of."""

from pathlib import Path
from random import Random
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.formatting.laying_out import laid_out

EXAMPLES = sorted((Path(__file__).resolve().parent.parent.parent / "examples").glob("*.yaml"))


@settings(max_examples=100)
@given(st.randoms(use_true_random=False), st.sampled_from(EXAMPLES))
def test_a_comment_at_its_place_stays_there(random: Random, path: Path) -> None:
    """Comments above entries and at the ends of lines, strewn over a design that is laid out."""
    lines: list[str] = []
    in_text = False
    for line in path.read_text("utf-8").splitlines():
        in_text = line.endswith(">-") or (in_text and line.startswith("  "))
        free = bool(line) and not in_text and not line.startswith("#")
        indent = " " * (len(line) - len(line.lstrip()))
        lines += [f"{indent}# above"] * (free and random.random() < 0.2)
        lines.append(f"{line}  # at the end" if free and random.random() < 0.2 else line)
    text = "\n".join(lines) + "\n"
    assert laid_out(text) == text


def in_margin(text: str) -> str:
    """A text without the margin that it has here."""
    return dedent(text).lstrip("\n")


COMMENTED = {
    "before the first key and at the end of the file": (
        """
        # licence

        # about
        archgen:   1
        design: X
        # end


        # last
        """,
        """
        # licence

        # about
        archgen: 1
        design: X
        # end

        # last
        """,
    ),
    "above entries, at the ends of lines, before a dedent": (
        """
        a:      # at a
            # above b
            b: 1   # at b
            # above c
            c:
                d: 2
                # after d
            # after c
        # above e
        e: 3
        """,
        """
        a:  # at a
          # above b
          b: 1  # at b
          # above c
          c:
            d: 2
            # after d
          # after c

        # above e
        e: 3
        """,
    ),
    "in a list": (
        """
        a: # at a
        # above x
        - x # at x

        # between
        - # at a dash
          k: 1
          # above m
          m: 2
          # after m
        # above y
        -   y
        # above b
        b:
          - z
          # after z
        """,
        """
        a:  # at a
          # above x
          - x  # at x

          # between
          # at a dash
          - k: 1
            # above m
            m: 2
            # after m
          # above y
          - y

        # above b
        b:
          - z
          # after z
        """,
    ),
    "within brackets": (
        """
        a: { # at a
             x: 1, # at x
             # above y
             y: {k: 2}, z: [3 # at 3
             ]
             # after z
           } # at the end
        b: [1, 2] # at b
        c: [ # of c
           ]
        """,
        """
        a:  # at a
          x: 1  # at x
          # above y
          y: {k: 2}
          z:
            - 3  # at 3
          # after z
          # at the end

        b: [1, 2]  # at b
        c: []  # of c
        """,
    ),
    "going on below the line that it stands on": (
        """
        a: 1     # one
                 # and more
        b:  # two
            # and more
          c: [x, y] # three
                    # and more
        """,
        """
        a: 1  # one
              # and more

        b:  # two
            # and more
          c: [x, y]  # three
                     # and more
        """,
    ),
    "that only look as if they went on": (
        """
        a: | # of a
                text
           # above b
        b:   # of b
             # above c
             c: 1 # of c

                  # above d
             d: 2
        """,
        """
        a: |  # of a
          text

        # above b
        b:  # of b
          # above c
          c: 1  # of c

          # above d
          d: 2
        """,
    ),
    "where entries were taken out": (
        """
        components:
           # app: {kind: client}
           # web: {kind: client}
        connections: # none yet
        """,
        """
        components:
          # app: {kind: client}
          # web: {kind: client}

        connections:  # none yet
        """,
    ),
    "around texts of several lines": (
        """
        a: >-   # folded
            one
              two

        # above b
        b: |
           # no comment
           x
        # above c
        c: one
         two # at c
        d: # of d
          three
        """,
        """
        a: >-  # folded
          one
            two

        # above b
        b: |
          # no comment
          x
        # above c
        c: one two  # at c
        d: three  # of d
        """,
    ),
    "around the marks of a document": (
        """
        # above
        --- # at the mark
        a: 1
        ... # at the end
        # last
        """,
        """
        # above
        ---
        # at the mark
        a: 1
        # at the end
        # last
        """,
    ),
    "that look like data": (
        """
        a: "#1" #2
        b: x#3 # - {4: [
        c: '# 5'   #
        """,
        """
        a: "#1"  #2
        b: x#3  # - {4: [
        c: "# 5"  #
        """,
    ),
}


@pytest.mark.parametrize(("text", "made"), COMMENTED.values(), ids=COMMENTED)
def test_comments_stay_at_what_they_speak_of(text: str, made: str) -> None:
    assert laid_out(in_margin(text)) == in_margin(made)
    assert laid_out(in_margin(made)) == in_margin(made)
