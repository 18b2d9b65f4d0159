from archgen import (
    Calls,
    Client,
    Compensation,
    Database,
    Entity,
    Migration,
    MigrationStep,
    RateLimit,
    Service,
    State,
    StateMachine,
    Transition,
    Workflow,
    WorkflowStep,
    days,
    megabytes,
    minutes,
    per_second,
)
from archgen.documents.behaviours import (
    behaviour_facts,
    migration_rows,
    migration_sentences,
    state_sentences,
    step_rows,
    transition_rows,
    under_headings,
)
from archgen.model.dossier import Course

ORDERS, STOCK = Service("Orders"), Service("Stock")
TAKE, FREE = Calls(ORDERS, STOCK, "take"), Calls(ORDERS, STOCK, "free")
LIFE = StateMachine(
    "Life",
    of=Entity("Order"),
    states=[State("new", timeout=minutes(5)), State("sent", terminal=True, failure=False)],
    transitions=[
        Transition("new", "sent", "packed", by="worker"),
        Transition("new", "new", by="timer", attempts=2),
        Transition("new", "sent", along=TAKE),
    ],
    swept_by=STOCK,
)
SAGA = Workflow(
    "Order",
    coordinator=ORDERS,
    steps=[
        WorkflowStep("take", along=TAKE, compensation=Compensation(name="give back", along=FREE, idempotent=True), can_fail=True),
        WorkflowStep("pack", runs_on=STOCK, compensation=False),
        WorkflowStep("send", compensation=Compensation()),
    ],
)
MOVE = Migration(
    "Move", steps=[MigrationStep("dual_write", lasts=days(2)), MigrationStep()], source=Database("Old"), offline=False
)


def test_states_are_sentences_and_transitions_are_rows() -> None:
    assert list(state_sentences(LIFE)) == [
        "The state of Order begins as new and ends as sent",
        "It stays new for 5 min at the most",
        "Stock finds what is stuck",
    ]
    assert list(transition_rows(LIFE)) == [
        ("new", "sent", "packed (by the worker)", ""),
        ("new", "new", "by a timer", "twice at the most"),
        ("new", "sent", "Orders call Stock: take", ""),
    ]


def test_of_states_it_is_told_which_fail_and_which_users_see() -> None:
    states = [State("asked", visible=True), State("lost", failure=True), State("gone", failure=True), State("done", visible=True)]
    assert list(state_sentences(StateMachine("Life", states=states, transitions=[])))[1:] == [
        "Something went wrong when it is lost or gone",
        "Users see it asked or done",
    ]
    whole = StateMachine("Life", states=[State("asked", visible=True)], transitions=[])
    assert list(state_sentences(whole)) == ["It begins as asked", "Users see each state"]


def test_what_a_transition_goes_along_tells_who_sets_it_off() -> None:
    ways = [Transition("a", "b", "asked", by="client", along=TAKE, verified=True), Transition("b", "a", attempts="unlimited")]
    machine = StateMachine("Life", states=[State("a"), State("b")], transitions=ways)
    assert [row[2:] for row in transition_rows(machine)] == [
        ("asked (Orders call Stock: take)", "only after a check"),
        ("", "as often as it takes"),
    ]


def test_who_does_a_step_is_not_said_twice() -> None:
    steps = [WorkflowStep("take", runs_on=ORDERS, along=TAKE), WorkflowStep("free", runs_on=STOCK, along=FREE)]
    assert [row[1] for row in step_rows(Workflow("W", steps=steps))] == [
        "Orders call Stock: take",
        "Stock; Orders call Stock: free",
    ]


def test_steps_of_a_workflow_say_what_does_and_what_undoes_them() -> None:
    assert list(step_rows(SAGA)) == [
        ("take", "Orders call Stock: take", "give back; Orders call Stock: free; may be done twice", "can be refused"),
        ("pack", "Stock", "nothing", ""),
        ("send", "", "an undoing step", ""),
    ]


def test_steps_of_a_migration_are_rows() -> None:
    assert list(migration_rows(MOVE)) == [("1", "dual write", "takes 2 d"), ("2", "a step", "")]
    assert not list(migration_rows(MOVE, beside_figure=True))


def test_beside_the_figure_of_a_migration_stands_what_that_does_not_show() -> None:
    steps = [
        MigrationStep("backfill", lasts=days(2), checkpoint=True, rate_limit=RateLimit(per_second(10), burst=5)),
        MigrationStep("soak"),
    ]
    assert list(migration_rows(Migration("Move", steps=steps), beside_figure=True)) == [
        ("1", "backfill", "5 more at once; notes how far it is, and goes on from there")
    ]


def test_of_a_migration_it_is_told_what_moves_and_for_how_long() -> None:
    steps = [MigrationStep("backfill", lasts=days(2)), MigrationStep("soak", lasts=days(7))]
    assert list(migration_sentences(MOVE)) == ["What Old keeps moves while the system serves"]
    assert list(migration_sentences(Migration("Move", steps=steps, size=megabytes(5), target=Database("New"), offline=True))) == [
        "5 MB move to New while the system stands still",
        "All steps together take 9 days",
    ]
    assert not list(migration_sentences(Migration("Move", steps=[])))


def test_what_is_stated_of_the_whole_is_told_without_its_steps() -> None:
    assert not behaviour_facts(LIFE)
    assert behaviour_facts(SAGA) == [("How it runs", "carried on by Orders")]
    assert not behaviour_facts(MOVE)


def test_behaviours_stand_under_the_heading_of_their_sort() -> None:
    courses = [Course(one, None) for one in (SAGA, MOVE, LIFE)]
    assert [(title, [course.behaviour for course in several]) for title, several in under_headings(courses)] == [
        ("States", [LIFE]),
        ("Workflows", [SAGA]),
        ("Migrations", [MOVE]),
    ]


def test_a_step_along_a_connection_without_words_says_no_more_than_what_it_is() -> None:
    steps = [WorkflowStep("ask", along=Calls(Client("App"), ORDERS))]
    assert list(step_rows(Workflow("W", steps=steps))) == [("ask", "App calls Orders", "", "")]
