"""The Bot API over HTTP on loopback: bytes in, a call, its answer out."""

import json
from collections.abc import Mapping
from typing import Self

from starlette.applications import Starlette
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from bot.sandbox.arguments import Arguments, Upload
from bot.sandbox.quiet import InThread
from bot.sandbox.refusal import Refused, bad_request
from bot.sandbox.telegram import BrokenOff, Telegram


def bot_api(telegram: Telegram) -> Starlette:
    """The application, to be served alone or mounted under another."""

    async def method(request: Request) -> Response:
        place = request.path_params
        try:
            result = await telegram.call(place["token"], place["method"], await _arguments(request))
        except Refused as refused:
            return _refusal(refused)
        except BrokenOff:
            return _BreaksOff()
        return JSONResponse({"ok": True, "result": result})

    async def file(request: Request) -> Response:
        try:
            telegram.check(request.path_params["token"])
        except Refused as refused:
            return _refusal(refused)
        found = telegram.world.files.by_path(request.path_params["path"])
        return Response(found.data, media_type=found.mime) if found else _refusal(Refused(404, "Not Found"))

    async def lost(_: Request, __: Exception) -> Response:
        return _refusal(Refused(404, "Not Found"))

    routes = [
        Route("/bot{token}/{method}", method, methods=["GET", "POST"]),
        Route("/file/bot{token}/{path:path}", file),
    ]
    return Starlette(routes=routes, exception_handlers={404: lost, 405: lost})


class Served(InThread):
    """The stand-in on a port of its own: `with Served(telegram) as served: … served.base_url …`."""

    def __init__(self, telegram: Telegram) -> None:
        super().__init__(bot_api(telegram))
        self._telegram = telegram

    @property
    def base_url(self) -> str:
        """For python-telegram-bot's base_url: the token follows."""
        return f"{self.url}/bot"

    @property
    def base_file_url(self) -> str:
        """For its base_file_url, without which a download would carry the token to Telegram."""
        return f"{self.url}/file/bot"

    def __enter__(self) -> Self:
        self._telegram.world.updates.pick_up()
        return super().__enter__()

    def __exit__(self, *_: object) -> None:
        self._telegram.world.updates.hang_up()
        super().__exit__()


class _BreaksOff(Response):
    """Promises a body and sends none, so that the server cuts the connection."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = [(b"content-type", b"application/json"), (b"content-length", b"2")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})


def _refusal(refused: Refused) -> Response:
    headers = {} if refused.retry_after is None else {"Retry-After": str(refused.retry_after)}
    return JSONResponse(refused.body(), refused.code, headers)


async def _arguments(request: Request) -> Arguments:
    """Fields of the address and of the body together; the body wins."""
    fields = dict(request.query_params)
    if request.headers.get("content-type", "").startswith("application/json"):
        return Arguments(fields | _flat(await _json(request)))
    uploads = {}
    async with request.form() as form:
        for name, value in form.items():
            if isinstance(value, UploadFile):
                uploads[name] = Upload(value.filename or name, await value.read())
            else:
                fields[name] = value
    return Arguments(fields, uploads)


async def _json(request: Request) -> Mapping[str, object]:
    try:
        body = await request.json()
    except ValueError:
        raise bad_request("can't parse JSON object") from None
    if not isinstance(body, dict):
        raise bad_request("JSON object expected")
    return body


def _flat(body: Mapping[str, object]) -> dict[str, str]:
    """JSON fields as a form would carry them."""
    return {name: value if isinstance(value, str) else json.dumps(value) for name, value in body.items()}
