"""Bursts, outages and executors, as options say them."""

from argparse import ArgumentParser
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

import pytest

from archgen import Calls, Client, Design, Service
from archgen.cli.terminal.scenario import executor, scenario, takes_scenario
from archgen.errors import UsageError
from archgen.model.link import link
from archgen.model.simulation import Burst, Outage, Scenario

SHOP = link(Design("Shop", [Calls(Client("Mobile app"), Service("API", id="api"))]))


def given(*words: str) -> Scenario:
    return scenario(parser().parse_args(words), SHOP)


def parser() -> ArgumentParser:
    made = ArgumentParser()
    takes_scenario(made)
    return made


def test_without_options_five_minutes_are_run_once() -> None:
    assert given() == Scenario(1, 300.0, 30.0, (), (), 1)


def test_parts_go_by_id_or_by_name_and_times_have_units() -> None:
    found = given("--burst", "Mobile app=2.5x@1min+500ms", "--burst", "mobile_app=0x@2+3", "--fail", "API@90s+1 min")
    assert found.bursts == (Burst("mobile_app", 2.5, 60.0, 0.5), Burst("mobile_app", 0.0, 2.0, 3.0))
    assert found.outages == (Outage("api", 90.0, 60.0),)


def test_one_run_needs_no_executor_and_several_have_all_processors() -> None:
    assert executor(parser().parse_args([])) is None
    several = executor(parser().parse_args(["--runs", "2"]))
    assert several is not None
    assert isinstance(several(), ProcessPoolExecutor)


def test_any_callable_that_gives_an_executor_will_do() -> None:
    chosen = executor(parser().parse_args(["--executor", "concurrent.futures:ThreadPoolExecutor"]))
    assert chosen is ThreadPoolExecutor


@pytest.mark.parametrize("words", [["--runs", "0"], ["--runs", "many"], ["--duration", "long"], ["--seed", "x"]], ids=" ".join)
def test_what_is_no_number_is_refused(words: list[str]) -> None:
    with pytest.raises(SystemExit):
        parser().parse_args(words)


@pytest.mark.parametrize("words", [["--burst", "app"], ["--fail", "api@1s"], ["--fail", "api@1s+x"]], ids=" ".join)
def test_what_is_not_understood_is_refused(words: list[str]) -> None:
    with pytest.raises(UsageError):
        given(*words)


def test_some_of_the_replicas_may_be_away_and_others_fail_by_chance() -> None:
    found = given("--fail", "api:2@10s+5s", "--repair", "5min")
    assert found.outages == (Outage("api", 10.0, 5.0, 2),)
    assert found.repair == 300
    with pytest.raises(UsageError):
        given("--repair", "0s")
