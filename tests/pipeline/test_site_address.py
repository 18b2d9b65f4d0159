from pathlib import Path

import pytest

from archgen.errors import ConfigurationError, UsageError
from archgen.pipeline.site_address import site_address

WRONG = [
    "", "example.org", "ftp://example.org", "https://", "https:///docs", "https://example.org/a b", "https://example.org/?a=1",
    "https://example.org/#a", "https://example.org:x/", "https://me:secret@example.org/", "https://bücher.example/", "https://[x/",
    "https://example.org/<a>", "javascript:alert(1)",
]  # fmt: skip


@pytest.mark.parametrize("text", ["https://example.org/docs", "https://example.org/docs/", "https://example.org/docs//"])
def test_an_address_ends_with_one_slash(tmp_path: Path, text: str) -> None:
    assert site_address(text, tmp_path) == "https://example.org/docs/"


@pytest.mark.parametrize(
    "text", ["https://example.org", "http://localhost:8000", "https://[::1]:8080/a/b", "https://a.example/~x/%20"]
)
def test_an_address_of_the_web_is_one(tmp_path: Path, text: str) -> None:
    assert site_address(text, tmp_path) == f"{text}/"


@pytest.mark.parametrize("text", WRONG)
def test_anything_else_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(UsageError, match="is not the address of a site; give one such as https://example"):
        site_address(text, tmp_path)


def test_the_configuration_says_it_where_the_command_line_does_not(tmp_path: Path) -> None:
    assert site_address(None, tmp_path) == ""
    (tmp_path / "archgen.toml").write_text('base-url = "https://example.org/docs"\n')
    assert site_address(None, tmp_path) == "https://example.org/docs/"
    assert site_address("https://example.com", tmp_path) == "https://example.com/"


def test_an_address_that_is_none_is_refused_at_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "archgen.toml").write_text('# ours\nbase-url = "example.org"\n')
    with pytest.raises(
        ConfigurationError, match=r'archgen\.toml:2:1: base-url: "example\.org" is not the address of a site; write'
    ):
        site_address(None, tmp_path)
