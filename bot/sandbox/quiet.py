"""A uvicorn server that leaves signals to whoever runs it, and a thread to run one in."""

import asyncio
import socket
from collections.abc import Generator
from contextlib import contextmanager
from threading import Thread
from time import monotonic, sleep
from typing import Self

import uvicorn
from starlette.types import ASGIApp

STARTS_WITHIN_SECONDS = 30.0


class QuietServer(uvicorn.Server):
    """uvicorn raises SIGTERM once more after serve(), so nothing behind it would run; this one touches no signal."""

    @contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        yield


class InThread:
    """An application on a free port of 127.0.0.1, served from a thread of its own while the block lasts."""

    def __init__(self, app: ASGIApp) -> None:
        config = uvicorn.Config(app, log_level="critical", timeout_graceful_shutdown=5, ws="websockets-sansio")
        self._server = QuietServer(config)
        self._socket = socket.socket()
        self._thread = Thread(target=self._run, daemon=True)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._socket.getsockname()[1]}"

    def __enter__(self) -> Self:
        self._socket.bind(("127.0.0.1", 0))
        self._thread.start()
        give_up = monotonic() + STARTS_WITHIN_SECONDS
        while not self._server.started:
            if monotonic() > give_up or not self._thread.is_alive():
                raise RuntimeError("the server did not start")
            sleep(0.01)
        return self

    def __exit__(self, *_: object) -> None:
        self._server.should_exit = True
        self._thread.join()
        self._socket.close()

    def _run(self) -> None:
        asyncio.run(self._server.serve([self._socket]))
