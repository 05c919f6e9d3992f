"""One phone on the page: bubbles, buttons under them, and a line to type in."""

from dataclasses import dataclass
from datetime import date, tzinfo

from nicegui import events, ui

from bot.sandbox.days import day_words
from bot.sandbox.phones import Phone, Shown
from bot.sandbox.rendering import as_html


@dataclass(frozen=True, slots=True)
class Place:
    """A phone and whose it is, as the page captions it."""

    phone: Phone
    name: str  # 何委员
    role: str  # 委员
    sends_files: bool = False


class Screen:
    """Draws only what changed, so that nothing flickers and nobody loses what they are typing."""

    def __init__(self, place: Place, zone: tzinfo | None) -> None:
        self._place, self._phone, self._zone = place, place.phone, zone
        self._drawn: dict[int, tuple[Shown, bool, ui.element]] = {}
        self._toasts = len(self._phone.toasts)
        with ui.element("section").classes("phone").props(f'data-role="{place.role}"'):
            self._header()
            self._roll = ui.element("div").classes("roll")
            self._toast = ui.element("div").classes("toasts")
            self._footer()

    def refresh(self) -> None:
        """Bring the screen up to date."""
        messages = self._phone.messages
        for gone in self._drawn.keys() - {message.id for message in messages}:
            self._drawn.pop(gone)[2].delete()
        before: date | None = None
        news = False
        for index, message in enumerate(messages):
            day = message.at.astimezone(self._zone).date()
            news |= self._draw(index, message, new_day=day != before)
            before = day
        if news:
            self._to_the_end()
        self._show_toasts()

    def _draw(self, index: int, message: Shown, *, new_day: bool) -> bool:
        """Whether the message is new on this screen."""
        shown, had_day, element = self._drawn.get(message.id, (None, False, None))
        if shown == message and had_day == new_day:
            return False
        if element:
            element.delete()
        with self._roll:
            element = ui.element("div").classes("said")
        element.move(target_index=index)
        with element:
            self._message(message, new_day=new_day)
        self._drawn[message.id] = message, new_day, element
        return True

    def _message(self, message: Shown, *, new_day: bool) -> None:
        at = message.at.astimezone(self._zone)
        if new_day:
            ui.label(day_words(at.date())).classes("day")
        with ui.element("div").classes("from-bot" if message.by_bot else "from-me"), ui.element("div").classes("held"):
            with ui.element("div").classes("bubble"):
                self._file(message)
                if message.text:
                    ui.html(as_html(message.text, message.entities), sanitize=False).classes("words")
                ui.label(("已编辑 " if message.edited else "") + f"{at:%H:%M}").classes("time")
            self._keys(message)

    def _file(self, message: Shown) -> None:
        file = message.file
        if file:
            name = f"{'图片' if file.is_photo else '文件'} {file.name}"
            link = ui.button(
                name, icon="description", on_click=lambda: ui.download.content(file.data, file.name), color=None
            )
            link.props("flat no-caps dense align=left").classes("file")

    def _keys(self, message: Shown) -> None:
        for row in message.keyboard:
            with ui.element("div").classes("keys"):
                for button in row:
                    label, url = button.text, button.url
                    key = ui.button(label, color=None).props("unelevated no-caps dense").classes("key")
                    if url:
                        key.on_click(lambda url=url: ui.navigate.to(url, new_tab=True))
                    else:
                        key.on_click(lambda label=label: self._press(label, message.id))

    def _press(self, label: str, on: int) -> None:
        try:
            self._phone.press(label, on)
        except LookupError:
            return  # the bot has taken the button away in this very moment

    def _header(self) -> None:
        with ui.element("header"):
            ui.label(self._place.role[0]).classes("face")
            with ui.element("div").classes("who"):
                ui.label(self._place.name).classes("name")
                ui.label(f"{self._place.role} · 与督办的对话").classes("role")

    def _footer(self) -> None:
        with ui.element("footer"):
            if self._place.sends_files:
                self._paperclip()
            self._line = ui.input(placeholder="输入消息").props("dense borderless").classes("line")
            # while an input method is composing, Enter chooses characters and sends nothing
            self._line.on("keydown.enter", self._send, js_handler="(e) => { if (!e.isComposing) emit() }")
            ui.button(icon="send", on_click=self._send, color=None).props("round flat dense").classes("send").tooltip(
                "发送"
            )

    def _paperclip(self) -> None:
        self._upload = ui.upload(on_upload=self._send_file, auto_upload=True, multiple=True).classes("hidden")
        clip = _icon("attach_file", "发送文件").classes("clip")
        clip.on("click", js_handler=f"(e) => runMethod({self._upload.id}, 'pickFiles', [e])")

    def _send(self) -> None:
        text = (self._line.value or "").strip()
        if text:
            self._phone.say(text)
            self._line.value = ""
            self.refresh()

    async def _send_file(self, event: events.UploadEventArguments) -> None:
        self._phone.send_file(event.file.name, await event.file.read())
        self._upload.reset()
        self.refresh()

    def _show_toasts(self) -> None:
        toasts = self._phone.toasts
        for text in toasts[self._toasts :]:
            self._toast.clear()
            with self._toast:
                ui.label(text).classes("toast")  # fades by itself
        self._toasts = len(toasts)

    def _to_the_end(self) -> None:
        roll = f"getHtmlElement({self._roll.id})"
        ui.run_javascript(
            f"setTimeout(() => {{ const roll = {roll}; if (roll) roll.scrollTop = roll.scrollHeight }}, 50)"
        )


def _icon(name: str, says: str) -> ui.button:
    return ui.button(icon=name, color=None).props(f'round flat dense aria-label="{says}"').tooltip(says)
