"""办理进展: what a contact's answer says."""

from tasks.language.replies.reply import Reply
from tasks.language.replies.understanding import understand_reply

__all__ = ["Reply", "understand_reply"]
