"""Pyright as editors run it: a server that is asked about a place in a file."""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from threading import Timer
from typing import Any

# In seconds; a server that says nothing for so long is given up.
PATIENCE = 120
CAPABILITIES = {
    "workspace": {"configuration": True},
    "textDocument": {"hover": {"contentFormat": ["markdown"]}, "completion": {"completionItem": {"snippetSupport": True}}},
}


class LanguageServer:
    """A server over one file. As a context manager it ends with the block."""

    def __init__(self, file: Path, search: Path) -> None:
        self.file = file
        (file.parent / "pyrightconfig.json").write_text(json.dumps({"extraPaths": [str(search)]}))
        command = [sys.executable, "-m", "pyright.langserver", "--stdio"]
        self.process = subprocess.Popen(command, cwd=file.parent, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.timer = Timer(PATIENCE, self.process.kill)
        self.asked = 0

    def __enter__(self) -> "LanguageServer":
        self.timer.start()
        root = self.file.parent.as_uri()
        folders = [{"uri": root, "name": "designs"}]
        self._ask("initialize", {"rootUri": root, "workspaceFolders": folders, "capabilities": CAPABILITIES})
        self._send({"method": "initialized", "params": {}})
        opened = {"uri": self.file.as_uri(), "languageId": "python", "version": 1, "text": self.file.read_text("utf-8")}
        self._send({"method": "textDocument/didOpen", "params": {"textDocument": opened}})
        return self

    def __exit__(self, *_: object) -> None:
        self.timer.cancel()
        self.process.kill()
        self.process.communicate()

    def hover(self, before: str) -> str:
        """What is shown over the character that follows the text."""
        answer = self._ask("textDocument/hover", self._place(before))
        return str(answer["contents"]["value"]) if answer else ""

    def completions(self, before: str) -> list[str]:
        """What is offered behind the text."""
        answer = self._ask("textDocument/completion", self._place(before))
        return [item["label"] for item in answer["items"]]

    def _place(self, before: str) -> dict[str, Any]:
        text = self.file.read_text("utf-8")
        lines = text[: text.index(before) + len(before)].split("\n")
        position = {"line": len(lines) - 1, "character": len(lines[-1])}
        return {"textDocument": {"uri": self.file.as_uri()}, "position": position}

    def _ask(self, method: str, params: Mapping[str, Any]) -> Any:
        """Send a request, answer what the server asks meanwhile, and give its answer."""
        self.asked += 1
        self._send({"id": self.asked, "method": method, "params": params})
        while True:
            message = self._receive()
            if message.get("method") == "workspace/configuration":
                wanted = [item.get("section") for item in message["params"]["items"]]
                settings = [{"pythonPath": sys.executable} if section == "python" else None for section in wanted]
                self._send({"id": message["id"], "result": settings})
            elif "method" in message and "id" in message:
                self._send({"id": message["id"], "result": None})
            elif message.get("id") == self.asked:
                assert "error" not in message, message["error"]
                return message["result"]

    def _send(self, message: Mapping[str, Any]) -> None:
        assert self.process.stdin
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(data) + data)
        self.process.stdin.flush()

    def _receive(self) -> Any:
        assert self.process.stdout
        length = 0
        while line := self.process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        assert length, "the server has ended, or was given up"
        return json.loads(self.process.stdout.read(length))
