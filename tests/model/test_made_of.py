"""What a design is made of."""

from archgen import Calls, Client, Design, Group, Retry, Service
from archgen.model.made_of import made_of


def test_every_word_that_a_design_states_is_there_once_however_deep_it_is() -> None:
    region = Group("Region")
    app, api = Client("App"), Service("API", group=region)
    retry = Retry(attempts=3)
    first, second = Calls(app, api, retry=retry), Calls(app, api, "again", retry=retry)
    design = Design("Shop", [first, second])
    found = list(made_of(design))
    assert len(found) == len(set(found))
    assert set(found) == {design, design.requirements, first, second, app, api, region, retry}
