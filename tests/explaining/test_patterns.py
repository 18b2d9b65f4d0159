from archgen import Calls, Client, Design, Need, Pattern, Service, Step, TradeOff, seconds
from archgen.explaining.patterns import pattern_page, step_line
from archgen.model.catalogue import Entry
from archgen.model.explanation import Related

CALL = Calls(Client("App"), Service("API"), "asks", timeout=seconds(1))
PATTERN = Pattern(
    "Plain call",
    use_when=["answers come at once"],
    avoid_when=["they do not"],
    structure=Design("Plain call", [CALL]),
    requires=[Need("an end to waiting", {CALL: ["timeout"]})],
    walkthrough=[Step(CALL), Step(CALL, "answers", back=True)],
    trade_offs=[TradeOff("nothing to run", "the caller waits")],
)
ENTRY = Entry("plain-call", "scaling_reads", "Plain call", "Ask, and wait.\n\n## How it works\n\nThe caller waits.", PATTERN)
PAGE = """\
- Title: Plain call
- Family: Scaling reads (`scaling_reads`)

Ask, and wait.

## Use it when

- answers come at once

## Avoid it when

- they do not

## What it needs

- an end to waiting (here App calls API: timeout = 1 s)

## How it works

The caller waits.

## Step by step

1. App to API: asks
2. API to App: answers

## What it gives and what it takes

- nothing to run; but the caller waits

## As a design

```yaml
archgen: 1
```

## Related

- `queue` (pattern): Queue"""


def test_a_pattern_is_told_with_its_use_and_its_price() -> None:
    assert pattern_page(ENTRY, "archgen: 1\n", [Related("pattern", "queue", "queue", "Queue")]) == PAGE


def test_a_step_without_a_text_is_told_by_its_connection() -> None:
    assert step_line(Step(Calls(Client("App"), Service("API")))) == "App to API: calls"
