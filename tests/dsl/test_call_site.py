"""Which call made a word, whatever stands in between."""

import copy
import dataclasses
import subprocess
import sys
from pathlib import Path

from archgen import Client, Service, word
from archgen.dsl.call_site import CallSite


def source_of(site: CallSite | None) -> str:
    """What the file holds at a call site; columns count bytes."""
    assert site is not None
    lines = Path(site.path).read_bytes().splitlines()[site.line - 1 : site.end_line]
    lines[-1] = lines[-1][: site.end_column]
    lines[0] = lines[0][site.column :]
    return b"\n".join(lines).decode()


def made(name: str) -> Service:
    return Service(name)


def test_the_call_that_made_a_word_is_known() -> None:
    assert source_of(Client("App").call_site) == 'Client("App")'


def test_columns_count_after_letters_that_are_not_ascii() -> None:
    assert source_of(("é😀", Client("Zoë"))[1].call_site) == 'Client("Zoë")'


def test_a_call_may_run_over_several_lines() -> None:
    phone = Client(
        "Phone",
        devices=5,
    )
    assert source_of(phone.call_site) == 'Client(\n        "Phone",\n        devices=5,\n    )'


def test_each_of_several_calls_on_a_line_is_told_apart() -> None:
    first, second = Client("First"), Client("Second")
    assert [source_of(first.call_site), source_of(second.call_site)] == ['Client("First")', 'Client("Second")']


def test_words_of_a_loop_share_their_call() -> None:
    sites = [service.call_site for service in [Service(f"S{n}") for n in range(3)]]
    assert source_of(sites[0]) == 'Service(f"S{n}")'
    assert sites[0] is sites[1] is sites[2]


def test_a_word_made_by_a_function_points_into_that_function() -> None:
    assert source_of(made("API").call_site) == "Service(name)"


def test_a_copy_that_replaces_something_points_at_the_replacing() -> None:
    assert (
        source_of(dataclasses.replace(Service("API"), replicas=2).call_site) == 'dataclasses.replace(Service("API"), replicas=2)'
    )


def test_a_copy_keeps_the_call_of_what_it_was_copied_from() -> None:
    service = Service("API")
    assert copy.copy(service).call_site == service.call_site


def test_an_author_s_own_word_has_a_call_site_too() -> None:
    @word
    class Gateway(Service):
        """Holds sockets."""

    assert source_of(Gateway("Edge").call_site) == 'Gateway("Edge")'


def test_code_without_columns_has_no_call_site() -> None:
    code = "from archgen import Client; print(Client('App').call_site)"
    done = subprocess.run([sys.executable, "-X", "no_debug_ranges", "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "None\n"


def test_the_calls_of_a_long_specification_are_told_apart() -> None:
    names: dict[str, object] = {"Client": Client}
    exec(compile("made = [\n" + "".join(f"    Client('C{number}'),\n" for number in range(500)) + "]", "long.py", "exec"), names)
    sites = [client.call_site for client in names["made"]]  # type: ignore[attr-defined]  # a list of clients
    assert sites == [CallSite("long.py", line, 4, line, 15 + len(str(line - 2))) for line in range(2, 502)]
