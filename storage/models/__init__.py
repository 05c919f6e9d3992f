"""The vocabulary as SQLModel tables, one a noun."""

from storage.models.letters import Commitment, File, Letter, Proposal, ProposalMember
from storage.models.messages import Dispatch, Event, Mention, Question, Received
from storage.models.people import Bureau, Invitation, Person, PersonRole
from storage.models.progress import Evidence, Extension, Rating, Update

__all__ = [
    "Bureau",
    "Commitment",
    "Dispatch",
    "Event",
    "Evidence",
    "Extension",
    "File",
    "Invitation",
    "Letter",
    "Mention",
    "Person",
    "PersonRole",
    "Proposal",
    "ProposalMember",
    "Question",
    "Rating",
    "Received",
    "Update",
]
