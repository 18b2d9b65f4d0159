"""Arguments of calls in Python, in the way in which these are written, and the names that they need."""

from datetime import timedelta

import pytest

from archgen import Calls, Retry, per_second, seconds
from archgen.dsl.word import Word
from archgen.fixing.python_edits import PythonText
from archgen.fixing.splices import CLASH, Refusal
from archgen.loading.python_spec import run
from archgen.model.link import link
from archgen.model.rule import Edit

BEFORE = "from archgen import Calls, Client, Design, Retry, Service\n\n"
AFTER = '\ndesign = Design("D", [Calls(Client("App"), api)])\n'
RATE = "from archgen import Calls, Client, Design, Retry, Service, per_second\n\n"


def stating(text: str, **values: object) -> str | Refusal:
    """A specification in which the service API states these values; what comes of it is a specification too."""
    api = parts(text)["API"]
    made = PythonText(text).edited([Edit(api, name, value) for name, value in values.items()])
    if isinstance(made, str):
        for name, value in values.items():
            assert getattr(parts(made)["API"], name) == value
    return made


def parts(text: str) -> dict[str, Word]:
    architecture = link(run(text, "d.py"))
    return {**{part.name: part for part in architecture.components()}, "call": next(iter(architecture.connections()))}


CASES = {
    "behind the last": ('api = Service("API")  # one\n', 'api = Service("API", capacity=per_second(5))  # one\n'),
    "behind the last of several": (
        'api = Service("API", replicas=2)\n',
        'api = Service("API", replicas=2, capacity=per_second(5))\n',
    ),
    "behind a comma": ('api = Service("API",)\n', 'api = Service("API", capacity=per_second(5),)\n'),
    "on a line of its own": (
        'api = Service(\n    "API",\n    replicas=2,  # two\n    # more?\n)\n',
        'api = Service(\n    "API",\n    replicas=2,  # two\n    capacity=per_second(5),\n    # more?\n)\n',
    ),
    "on a line of its own, below one without a comma": (
        'api = Service(\n    "API",\n    replicas=2  # two\n)\n',
        'api = Service(\n    "API",\n    replicas=2,  # two\n    capacity=per_second(5)\n)\n',
    ),
    "below others that stand behind the bracket": (
        'api = Service("API",\n              replicas=2)\n',
        'api = Service("API",\n              replicas=2,\n              capacity=per_second(5))\n',
    ),
    "on the line between the brackets": (
        'api = Service(\n    "API", replicas=2\n)\n',
        'api = Service(\n    "API", replicas=2, capacity=per_second(5)\n)\n',
    ),
    "behind a last one of several lines": (
        'api = Service("API", note=(\n    "a"\n))\n',
        'api = Service("API", note=(\n    "a"\n), capacity=per_second(5))\n',
    ),
    "in place of a value": (
        'api = Service("API", capacity=3, replicas=2)  # c\n',
        'api = Service("API", capacity=per_second(5), replicas=2)  # c\n',
    ),
    "in place of a value in brackets": (
        'api = Service("API", capacity=(1 +\n    2), replicas=2)\n',
        'api = Service("API", capacity=per_second(5), replicas=2)\n',
    ),
    "of several parts in a row": ('api, b = Service("API"), 1\n', 'api, b = Service("API", capacity=per_second(5)), 1\n'),
}


@pytest.mark.parametrize(("before", "after"), CASES.values(), ids=CASES)
def test_an_attribute_is_stated(before: str, after: str) -> None:
    assert stating(BEFORE + before + AFTER, capacity=per_second(5)) == RATE + after + AFTER


def test_a_value_that_is_given_by_place_is_replaced_there() -> None:
    text = BEFORE + 'api = Service("API")\ndesign = Design("D", [Calls(Client("App"), api, "old", rate=3)])\n'
    assert PythonText(text).edited([Edit(parts(text)["call"], "label", 'say "a"')]) == text.replace('"old"', "'say \"a\"'")


def test_a_policy_is_written_out_and_one_that_is_there_says_more() -> None:
    text = BEFORE + 'api = Service("API")\ndesign = Design("D", [Calls(Client("App"), api, retry=Retry(3))])\n'
    call = parts(text)["call"]
    assert isinstance(call, Calls)
    assert isinstance(call.retry, Retry)
    edits = [Edit(call.retry, "initial", seconds(1.5)), Edit(call, "idempotent", True)]
    assert PythonText(text).edited(edits) == text.replace(
        "retry=Retry(3)", "retry=Retry(3, initial=seconds(1.5)), idempotent=True"
    ).replace("Service\n", "Service, seconds\n")
    policy = Edit(call, "retry", Retry(5, backoff="exponential", retry_on=["503"]))
    assert PythonText(text).edited([policy]) == text.replace("(3)", '(5, backoff="exponential", retry_on=["503"])')
    assert PythonText(text).edited([policy, Edit(call.retry, "jitter", True)]) == CLASH
    assert PythonText(text).edited([policy, Edit(call, "retry", False)]) == CLASH


