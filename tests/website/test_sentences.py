from archgen.website.sentences import first_sentence, plain, sentence


def test_an_anchor_is_no_text() -> None:
    assert plain('<h2 id="a">What\n it &lt;is&gt; <a class="anchor" href="#a">#</a></h2>') == "What it <is>"


def test_the_first_sentence_ends_where_the_next_one_begins() -> None:
    assert first_sentence("<ul><li>No.</li></ul><p>Is it 1.5 s? Yes.</p>") == "Is it 1.5 s?"
    assert first_sentence("<h1>Title</h1>") == ""


def test_what_stands_in_bold_before_it_is_no_sentence() -> None:
    assert first_sentence("<p><strong>In short.</strong> Ask. Wait.</p>") == "Ask."
    assert first_sentence("<p><strong>All</strong> of it. Now.</p>") == "All of it."


def test_a_paragraph_in_bold_is_a_heading_and_no_sentence() -> None:
    assert first_sentence("<blockquote><p><strong>In short</strong></p><p>Ask. Wait.</p></blockquote>") == "Ask."


def test_a_sentence_begins_with_a_capital_unless_it_begins_with_a_name() -> None:
    assert [sentence(text) for text in ("it waits", "archgen asks", "iPhones ask", "")] == [
        "It waits",
        "archgen asks",
        "iPhones ask",
        "",
    ]
