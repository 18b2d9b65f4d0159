"""Whether old messages are read again decides first, then who runs it, then how long jobs are or how they are routed.

## How it decides
A log and a queue are two things. Whoever has to read last week again, or gets more than some 50,000 messages a second, needs a
log. All others need a queue, since tasks want an acknowledgement, a pause and a place for dead ones each for itself.

Who runs it comes next. Where nobody does, a managed queue, with functions behind it as long as every job ends well before
their limit of 15 minutes; the tree takes ten, since the slowest hundredth is not the slowest. Longer jobs keep the queue, and
take workers in containers.

Where somebody does, the rules between senders and workers decide. Many kinds of work, and conditions that change, are what
RabbitMQ is for. So is the demand that nothing accepted may be lost, which a store in memory cannot promise. What remains is small
or middling, and Redis is there already.

## Numbers
- **Redis: 10,000 to 50,000 jobs a second, up to the size of memory. RabbitMQ: the same, written to three brokers. Kafka: ten
  times that for a broker.**
- **15 min** for a function, **30 min** for a message held in RabbitMQ, **5 min** between two polls of Kafka.

## What shorter answers get wrong
- **"SQS and Lambda" for videos.** They take half an hour and a graphics card. The queue is right, the function is not.
- **Kafka for tasks.** No acknowledgement of one, no delay, no priority, no more workers than partitions.
- **Leaving RabbitMQ out**, or Kafka: each is the best at one thing.
- **Redis has retries, Redis has none.** Libraries have them, lists have not.
"""

from archgen import Ask, Choose, DecisionTree, Requirements, minutes, per_second


def stream(need: Requirements) -> str | None:
    if need.replay_needed or (need.write_rate is not None and need.write_rate > per_second(50_000)):
        return "yes"
    return None if need.replay_needed is None else "no"


def run_by_us(need: Requirements) -> str | None:
    if need.operators is None:
        return None
    return "yes" if need.operators else "no"


def short(need: Requirements) -> str | None:
    if need.job_duration is None:
        return None
    return "yes" if need.job_duration <= minutes(10) else "no"


def routed(need: Requirements) -> str | None:
    if need.job_routing or (need.recovery_point is not None and not need.recovery_point):
        return "yes"
    return None if need.job_routing is None else "no"


tree = DecisionTree(
    "Which broker should carry the jobs?",
    Ask(
        "Must old messages be read again, or do more than 50,000 a second come?",
        stream,
        {
            "yes": Choose("kafka-log", "a log keeps what came, in order, for any number of readers"),
            "no": Ask(
                "Is there somebody to run brokers?",
                run_by_us,
                {
                    "no": Ask(
                        "Does every job end within 10 min?",
                        short,
                        {
                            "yes": Choose("sqs-lambda", "nothing to run, from none to a thousand and back"),
                            "no": Choose("worker-pool", "a managed queue, and workers in containers that may take their time"),
                        },
                        needs=["job_duration"],
                    ),
                    "yes": Ask(
                        "Do rules decide who does what, or may nothing accepted be lost?",
                        routed,
                        {
                            "yes": Choose("rabbitmq-routing", "exchanges route by kind, confirms and copies keep what was taken"),
                            "no": Choose("redis-queue", "quick, simple and mostly there already"),
                        },
                        needs=["job_routing", "recovery_point"],
                    ),
                },
                needs=["operators"],
            ),
        },
        needs=["replay_needed", "write_rate"],
    ),
)
