"""The hostile design holds a hostile text wherever a design can hold a text."""

from archgen.model.link import link
from tests.hostile.everything import hostile, text_attributes

# They name entries of the library, days and other steps: what is none of these is refused, which test_refused.py tries.
NAMES = {("Decision", "choice"), ("Decision", "tree"), ("Waiver", "rule"), ("Waiver", "until")}


def test_every_text_of_every_word_is_filled() -> None:
    design, filled = hostile()
    assert set(text_attributes()) - filled == NAMES
    assert link(design).name == design.name
