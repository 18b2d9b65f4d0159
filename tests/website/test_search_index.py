import json

from archgen.model.page import Page, Place
from archgen.website.search_index import search_index


def test_the_index_is_a_script_that_holds_every_page() -> None:
    page = Page("rules/a.html", "a </script>", "", "rules", "It “waits”.", "RT001")
    text = search_index([page]).decode()
    rows = json.loads(text.removeprefix("window.archgenIndex = ").removesuffix(";\n"))
    assert rows == [["a </script>", "rules/a.html", "Rules", "RT001", "It “waits”."]]


def test_a_place_of_a_page_is_found_by_itself() -> None:
    page = Page("problems/index.html", "Problems", "", "problems", places=[Place("chat", "Chat: WhatsApp", "People write.")])
    assert '["Chat: WhatsApp","problems/index.html#chat","Problems","","People write."]' in search_index([page]).decode()
