"""Numbers of steps and of other cases."""

from archgen import Alternative, Calls, Client, Service, Step
from archgen.model.told import Passed, Told, told

CALL = Calls(Client("App"), Service("API"))


def test_other_cases_are_told_behind_their_step() -> None:
    first = Step(CALL, "ask", otherwise=[Alternative("no answer", [Step(CALL, "ask again")], failure=True)])
    second = Step(CALL, "thank")
    assert list(told([first, second])) == [
        Passed("1", first),
        Told("1a", "No answer (failure)", True),
        Passed("1a.1", first.otherwise[0].steps[0]),
        Passed("2", second),
    ]


def test_cases_beyond_the_alphabet_have_two_letters() -> None:
    step = Step(CALL, otherwise=[Alternative(f"case {number}") for number in range(28)])
    assert [line.number for line in told([step])][-3:] == ["1z", "1aa", "1ab"]
