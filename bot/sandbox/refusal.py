"""How the Bot API says no: a code, a sentence, and sometimes a parameter."""


class Refused(Exception):
    """An answer that is not ok; `description` without the prefix that its code brings."""

    def __init__(self, code: int, description: str, retry_after: int | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.retry_after = retry_after

    def body(self) -> dict[str, object]:
        """The error as it goes out, in the shape every Bot API client reads."""
        body: dict[str, object] = {"ok": False, "error_code": self.code, "description": self.description}
        if self.retry_after is not None:
            body["parameters"] = {"retry_after": self.retry_after}
        return body


def bad_request(said: str) -> Refused:
    """400: what was asked makes no sense."""
    return Refused(400, f"Bad Request: {said}")


def forbidden(said: str) -> Refused:
    """403: the user does not want to hear from the bot."""
    return Refused(403, f"Forbidden: {said}")


def conflict(said: str) -> Refused:
    """409: somebody else polls with the same token."""
    return Refused(409, f"Conflict: {said}")


def not_covered(what: str) -> Refused:
    """What Telegram can and this stand-in cannot: said aloud, so that nobody builds on silence."""
    return Refused(501, f"Not Implemented: the sandbox does not cover {what}")
