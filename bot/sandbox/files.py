"""Files that went through the stand-in, numbered in the order they came."""

import mimetypes

from bot.sandbox.state import File

UPLOAD_BYTES = 50 * 1024 * 1024
PHOTO_BYTES = 10 * 1024 * 1024
DOWNLOAD_BYTES = 20 * 1024 * 1024  # getFile gives no more, though users may send more
PICTURES = ((b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpg"))


class Files:
    """Kept by id, and by the path under which they are fetched."""

    def __init__(self) -> None:
        self._by_id: dict[str, File] = {}
        self._by_path: dict[str, File] = {}

    def keep(self, name: str, data: bytes, *, as_photo: bool = False) -> File:
        """A new file; Telegram gives every upload a new id."""
        number = len(self._by_id)
        kind = "photo" if as_photo else "document"
        ending = picture_kind(data) if as_photo else name.rpartition(".")[2] if "." in name else "bin"
        mime = mimetypes.guess_type(name)[0] or "application/octet-stream"
        path = f"{kind}s/file_{number}.{ending}"
        file = File(f"sandbox-{kind}-{number}", f"unique-{number}", name, mime, path, data)
        self._by_id[file.id] = self._by_path[path] = file
        return file

    def by_id(self, file_id: str) -> File | None:
        return self._by_id.get(file_id)

    def by_path(self, path: str) -> File | None:
        return self._by_path.get(path)


def picture_kind(data: bytes) -> str | None:
    """png or jpg by the first bytes; none where it is no picture Telegram would take."""
    return next((kind for magic, kind in PICTURES if data.startswith(magic)), None)
