"""The log: quiet clients, and no token in any line."""

import logging
import re

TOKEN = re.compile(r"\b\d{6,12}:[\w-]{20,}")


class Masked(logging.Filter):
    """Takes bot tokens out of every line, whoever wrote it."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = TOKEN.sub("***", record.getMessage()), None
        return True


def set_up() -> None:
    """Log to standard error. The HTTP client writes every address at INFO, token and all: it is kept quiet."""
    handler = logging.StreamHandler()
    handler.addFilter(Masked())
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.INFO, handlers=[handler])
    for name in ("httpx", "httpcore", "apscheduler"):
        logging.getLogger(name).setLevel(logging.WARNING)
