from dataclasses import replace

from archgen import (
    Cache,
    Calls,
    Client,
    Consumes,
    Database,
    Design,
    Function,
    LoadBalancer,
    Publishes,
    Queue,
    Reads,
    Requirements,
    Service,
    Worker,
    Writes,
    per_second,
    seconds,
)
from archgen.documents.unstated import open_questions
from archgen.model.report import Finding
from archgen.model.rule import Severity
from tests.documents.telling import told

STATED = Requirements(write_rate=per_second(1), latency_p95=seconds(1), availability=0.9)


def asked(design: Design, *findings: Finding) -> list[tuple[str, str]]:
    known = told(replace(design, requirements=STATED), findings=list(findings))
    return [(one.lead, one.text) for one in open_questions(known)]


def finding(subject: str, *, asks: bool) -> Finding:
    return Finding("XX001", "x", Severity.INFO, "nobody says how long it keeps", (), (subject,), None, "-", "", asks=asks)


def test_what_several_do_not_say_is_asked_once() -> None:
    design = Design("D", [Calls(Client("App"), Service("API")), Service("Site"), Database("Store", replicas=1)])
    assert asked(design) == [
        ("API and Site", "How many replicas of each of them run?"),
        ("API", "How long does App wait for it at the most?"),
    ]


def test_what_is_not_stated_of_a_queue_or_a_balancer_is_asked() -> None:
    jobs = Queue("Jobs")
    design = Design("D", [Publishes(Service("API", replicas=1), jobs), Consumes(Worker("W", replicas=1), jobs)])
    assert asked(design) == [
        (
            "Jobs",
            "Does it keep its messages over a restart? How much does it hold, and for how long? "
            "Where does what fails again and again in it go?",
        ),
    ]
    hosted = Queue("Jobs", engine="SQS")
    design = Design("D", [Publishes(Service("API", replicas=1), hosted), Consumes(Worker("W", replicas=1), hosted)])
    assert asked(design)[0][1].startswith("How much does it hold")
    assert asked(Design("D", [LoadBalancer("Edge", replicas=2)])) == [("Edge", "Does it leave out servers that do not answer?")]


def test_what_is_done_without_a_cache_is_asked() -> None:
    design = Design("D", [Reads(Service("API", replicas=1), Cache("Copies"))])
    assert asked(design) == [("Copies", "What does API do when it does not answer?")]


def test_questions_of_rules_are_asked_once_for_all_they_are_about_and_faults_are_not() -> None:
    design = Design("D", [Queue("Jobs", durable=True, max_depth=1), Queue("Mails", durable=True, max_depth=1)])
    findings = finding("jobs", asks=True), finding("mails", asks=True), finding("jobs", asks=False)
    assert asked(design, *findings) == [("Jobs and Mails", "Nobody says how long it keeps.")]


def test_a_question_does_not_repeat_the_name_that_it_stands_behind() -> None:
    design = Design("D", [Queue("Jobs", durable=True, max_depth=1)])
    texts = ("Jobs is read by nobody", "Jobs looks every 1 h")
    assert asked(design, *(replace(finding("jobs", asks=True), message=text) for text in texts)) == [
        ("Jobs", "It is read by nobody. Jobs looks every hour.")
    ]


def test_a_design_that_says_nothing_of_load_pace_and_presence_is_asked_for_it() -> None:
    first = next(iter(open_questions(told(Design("D", [Client("App")])))))
    assert (first.lead, first.text) == (
        "The design",
        "How much comes, and how much more in the busiest time? How long may an answer take? "
        "How much of the time does it have to answer?",
    )


def test_who_says_how_long_it_waits_for_one_thing_is_asked_of_the_other() -> None:
    app, api = Client("App"), Service("API", replicas=2)
    design = Design("D", [Calls(app, api, "may I?"), Calls(app, api, "how far?", timeout=seconds(2))])
    assert asked(design) == [("API", "How long does App (may I?) wait for it at the most?")]


def test_who_says_of_reads_what_follows_is_not_asked_because_of_writes() -> None:
    api, copies = Service("API", replicas=1), Cache("Copies")
    assert asked(Design("D", [Reads(api, copies, on_failure="fallback"), Writes(api, copies)])) == []


def test_how_often_is_asked_of_what_comes_where_that_is_known_of_the_rest() -> None:
    app, api = Client("App"), Service("API", replicas=1)
    browse = Calls(app, api, "browse", rate=per_second(400), timeout=seconds(1))
    order, watch = Calls(app, api, "order", timeout=seconds(1)), Calls(app, api, "watch", protocol="websocket")
    assert ("App calls API (order)", "How often?") in asked(Design("D", [browse, order, watch]))
    assert not [text for _, text in asked(Design("D", [Calls(app, api, "order", timeout=seconds(1))])) if text == "How often?"]


def test_nobody_counts_the_replicas_of_a_function() -> None:
    assert asked(Design("D", [Function("Thumbnails")])) == []
