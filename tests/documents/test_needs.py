from archgen import (
    Client,
    Design,
    Requirements,
    Service,
    Walkthrough,
    between,
    days,
    milliseconds,
    minutes,
    per_hour,
    per_minute,
    per_second,
    seconds,
)
from archgen.documents.needs import answered, needs_of_parts, numbers_first, promised
from archgen.documents.promises import PROMISES, QUALITIES
from archgen.dsl.requirements import Requirements as Word
from archgen.dsl.shape import Choice, flattened, shape
from archgen.model.link import link


def lines(need: Requirements) -> list[str]:
    return [f"{one.lead} {one.text}" for one in numbers_first(need)]


def test_the_load_stands_in_one_line_with_what_the_busiest_time_makes_of_it() -> None:
    need = Requirements(read_rate=per_second(130), write_rate=per_second(400), peak_factor=3)
    busiest = "and 3 times as many in the busiest time: 390 reads and 1,200 writes a second"
    assert lines(need) == [f"130 reads and 400 writes a second on average, {busiest}"]


def test_rates_of_several_periods_and_rates_that_are_not_known_exactly_are_told() -> None:
    assert lines(Requirements(read_rate=per_second(200), write_rate=per_minute(15))) == [
        "200 reads a second and 15 writes a minute on average"
    ]
    (line,) = lines(Requirements(read_rate=per_second(14), write_rate=per_hour(90), peak_factor=4))
    assert line.startswith("14 reads a second and 1.5 writes a minute on average")
    assert line.endswith("4 times as many in the busiest time: 56 reads a second and 6 writes a minute")
    need = Requirements(read_rate=between(per_second(2), per_second(3)), peak_factor=2)
    assert lines(need) == ["reads at 2/s to 3/s on average, and twice as many in the busiest time"]


def test_availability_keeps_its_places_and_says_what_it_allows() -> None:
    assert lines(Requirements(availability=0.9995)) == [
        "99.95% of the time it has to answer, so that it may be away 22 min a month"
    ]


def test_numbers_come_in_plain_words_and_units() -> None:
    need = Requirements(latency_p95=milliseconds(600), recovery_point=seconds(0), retention=days(730), regions=1)
    assert lines(need) == [
        "One region of the world is where people use it",
        "600 ms for 95 of 100 requests at the most",
        "Nothing of what was confirmed may be lost in a disaster",
        "2 years is how long data is kept",
    ]


def test_what_has_no_number_is_a_sentence_or_an_answer() -> None:
    need = Requirements(ordering="per_key", ordering_key="room_id", multi_tenant=True, operators=False)
    assert list(promised(need)) == [
        "Messages of one room_id keep their order",
        "Several customers share it, and none may hold up another",
    ]
    assert list(answered(need)) == [("Whether there is somebody to run brokers and machines", "no")]


def test_every_choice_of_the_language_has_its_sentence() -> None:
    for name, sentences in PROMISES.items():
        (choice,) = (form for form in flattened(shape(Word)[name].forms) if isinstance(form, Choice))
        assert set(choice.values) == set(sentences)
    assert set(QUALITIES) <= set(shape(Word))


def test_what_no_other_line_tells_is_an_answer() -> None:
    need = Requirements(media=False, offline=True, users=3, delivery="at_least_once")
    assert list(answered(need)) == [("Whether people hear or see each other live", "no")]


def test_what_a_decision_tells_is_not_told_again() -> None:
    assert list(answered(Requirements(media=False), {"media"})) == []


def test_a_part_is_told_with_what_it_must_hold_itself() -> None:
    need = Requirements(completion_time=minutes(1))
    design = Design("D", [Client("Phone"), Service("API")], walkthroughs=[Walkthrough("Buy", [], requirements=need)])
    ((name, sort, points),) = needs_of_parts(link(design))
    assert (name, sort, points[0].lead) == ("Buy", "walkthrough", "1 min")


def test_what_has_to_be_proved_is_said_once() -> None:
    assert list(promised(Requirements(audit=True))) == ["It has to be provable later who did what"]
    assert list(promised(Requirements(audit=True, audit_retention=days(3650)))) == []
