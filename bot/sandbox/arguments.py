"""What a client asks for: fields as Telegram reads them, whether they came as JSON, form or multipart."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.sandbox.refusal import bad_request, not_covered
from bot.sandbox.state import Button, Keyboard

BUTTONS = 100
DATA_BYTES = 64


@dataclass(frozen=True, slots=True)
class Upload:
    """A file in a multipart body."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Arguments:
    """The fields of one call. Nested values stay JSON text, as they do in a form."""

    fields: Mapping[str, str]
    uploads: Mapping[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        return self.fields.get(name, "")

    def integer(self, name: str, default: int = 0) -> int:
        """A number; like Telegram, what is none counts as the default."""
        try:
            return int(self.fields.get(name, default))
        except ValueError:
            return default

    def flag(self, name: str) -> bool:
        return self.text(name).lower() in {"true", "yes", "1"}

    def parsed(self, name: str, refusal: str) -> object:
        """A JSON value; None where the field is absent or empty."""
        written = self.text(name)
        try:
            return json.loads(written) if written else None
        except ValueError:
            raise bad_request(refusal) from None

    def upload(self, name: str) -> Upload | None:
        """The file sent along: as the field itself or as attach://its-name."""
        attached = self.text(name)
        return self.uploads.get(attached.removeprefix("attach://") if attached else name)

    def keyboard(self) -> Keyboard:
        """reply_markup with inline buttons; none where there is none."""
        markup = self.parsed("reply_markup", "can't parse reply keyboard markup JSON object")
        if markup is None:
            return ()
        if not isinstance(markup, dict):
            raise bad_request("object expected as reply markup")
        if "inline_keyboard" not in markup:
            raise not_covered("reply_markup other than inline_keyboard")
        return _keyboard(markup["inline_keyboard"])


def _keyboard(rows: object) -> Keyboard:
    if not isinstance(rows, list):
        raise bad_request('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays')
    keyboard = tuple(_row(row) for row in rows)
    if sum(map(len, keyboard)) > BUTTONS:
        raise bad_request("reply markup is too long")
    return tuple(row for row in keyboard if row)


def _row(row: object) -> tuple[Button, ...]:
    if not isinstance(row, list):
        raise bad_request("can't parse inline keyboard button: expected an Array of InlineKeyboardButton")
    return tuple(_button(button) for button in row)


def _button(button: object) -> Button:
    if not isinstance(button, dict) or not isinstance(button.get("text"), str):
        raise bad_request('can\'t parse inline keyboard button: field "text" must be of type String')
    text = button["text"]
    if not text.strip():
        raise bad_request("inline keyboard button text must be non-empty")
    if isinstance(button.get("url"), str):
        if not button["url"].startswith(("http://", "https://", "tg://")):
            raise bad_request("BUTTON_URL_INVALID")
        return Button(text, url=button["url"])
    data = button.get("callback_data")
    if not isinstance(data, str):
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if not 1 <= len(data.encode("utf-8", "surrogatepass")) <= DATA_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")
    return Button(text, data)
