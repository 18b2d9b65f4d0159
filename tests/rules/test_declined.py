"""What is no rule, and why: each code once, in order, with a reason, and given to no rule."""

import re
from pathlib import Path

from archgen import rules
from archgen.loading import library

FORM = re.compile(r"([A-Z]{2}\d{3}): (\S.{20,})")
LINES = (Path(rules.__file__).parent / "declined.yaml").read_text("utf-8").splitlines()
DECLINED = [line for line in LINES if not line.startswith("#")]


def test_each_says_why() -> None:
    assert [line for line in DECLINED if not FORM.fullmatch(line)] == []


def test_they_stand_in_the_order_of_their_codes_and_each_once() -> None:
    codes = [line[:5] for line in DECLINED]
    assert codes == sorted(set(codes))


def test_what_is_declined_is_no_rule_and_was_none() -> None:
    known = {name for entry in library.rules() for name in (entry.code, *entry.value.formerly)}
    assert known.isdisjoint(line[:5] for line in DECLINED)


def test_a_reason_names_rules_that_there_are() -> None:
    known = {entry.code for entry in library.rules()}
    named = {code for line in DECLINED for code in re.findall(r"\b[A-Z]{2}\d{3}\b", line[5:])}
    assert named - known == set()
