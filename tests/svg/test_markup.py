from archgen.svg.markup import content, element


def test_markup_in_a_text_is_escaped() -> None:
    assert content("<b>&</b>") == "&lt;b&gt;&amp;&lt;/b&gt;"


def test_what_xml_cannot_hold_is_replaced() -> None:
    assert content("a\x00b\ud800c\uffff") == "a\ufffdb\ufffdc\ufffd"


def test_an_attribute_may_hold_either_quote() -> None:
    assert element("text", {"class": '"it\'s"'}) == '<text class="&quot;it\'s&quot;"/>'


def test_an_element_wraps_its_markup() -> None:
    assert element("g", {}, element("rect", {"x": "1"})) == '<g><rect x="1"/></g>'
