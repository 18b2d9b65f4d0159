"""The options of rules: what is known of them, and how their values are read."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

import pytest

from archgen.configuring.option_values import option_values
from archgen.configuring.toml_text import parse
from archgen.dsl.counts import Count, Share
from archgen.dsl.quantities import Duration, Rate
from archgen.dsl.shape import Plain
from archgen.model.catalogue import Entry
from archgen.model.positioned import Reading
from archgen.model.rule import Rule, Severity
from archgen.model.rule_options import RuleOption, rule_options

OFTEN = Rate(10)


@dataclass(frozen=True)
class Limits:
    assumed_timeout: Duration = timedelta(seconds=30)
    """How long a request may last
    where none says."""
    devices: Count = 1000
    """From how many on it counts."""
    spare: Share = 0.5
    """How much is to be left."""
    rate: Rate = OFTEN
    """How often."""
    mode: Literal["strict", "lax"] = "lax"
    """How closely to look."""
    deep: bool = False
    """Whether to look further."""


LIMITED = Entry("limited", "architecture", "", "", Rule("AR900", Severity.INFO, lambda a, e: (), [], [], options=Limits), "AR900")
PLAIN = Entry("plain", "architecture", "", "", Rule("AR901", Severity.INFO, lambda a, e: (), [], []), "AR901")


def read(text: str, entry: Entry[Rule] = LIMITED) -> tuple[object, list[str]]:
    reading = Reading()
    value = option_values(entry, parse(text, "archgen.toml"), reading)
    return value, [str(fault) for fault in reading.faults]


def test_options_are_told_with_their_names_meanings_and_defaults() -> None:
    first, second = rule_options(LIMITED.value)[:2]
    meaning = "How long a request may last where none says."
    assert first == RuleOption("assumed-timeout", "assumed_timeout", meaning, (Plain("duration"),), timedelta(seconds=30))
    assert (second.name, second.forms, second.default) == ("devices", (Plain("count"),), 1000)
    assert rule_options(PLAIN.value) == ()


def test_values_are_read_as_the_language_reads_them_and_the_rest_stays_as_it_is() -> None:
    text = 'assumed-timeout = "2 min"\ndevices = "200k"\nspare = "10%"\nrate = "60/min"\nmode = "strict"\ndeep = true'
    assert read(text) == (Limits(timedelta(minutes=2), 200_000, 0.1, Rate(1), "strict", True), [])
    assert read("devices = 5") == (Limits(devices=5), [])
    assert read("") == (Limits(), [])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            'assumed-timeout = "soon"',
            'assumed-timeout = "soon": a duration reads "500ms", "15 min", "2h", or a plain number of seconds',
        ),
        ("devices = 0", "devices = 0: it must be over 0"),
        ("spare = 5", 'spare = 5: a share reads "95%", or a plain number from 0 to 1; write "5%" for 5 of a hundred'),
        ('rate = "often"', 'rate = "often": a rate reads "4k/s", "30/min", or a plain number a second'),
        ('mode = "loose"', "mode = \"loose\": it must be 'strict' or 'lax'"),
        ('deep = "very"', 'deep = "very": it must be true or false'),
        ("devices = []", "devices = []: it must be a whole number"),
        ("assumed_timeout = 3", 'limited has no option "assumed_timeout"; did you mean "assumed-timeout"?'),
        ("spare = nan", 'spare = nan: a share reads "95%", or a plain number from 0 to 1'),
    ],
)
def test_a_value_that_will_not_do_is_refused_at_its_place(text: str, said: str) -> None:
    assert read(f"\n{text}")[1] == [f"archgen.toml:2:1: {said}"]


def test_a_rule_without_options_takes_none() -> None:
    assert read("devices = 3", PLAIN)[1] == ["archgen.toml:1:1: plain has no options; leave the table out"]


@pytest.mark.parametrize("entry", [PLAIN, LIMITED])
def test_how_bad_findings_are_is_no_option(entry: Entry[Rule]) -> None:
    [said] = read('severity = "info"', entry)[1]
    assert said.endswith("; how bad a rule's findings are stands in the table lint.severity, by its code")
