"""The steps of a composite action, run as GitHub does: expressions replaced, files for outputs, a shell for each step."""

import os
import re
import subprocess
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")
SHELLS = {"bash": ["bash", "--noprofile", "--norc", "-eo", "pipefail"]}
Action = Mapping[str, Any]
Outputs = Mapping[str, str]


@dataclass(frozen=True)
class Done:
    """How a run ended: its exit code, what it printed, the outputs of the action and what stands on the page of the run."""

    code: int
    out: str
    err: str
    outputs: Mapping[str, str]
    summary: str


def action(path: Path) -> Action:
    """What the file of an action says."""
    said: Action = yaml.safe_load(path.read_text("utf-8"))
    return said


def scripts(of: Action) -> list[str]:
    """What the steps of an action have the shell do."""
    return [step["run"] for step in of["runs"]["steps"] if "run" in step]


class Runner:
    """A machine: the folder of the checkout, a folder of its own, and what actions that are used elsewhere would give.

    A step whose id is in `once` is not run again after it succeeded; its outputs are kept.
    """

    def __init__(self, checkout: Path, temporary: Path, used: Mapping[str, Outputs], once: Collection[str] = ()) -> None:
        self.checkout, self.temporary, self.used, self.once = checkout, temporary, used, once
        self.kept: dict[str, Outputs] = {}
        temporary.mkdir(parents=True, exist_ok=True)

    def run(self, path: Path, inputs: Mapping[str, str]) -> Done:
        """Run an action: each step until one fails."""
        of = action(path)
        known = self._inputs(of, inputs)
        files = {name: self.temporary / name for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "GITHUB_PATH")}
        code, out, err, summary = 0, "", "", ""
        for step in of["runs"]["steps"]:
            for file in files.values():
                file.write_text("", "utf-8")
            id = step.get("id", "")
            outputs: Outputs
            if "uses" in step:
                outputs = self.used[step["uses"].partition("@")[0]]
            elif id in self.kept:
                outputs = self.kept[id]
            else:
                done = self._shell(step, known, {**files, "GITHUB_ACTION_PATH": path.parent})
                code, out, err = done.returncode, out + done.stdout, err + done.stderr
                outputs = _pairs(files["GITHUB_OUTPUT"].read_text("utf-8"))
                summary += files["GITHUB_STEP_SUMMARY"].read_text("utf-8")
            known |= _outputs(id, outputs)
            if code:
                break
            self.kept |= {id: outputs} if id in self.once else {}
        given = {name: _said(one["value"], known, missing="") for name, one in of.get("outputs", {}).items()}
        return Done(code, out, err, given, summary)

    def _inputs(self, of: Action, inputs: Mapping[str, str]) -> dict[str, str]:
        unknown = inputs.keys() - of["inputs"].keys()
        missing = [name for name, one in of["inputs"].items() if one.get("required") and name not in inputs]
        assert (unknown, missing) == (set(), [])
        return {f"inputs.{name}": inputs.get(name, one.get("default", "")) for name, one in of["inputs"].items()}

    def _shell(
        self, step: Mapping[str, Any], known: Mapping[str, str], paths: Mapping[str, Path]
    ) -> "subprocess.CompletedProcess[str]":
        script = self.temporary / "script.sh"
        script.write_text(_said(step["run"], known), "utf-8")
        own = {name: _said(str(value), known) for name, value in step.get("env", {}).items()}
        usual = {
            "PATH": os.environ["PATH"],
            "HOME": str(self.temporary),
            "RUNNER_TEMP": str(self.temporary),
            "GITHUB_ACTIONS": "true",
        }
        kept = {name: value for name, value in os.environ.items() if name.startswith(("PIP_", "SSL_")) or name.endswith("_proxy")}
        environment = {**kept, **usual, **{name: str(path) for name, path in paths.items()}, **own}
        command = [*SHELLS[step["shell"]], str(script)]
        return subprocess.run(command, cwd=self.checkout, env=environment, capture_output=True, text=True, check=False)


def _said(text: str, known: Mapping[str, str], missing: str | None = None) -> str:
    """The text with its expressions replaced. One that is not known raises, where nothing is said to stand for it."""
    return EXPRESSION.sub(lambda match: known[match[1]] if missing is None else known.get(match[1], missing), text)


def _outputs(id: str, outputs: Outputs) -> dict[str, str]:
    return {f"steps.{id}.outputs.{name}": value for name, value in outputs.items()}


def _pairs(text: str) -> dict[str, str]:
    return dict(line.split("=", 1) for line in text.splitlines())
