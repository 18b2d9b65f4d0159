"""What was declined to be a rule says why, and is none."""

from itertools import pairwise
from pathlib import Path

import yaml

from archgen.loading import library

DECLINED = yaml.safe_load((Path(__file__).parents[2] / "archgen" / "rules" / "declined.yaml").read_text("utf-8"))


def test_each_code_says_why() -> None:
    assert all(isinstance(reason, str) and len(reason.split()) >= 5 for reason in DECLINED.values())


def test_the_codes_are_in_order() -> None:
    assert all(one < other for one, other in pairwise(DECLINED))


def test_none_of_them_is_a_rule() -> None:
    assert set(DECLINED).isdisjoint(entry.code for entry in library.rules())
