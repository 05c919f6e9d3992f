"""The server that leaves signals alone, so that what stands behind serve() is reached."""

import asyncio
import os
import signal

import uvicorn
from starlette.applications import Starlette

from bot.sandbox.quiet import QuietServer


async def test_a_termination_goes_to_whoever_runs_the_server_and_once_only():
    heard = []

    def asked_to_stop():
        heard.append("stop")
        server.should_exit = True

    server = QuietServer(uvicorn.Config(Starlette(), host="127.0.0.1", port=0, log_level="critical"))
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGTERM, asked_to_stop)
    try:
        serving = asyncio.create_task(server.serve())
        while not server.started:
            await asyncio.sleep(0.01)
        os.kill(os.getpid(), signal.SIGTERM)
        await asyncio.wait_for(serving, 5)
        await asyncio.sleep(0.05)
    finally:
        loop.remove_signal_handler(signal.SIGTERM)
    assert heard == ["stop"]
