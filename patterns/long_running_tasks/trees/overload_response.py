"""With several customers, slow down the one who sends too much; else add workers if that helps, and refuse if it does not.

## How it decides
When a queue fills up, something has to give. Who shares the system comes first. If one customer can fill it for all, each gets a
pace of their own, and the noisy one waits alone.

With one kind of caller, look behind the workers. If what they call bears more of them, more of them drain the queue, within
minutes. If it does not, every worker more makes each call slower. What remains is the word to whoever sends: 429, and when to
come back.

The three are not exclusive. A pace for each tenant goes with a bound for all; new workers take two minutes, and something has to
hold the door until then.

## Numbers
- **A refusal costs 1 ms, a worker more takes 2 min, a pace is a count for each request.**
- **Bound = what may wait x what is done a second.**

## What shorter answers get wrong
- **"The queue takes it."** It takes a burst. A depth that grows all day needs one of these three.
- **Growing for ever.** Without a ceiling, a fault that fills the queue starts 500 workers.
- **Refusing to be nice.** A slow queue without a bound refuses too, only later and without a word.
"""

from archgen import Ask, Choose, DecisionTree, Requirements


def shared(need: Requirements) -> str | None:
    if need.multi_tenant is None:
        return None
    return "yes" if need.multi_tenant else "no"


def bears_more(need: Requirements) -> str | None:
    if need.elastic is None:
        return None
    return "yes" if need.elastic else "no"


tree = DecisionTree(
    "What should happen when work comes faster than it is done?",
    Ask(
        "Do several customers share it?",
        shared,
        {
            "yes": Choose("backpressure-throttle", "a pace for each, so that one who sends too much waits alone"),
            "no": Ask(
                "Does what stands behind the workers bear more of them?",
                bears_more,
                {
                    "yes": Choose("backpressure-scale-up", "more workers, with a ceiling, and a bound until they are there"),
                    "no": Choose("backpressure-reject", "429 and when to come back; it is the one thing that protects for sure"),
                },
                needs=["elastic"],
            ),
        },
        needs=["multi_tenant"],
    ),
)
