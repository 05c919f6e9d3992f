"""Codes for people: somebody who has a chat is not moved to another by mistake."""

import pytest

from storage.terms import Role
from tasks import invitations
from tasks.invitations import BadInvitation

BUREAU = "青石县水务局"


def invite(town, name, role, bureau="", **how):
    with town.database.writing() as session:
        return invitations.invite(town.work(session), name, role, bureau, **how)


def test_somebody_who_has_a_chat_is_not_invited_again_by_mistake(one_open):
    before = one_open.snapshot()
    with pytest.raises(BadInvitation, match="has a chat already"):
        invite(one_open, "于帆", Role.CONTACT, BUREAU)
    assert one_open.snapshot() == before


def test_somebody_who_is_to_have_another_chat_is_moved_to_it(one_open):
    one_open.ask(107, "start", invite(one_open, "于帆", Role.CONTACT, BUREAU, rebind=True))
    assert [one.number for one in one_open.ask(107, "todo").entries] == ["8-1"]
    assert type(one_open.ask("contact", "todo")).__name__ == "Stranger"


def test_a_namesake_elsewhere_is_somebody_else(one_open):
    assert invite(one_open, "于帆", Role.CONTACT, "青石县林业局")
    assert invite(one_open, "于帆", Role.OFFICE)


@pytest.mark.parametrize("role", [Role.CONTACT, Role.LEADER])
def test_a_role_of_a_bureau_needs_one(one_open, role):
    with pytest.raises(BadInvitation, match="needs a bureau"):
        invite(one_open, "白桦", role)
