"""A letter's head, field by field: its title and what stands around it, its letterhead, signature and meeting sheet."""

from tasks.language.head.fields import read_head

__all__ = ["read_head"]