def test_a_line_that_becomes_too_long_is_opened_as_ruff_opens_it() -> None:
    call = f'api = Service("API", replicas=2, routing="any", max_connections=25_000, connection_state="light", note="{"x" * 12}"'
    assert stating(f"{BEFORE}{call})  # c\n{AFTER}", managed=True) == (
        f"{BEFORE}api = Service(\n    {call.removeprefix('api = Service(')}, managed=True\n)  # c\n{AFTER}"
    )
    long = f"{call}, owner='x'"
    inner = long.removeprefix("api = Service(")
    lines = "".join(f"    {argument},\n" for argument in [*inner.split(", "), "managed=True", "capacity=per_second(5)"])
    opened = f"{BEFORE}api = Service(\n    {inner}\n)\n{AFTER}"
    assert stating(opened, managed=True, capacity=per_second(5)) == f"{RATE}api = Service(\n{lines})\n{AFTER}"


def test_a_line_that_is_too_long_already_is_left_so() -> None:
    call = f'api = Service("API", note="{"x" * 120}"'
    assert stating(f"{BEFORE}{call})\n{AFTER}", replicas=2) == f"{BEFORE}{call}, replicas=2)\n{AFTER}"


def test_a_row_of_parts_that_becomes_too_long_is_put_in_brackets() -> None:
    row = f'api, other = Service("API", note="{"x" * 60}"), Service("Other")'
    assert stating(f"{BEFORE}{row}\n{AFTER}", capacity=per_second(5), managed=True) == (
        f'{RATE}api, other = (\n    Service("API", note="{"x" * 60}", capacity=per_second(5), managed=True),\n'
        f'    Service("Other"),\n)\n{AFTER}'
    )


IMPORTS = {
    "one line": (
        "from archgen import Calls, Client, Design, Service\n",
        "from archgen import Calls, Client, Design, Service, per_second\n",
    ),
    "in the order of the alphabet": (
        "from archgen import Calls, Client, Design, Service, seconds\n",
        "from archgen import Calls, Client, Design, Service, per_second, seconds\n",
    ),
    "a line each": (
        "from archgen import (\n    Calls,\n    Client,\n    Design,\n    Service,  # api\n    seconds,\n)\n",
        "from archgen import (\n    Calls,\n    Client,\n    Design,\n    Service,  # api\n    per_second,\n    seconds,\n)\n",
    ),
    "a line each, behind the last": (
        "from archgen import (\n    Calls, Client, Design,\n    Service  # api\n)\n",
        "from archgen import (\n    Calls, Client, Design,\n    Service,  # api\n    per_second,\n)\n",
    ),
    "known by another name": (
        "from archgen import Calls, Client, Design, Service, per_second as a_second\n",
        "from archgen import Calls, Client, Design, Service, per_second as a_second\n",
    ),
    "all names": ("from archgen import *\n", "from archgen import *\n"),
    "another's": (
        "from archgen import Calls, Client, Design, Service\nfrom os import path\n",
        "from archgen import Calls, Client, Design, Service, per_second\nfrom os import path\n",
    ),
}


@pytest.mark.parametrize(("before", "after"), IMPORTS.values(), ids=IMPORTS)
def test_names_that_are_needed_are_imported_in_their_place(before: str, after: str) -> None:
    made = stating(f'{before}\napi = Service("API")\n{AFTER}', capacity=per_second(5))
    name = "a_second" if "a_second" in after else "per_second"
    assert made == f'{after}\napi = Service("API", capacity={name}(5))\n{AFTER}'


def test_names_of_a_module_are_spoken_of_through_it() -> None:
    text = 'import archgen as ag\n\napi = ag.Service("API")\ndesign = ag.Design("D", [ag.Calls(ag.Client("App"), api)])\n'
    assert stating(text, capacity=per_second(5)) == text.replace('"API")', '"API", capacity=ag.per_second(5))')


def test_an_import_that_becomes_too_long_gets_a_line_for_each_name() -> None:
    names = [
        "Alternative",
        "Calls",
        "Client",
        "Database",
        "Decision",
        "Design",
        "ExternalSystem",
        "Retry",
        "Requirements",
        "Service",
    ]
    words = [*names, "WorkflowStep", "WorkflowEngine"]
    text = f'from archgen import {", ".join(words)}\n\napi = Service("API")\n{AFTER}'
    lines = "".join(f"    {name},\n" for name in [*words, "per_second"])
    made = stating(text, capacity=per_second(5))
    assert made == f'from archgen import (\n{lines})\n\napi = Service("API", capacity=per_second(5))\n{AFTER}'


