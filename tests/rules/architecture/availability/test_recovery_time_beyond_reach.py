import pytest

from archgen import Database, Design, Requirements, Service, Size, Writes, hours
from tests.rules.checked import checked, finding


def orders(stored: Size) -> Design:
    store = Database("Orders", replicas=1, stored=stored, backups=True)
    return Design("Orders", [Writes(Service("Shop"), store)], requirements=Requirements(recovery_time=hours(2)))


def test_a_restore_takes_its_size_at_a_hundred_megabytes_a_second() -> None:
    found = finding(orders(Size(2e12)), "AR005")
    assert found.message == "Orders have to be back within 2 h, and restoring their 2 TB takes 5.56 h at 100 MB a second"


@pytest.mark.parametrize(("size", "flagged"), [(720e9, False), (721e9, True)])
def test_what_is_restored_in_time_is_accepted(size: float, flagged: bool) -> None:
    assert ("AR005" in [one.code for one in checked(orders(Size(size)))]) is flagged
