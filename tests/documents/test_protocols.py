from archgen import Calls, Client, Service, Writes
from archgen.documents.protocols import passing

APP, API = Client("App"), Service("API")


def test_what_passes_is_the_label_else_the_protocol_else_what_its_sort_brings() -> None:
    said = [passing(Calls(APP, API, "asks", protocol="sse")), passing(Calls(APP, API, protocol="sse")), passing(Writes(APP, API))]
    assert said == ["asks", "SSE", "a write"]


def test_what_goes_back_without_words_is_the_answer() -> None:
    assert passing(Calls(APP, API, "asks"), back=True) == "the answer"
