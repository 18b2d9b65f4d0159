"""What --set gives: names, values, factors, and what is said of others."""

from datetime import timedelta

import pytest

from archgen import Cache, Calls, Client, Reads, Requirements, Retry, Service, per_second
from archgen.errors import ArchgenError
from archgen.pipeline.assigning import cases, settings
from archgen.pipeline.reading import Read
from tests.pipeline.supposing import made

app = Client("App", devices=1000, send_rate=per_second(0.5), platform="web")
api = Service("API", id="shop.api", replicas=3, task_duration=timedelta(milliseconds=20))
hot = Cache("Hot", hit_rate=0.8)
DESIGN = made(
    Calls(app, api, id="ask", retry=Retry(attempts=2)), Reads(api, hot, id="look"), requirements=Requirements(peak_factor=2)
)


def held(*texts: str, design: Read = DESIGN) -> list[object]:
    """What each is to hold, in the first case."""
    (first, *_) = cases(settings(design.architecture, texts))
    return [one.after for one in first.assigned]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("app.devices=10x", 10_000),
        ("app.devices=0.0001x", 1),
        ("app.devices=200k", 200_000),
        ("app.send_rate=30/min", 0.5),
        ("app.send_rate=1.5x", 0.75),
        ("app.platform=mobile", "mobile"),
        ("app.trusted=false", False),
        ("shop.api.replicas=6", 6),
        ("shop.api.replicas=null", None),
        ("shop.api.replicas=1.5x", 4),
        ("shop.api.task_duration=5ms", timedelta(milliseconds=5)),
        ("shop.api.task_duration=0.5x", timedelta(milliseconds=10)),
        ("hot.hit_rate=95%", 0.95),
        ("hot.hit_rate=0.5x", 0.4),
        ("requirements.peak_factor=2×", 4),
        ("requirements.peak_factor=4", 4),
        ("ask.retry.attempts=5", 5),
        ("ask.retry=false", False),
        ("look.per_request=0.25", 0.25),
    ],
)
def test_a_value_reads_as_in_yaml_or_as_a_factor_of_what_is_stated(text: str, value: object) -> None:
    assert held(text) == [value]


def test_a_policy_may_be_given_by_its_first_number_and_made_by_one_of_its_attributes() -> None:
    (first, *_) = held("ask.retry=4")
    assert isinstance(first, Retry)
    assert first.attempts == 4
    assert held("look.retry.attempts=4") == [4]


def test_several_attributes_of_one_part_are_supposed_together() -> None:
    (case,) = cases(settings(DESIGN.architecture, ["app.devices=2x", "app.send_rate=1/s", "ask.retry.attempts=9"]))
    assert dict(case.changes[app]) == {"devices": 2000, "send_rate": 1}
    assert len(case.changes) == 2


def test_several_values_make_a_case_each() -> None:
    found = cases(settings(DESIGN.architecture, ["hot.hit_rate=0", "app.devices=1x, 2x,5x"]))
    assert [(one.label, [assigned.after for assigned in one.assigned]) for one in found] == [
        ("1x", [0, 1000]),
        ("2x", [0, 2000]),
        ("5x", [0, 5000]),
    ]


FORM = "it takes PART.ATTRIBUTE=VALUE, such as app.devices=10x or cache.hit_rate=0.8"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("app", f"--set app: {FORM}"),
        ("devices=2x", f"--set devices=2x: {FORM}"),
        ("app.devices=", f"--set app.devices=: {FORM}"),
        ("app.devices=1x,,2x", f"--set app.devices=1x,,2x: {FORM}"),
        ("ap.devices=2x", 'there is no part "ap"; did you mean "app"?'),
        ("app.devcies=2x", '--set app.devcies=2x: Client has no attribute "devcies"; did you mean "devices"?'),
        ("app.devices=2s", '--set app.devices=2s: devices = "2s": a count reads "200k", "1.5M", or a plain whole number'),
        ("app.devices=0x", "--set app.devices=0x: devices = 0: it must be over 0"),
        ("app.uplink=2x", "--set app.uplink=2x: uplink is not stated, so that there is nothing to multiply; give it a value"),
        ("app.name=Phone", "--set app.name=Phone: name of Client is neither a number nor a choice"),
        ("ask.source=app", "--set ask.source=app: source of Calls is neither a number nor a choice"),
        ("app.platform=toaster", "--set app.platform=toaster: platform = \"toaster\": it must be 'web', 'mobile', 'desktop'"),
        ("hot.hit_rate=2x", "--set hot.hit_rate=2x: hit_rate = 1.6: a share reads"),
        ("shop.api.task_duration=3kB", '--set shop.api.task_duration=3kB: task_duration = "3kB": a duration reads "500ms"'),
        ("app.devices.x=1", "--set app.devices.x=1: devices of Client holds no x"),
        ("ask.retry.tries=1", '--set ask.retry.tries=1: Retry has no attribute "tries"'),
        ("look.retry.tries=1", '--set look.retry.tries=1: Retry has no attribute "tries"'),
        ("app.devices=1234567890123456789", "--set app.devices=1234567890123456789: a number of 19 digits is not supported"),
        ("app.trusted=2x", "--set app.trusted=2x: "),
    ],
)
def test_what_cannot_be_set_is_said_with_what_can(text: str, said: str) -> None:
    with pytest.raises(ArchgenError) as problem:
        held(text)
    assert str(problem.value).startswith(said)


def test_only_one_setting_goes_through_several_values_and_none_is_given_twice() -> None:
    with pytest.raises(ArchgenError, match="only one --set can go through several values"):
        settings(DESIGN.architecture, ["app.devices=1x,2x", "hot.hit_rate=0,1"])
    with pytest.raises(ArchgenError, match=r"--set gives app.devices twice"):
        settings(DESIGN.architecture, ["app.devices=1x", "app.devices=2x"])
