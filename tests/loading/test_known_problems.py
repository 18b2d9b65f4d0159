from pathlib import Path

import pytest

from archgen.errors import CatalogueError
from archgen.loading.known_problems import known_problems, problems_of

CHAT = """chat:
  title: Group chat
  says: People write.
  requirements: {media: false}
  decides: {client-protocol: websocket}
  uses: [websocket]
"""


def written(folder: Path, text: str) -> Path:
    (folder / "caching").mkdir()
    file = folder / "caching" / "problems.yaml"
    file.write_text(text, "utf-8")
    return file


def test_a_problem_is_told_with_its_family(tmp_path: Path) -> None:
    [chat] = problems_of(written(tmp_path, CHAT))
    assert (chat.id, chat.family, chat.title, chat.known_as, chat.designs) == ("chat", "caching", "Group chat", (), ())


def test_what_is_left_out_is_said(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match=r"problems\.yaml: chat does not state `uses`"):
        list(problems_of(written(tmp_path, CHAT.replace("  uses: [websocket]\n", ""))))


def test_a_key_that_means_nothing_is_said(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="chat states `used`, which means nothing; there are title, says"):
        list(problems_of(written(tmp_path, f"{CHAT}  used: [websocket]\n")))


def test_a_family_without_a_file_has_no_problems(tmp_path: Path) -> None:
    assert list(problems_of(tmp_path / "caching" / "problems.yaml")) == []


def test_problems_come_in_the_order_of_the_families() -> None:
    families = [problem.family for problem in known_problems()]
    assert list(dict.fromkeys(families)) == ["real_time_updates", "long_running_tasks", "scaling_writes"]
    assert len({problem.id for problem in known_problems()}) == len(families)
