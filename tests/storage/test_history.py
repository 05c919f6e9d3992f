"""The chain of who did what: whatever is changed afterwards is found."""

from datetime import UTC

import pytest

from storage import history
from storage.models import Event


@pytest.fixture
def chain(store, now):
    """Three links: confirmed, progress, closed."""
    with store.writing() as session:
        for act, detail in (("confirm", {"due": "2026-06-30"}), ("progress", {"said": "过半"}), ("sign_off", {})):
            history.append(session, now, act, detail, actor=1, commitment=1)
    return store


def broken(database):
    with database.reading() as session:
        return history.first_broken(session)


def test_a_chain_that_nobody_touched_is_whole(chain, database):
    assert broken(chain) is None


def test_an_empty_history_is_whole(store):
    assert broken(store) is None


@pytest.mark.parametrize(
    "change",
    [
        "act = 'reject'",
        'detail = \'{"said": "九成"}\'',
        "actor_id = 2",
        "commitment_id = NULL",
        "at = '2026-06-29 02:00:00.000000'",
        "previous = hash",
        "hash = 'ff'",
    ],
)
def test_a_link_that_was_changed_is_found(chain, change):
    with chain.writing() as session:
        session.connection().exec_driver_sql(f"UPDATE event SET {change} WHERE id = 2")
    assert broken(chain) == 2


@pytest.mark.parametrize(("removed", "found"), [(1, 2), (2, 3)])
def test_a_link_that_was_removed_is_missed_by_the_next(chain, removed, found):
    with chain.writing() as session:
        session.delete(session.get_one(Event, removed))
    assert broken(chain) == found


def test_a_link_made_anew_with_a_fitting_hash_is_missed_by_the_next(chain):
    with chain.writing() as session:
        forged = session.get_one(Event, 2)
        forged.detail = {"said": "已完成"}
        forged.hash = history.digest(forged)
        session.add(forged)
    assert broken(chain) == 3


def test_what_happened_to_a_commitment_is_told_oldest_first(chain, now):
    with chain.reading() as session:
        links = history.of_commitment(session, 1)
        assert [one.act for one in links] == ["confirm", "progress", "sign_off"]
        assert links[0].at == now
        assert links[0].at.tzinfo is UTC
        assert history.of_commitment(session, 2) == []
