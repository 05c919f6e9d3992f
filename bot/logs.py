"""The log: quiet clients, and no token in any line."""

import logging
import re

TOKEN = re.compile(r"(?<!\d)\d{6,12}:[\w-]{20,}")


class Masked(logging.Formatter):
    """Takes bot tokens out of every line and every traceback, whoever wrote it."""

    def format(self, record: logging.LogRecord) -> str:
        return TOKEN.sub("***", super().format(record))


def set_up() -> None:
    """Log to standard error. The HTTP client writes every address at INFO, token and all: it is kept quiet."""
    handler = logging.StreamHandler()
    handler.setFormatter(Masked("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.INFO, handlers=[handler])
    for name in ("httpx", "httpcore", "apscheduler"):
        logging.getLogger(name).setLevel(logging.WARNING)
