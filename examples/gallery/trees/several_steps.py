"""How to run a process of several steps, by how long it waits and what a crash may cost."""

from archgen.figures import Figure, Outcome, Question, Questions

HISTORY = Question(
    "Is the history itself what is kept?",
    {
        "no": Outcome("saga, orchestrated", "a state machine in a table, a compensation for every step"),
        "yes": Outcome("event sourcing", "state is what the events add up to"),
    },
)
CRASH = Question(
    "May a crash leave it half done?",
    {"yes, a retry mends it": Outcome("one service, in sequence", "idempotent steps, tried again as a whole"), "no": HISTORY},
)

figure = Figure(
    "As much machinery as the waiting asks for",
    [
        Questions(
            Question(
                "Does it wait for people, or for days?",
                {
                    "yes": Outcome("durable execution", "a workflow engine keeps timers and state through deploys"),
                    "no": Question(
                        "How many steps have effects elsewhere?",
                        {"one": Outcome("queue and worker", "a job, a retry, a dead letter queue"), "two or more": CRASH},
                    ),
                },
            )
        )
    ],
    takeaway="An engine is not for many steps; it is for long ones.",
)
