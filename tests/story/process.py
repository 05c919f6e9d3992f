"""A bot in a process of its own, to be killed: settings from the arguments, the clock set to one moment."""

import asyncio
import sys
from datetime import datetime

from pydantic import SecretStr

from bot import logs
from bot.app import serve
from bot.settings import Settings, Storage, Telegram

if __name__ == "__main__":
    token, base_url, base_file_url, store, moment = sys.argv[1:]
    settings = Settings(
        telegram=Telegram(token=SecretStr(token), base_url=base_url, base_file_url=base_file_url),
        storage=Storage(url=store),
    )
    logs.set_up()
    asyncio.run(serve(settings, lambda: datetime.fromisoformat(moment)))
