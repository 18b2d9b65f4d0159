"""How soon a call without an end takes up all that its caller can do."""

import pytest

from archgen import Calls, Client, Design, ExternalSystem, Rate, Service, per_second
from tests.rules.checked import finding


@pytest.mark.parametrize(
    ("rate", "said"),
    [
        (per_second(20), "when it falls silent, all 100 places of Shop are taken after 5 s"),
        (per_second(200), "when it falls silent, all 100 places of Shop are taken in less than a second"),
        (Rate(1 / 86_400), "when it falls silent, every call stays"),
    ],
)
def test_how_soon_is_told_where_it_is_soon(rate: Rate, said: str) -> None:
    shop = Service("Shop", replicas=2, concurrency=50)
    design = Design("Shop", [Calls(Client("App"), shop, rate=rate), Calls(shop, ExternalSystem("Bank"), per_request=1)])
    assert finding(design, "AR022").message == f"Shop waits for Bank without an end: {said}"