def test_a_file_without_an_import_of_archgen_gets_one_behind_the_others() -> None:
    imports = '"""Mine."""\n\nfrom importlib import import_module\n'
    words = 'ag = import_module("archgen")\nService, Calls, Client, Design = ag.Service, ag.Calls, ag.Client, ag.Design\n'
    made = stating(f'{imports}\n{words}api = Service("API")\n{AFTER}', capacity=per_second(5))
    assert made == f'{imports}from archgen import per_second\n\n{words}api = Service("API", capacity=per_second(5))\n{AFTER}'


def test_a_duration_that_no_function_of_archgen_makes_is_one_of_python() -> None:
    text = f'"""Mine."""\n\nfrom archgen import Calls, Client, Design, Service\n\napi = Service("API")\n{AFTER}'
    made = stating(text, task_duration=timedelta(microseconds=50))
    assert made == text.replace("from archgen", "from datetime import timedelta\nfrom archgen").replace(
        '"API")', '"API", task_duration=timedelta(microseconds=50))'
    )


REFUSED = {
    "a loop": ('for name in ["API"]:\n    api = Service(name)\n', "API is made in the loop on line 3, as others are"),
    "a comprehension": (
        '[api] = [Service(name) for name in ["API"]]\n',
        "API is made in the list on line 3 by the rule for all its entries",
    ),
    "a function": (
        'def made():\n    return Service("API")\n\n\napi = made()\n',
        "API is made in the function made, which can make others too",
    ),
    "a lambda": ('api = (lambda: Service("API"))()\n', "API is made in the function on line 3, which can make others too"),
    "a copy": (
        'import dataclasses\napi = dataclasses.replace(Service("Other"), name="API")\n',
        "API is not written out, but made by replace on line 4",
    ),
    "a mapping": ('api = Service("API", **{"replicas": 2})\n', "API takes some of what it states out of a mapping or a list"),
    "a comment": ('api = Service("API", capacity=(\n    3  # three\n))\n', "a comment stands in what it would replace"),
    "a name": (
        'per_second = 3\napi = Service("API")\n',
        "per_second would be needed, and stands for something else in the file",
    ),
}


@pytest.mark.parametrize(("text", "why"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_edited_alone_is_refused(text: str, why: str) -> None:
    assert stating(BEFORE + text + AFTER, capacity=per_second(5)) == Refusal(why)


def test_another_part_is_spoken_of_by_its_variable() -> None:
    text = (
        "from archgen import Consumes, Design, Queue, Worker\n\n"
        'failed, other = Queue("Failed"), Queue("Other")\njobs = Queue("Jobs")\nlate = Queue("Late")\n'
        'design = Design("D", [Consumes(Worker("W"), jobs), failed, late, other, Queue("Unnamed")])\n'
    )
    found = {part.name: part for part in link(run(text, "d.py")).components()}

    def putting(name: str) -> str | Refusal:
        return PythonText(text).edited([Edit(found["Jobs"], "dead_letter", found[name])])

    assert putting("Failed") == text.replace('Queue("Jobs")', 'Queue("Jobs", dead_letter=failed)')
    for name in ("Late", "Unnamed"):
        assert putting(name) == Refusal(
            f"it would have to speak of {name}, which has no name at that place of the file".replace("it", "Jobs", 1)
        )


def test_what_a_pattern_brings_along_is_not_spoken_of_by_the_name_of_the_pattern() -> None:
    text = (
        "from archgen import Cache, CacheAside, Calls, Client, Database, Design, Service, Step, Walkthrough\n\n"
        'api = Service("API")\ncached = CacheAside(api, Cache("Cache"), Database("Store"))\ncall = Calls(Client("App"), api)\n'
        'design = Design("D", [call, cached], walkthroughs=[Walkthrough("Ask", [Step(call)])])\n'
    )
    architecture = link(run(text, "d.py"))
    brought = next(one for one in architecture.connections() if one.source.name == "API")
    made = PythonText(text).edited([Edit(architecture.design.walkthroughs[0].steps[0], "along", brought)])
    assert isinstance(made, Refusal)
    assert made.reason.endswith("which has no name at that place of the file")


def test_characters_of_several_bytes_move_nothing() -> None:
    text = BEFORE + 'wide = "漢字"; api = Service("API", note="ü")  # é\n' + AFTER
    assert stating(text, replicas=2) == text.replace('note="ü")', 'note="ü", replicas=2)')
