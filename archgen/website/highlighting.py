"""Specifications as HTML with their comments, texts, keys and numbers marked."""

import re
from collections.abc import Mapping

from markupsafe import Markup, escape

# The first that matches at a place counts; each is named by the class that it gets.
PYTHON = r"""
(?P<c>\#[^\n]*)
|(?P<s>(?:\b[rRbBfF]{1,2})?(?:\"\"\"[\s\S]*?\"\"\"|'''[\s\S]*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'))
|(?P<k>\b(?:from|import|as|def|return|class|if|else|for|in|not|and|or|None|True|False|lambda|with|yield)\b)
|(?P<n>\b\d[\d_]*(?:\.\d+)?(?:e[+-]?\d+)?\b)
|(?P<t>\b[A-Z]\w*(?=\())
|(?P<a>\b[a-z_]\w*(?==[^=]))
"""
YAML = r"""
(?P<c>(?:(?<=\s)|^)\#[^\n]*)
|(?P<a>(?:^|(?<=[\s{,\[-]))[\w./-]+(?=:(?:\s|$)))
|(?P<s>"(?:\\.|[^"\\])*"|'(?:''|[^'])*')
|(?P<t>(?<=kind:\ )[a-z_]+)
|(?P<k>(?<=[\s:\[,])(?:true|false|null)(?=[\s,}\]]|$))
|(?P<n>(?<=[\s:\[,])~?\d[\w.%/]*(?=[\s,}\]]|$))
"""
TOML = r"""
(?P<c>(?:(?<=\s)|^)\#[^\n]*)
|(?P<k>^\[[^\n]*\](?=\s*(?:\#|$)))
|(?P<a>^[\w."-]+(?=\s*=))
|(?P<s>"(?:\\.|[^"\\\n])*"|'[^'\n]*')
|(?P<n>\b(?:true|false|\d[\d_.-]*)\b)
"""
LANGUAGES: Mapping[str, re.Pattern[str]] = {
    "python": re.compile(PYTHON, re.VERBOSE | re.MULTILINE),
    "yaml": re.compile(YAML, re.VERBOSE | re.MULTILINE),
    "toml": re.compile(TOML, re.VERBOSE | re.MULTILINE),
}
BLOCK = re.compile(r'(<pre[^>]*><code class="language-(\w+)">)([^<]*)(?=</code>)')


def highlighted(text: str, language: str) -> Markup:
    """The text with spans around its parts; as it is where the language is not known.

    >>> print(highlighted('a = "<b>"  # c', "python"))
    a = <span class="s">&#34;&lt;b&gt;&#34;</span>  <span class="c"># c</span>
    """
    pattern, parts, end = LANGUAGES.get(language), list[Markup](), 0
    for found in pattern.finditer(text) if pattern else ():
        parts += [escape(text[end : found.start()]), Markup('<span class="{}">{}</span>').format(found.lastgroup, found[0])]
        end = found.end()
    return Markup("").join([*parts, escape(text[end:])])


def with_highlights(html: str) -> str:
    """A typeset text with the parts of its programs marked."""
    return BLOCK.sub(lambda block: f"{block[1]}{highlighted(Markup(block[3]).unescape(), block[2])}", html)
