"""Settings: read once, and what is wrong is named key by key."""

import re
import tomllib
from datetime import date
from pathlib import Path

import pytest

from bot.settings import BadSettings, Settings, load
from storage.terms import Role, Stage
from tasks.policy import Policy
from tasks.rules.reminders import LADDER, Step

EXAMPLE = Path(__file__).parents[2] / "config.example.toml"
TOKEN = "1234567890:AbCdEfGhIjKlMnOpQrStUvWxYz0123456789"


@pytest.fixture(autouse=True)
def bare(monkeypatch):
    """No setting comes from the environment of whoever runs the tests."""
    for name in ("DUBAN_TELEGRAM__TOKEN", "DUBAN_STORAGE__URL", "DUBAN_CHAT__QUOTES", "DUBAN_PLACE__ZONE"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def settings_of(tmp_path):
    """The settings of a file with this text."""

    def settings_of(text):
        file = tmp_path / "config.toml"
        file.write_text(text, "utf-8")
        return load(file)

    return settings_of


def keys_of(model):
    """Every key of the settings, as table and name."""
    for name, field in model.model_fields.items():
        inner = getattr(field.annotation, "model_fields", None)
        yield from [f"{name}.{key}" for key in inner] if inner else [name]


def test_without_a_file_the_defaults_hold(tmp_path):
    assert load(tmp_path / "missing.toml").model_dump() == Settings().model_dump()
    assert load(tmp_path / "missing.toml").policy() == Policy()


def test_the_example_says_the_defaults():
    example = load(EXAMPLE)
    defaults = Settings()
    for name in ("telegram", "storage", "chat", "place"):
        assert getattr(example, name) == getattr(defaults, name), name
    assert example.policy() == Policy()


@pytest.mark.parametrize("key", list(keys_of(Settings)))
def test_the_example_mentions_every_setting(key):
    found = tomllib.loads(EXAMPLE.read_text("utf-8"))
    for part in key.split("."):
        assert part in found
        found = found[part]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("[chat]\nqoutes = true", "chat.qoutes"),
        ("[telegramm]\ntoken = ''", "telegramm"),
        ("[[ladder]]\nstage = 'due'\nworkdays = 0\nto = ['contact']\nfor = 'all'", "ladder.0.for"),
    ],
)
def test_a_key_that_is_not_known_is_named(settings_of, text, key):
    with pytest.raises(BadSettings, match=rf"config\.toml: {re.escape(key)}: unknown key"):
        settings_of(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[place]\nzone = 'Asia/Atlantis'", "place.zone: no such time zone: 'Asia/Atlantis'"),
        ("[place]\nzone = '../etc/passwd'", "place.zone: no such time zone"),
        ("[place]\nnear_days = -1", "place.near_days: "),
        ("[place]\nhold_workdays = 0", "place.hold_workdays: "),
        ("[place]\ndays_off = ['soon']", "place.days_off.0: "),
        ("[seasons]\nmonsoon = [7, 1]", "seasons: no such season: monsoon"),
        ("[seasons]\nflood = [2, 30]", "seasons: "),
        ("[[ladder]]\nstage = 'closed'\nworkdays = 0\nto = []", "ladder.0.stage: "),
        ("[[ladder]]\nstage = 'due'\nworkdays = 0\nto = ['mayor']", "ladder.0.to.0: "),
        ("[chat", "not TOML"),
    ],
)
def test_what_is_wrong_is_said_with_its_key(settings_of, text, said):
    with pytest.raises(BadSettings) as wrong:
        settings_of(text)
    assert said in str(wrong.value)


def test_each_mistake_has_its_line(settings_of):
    with pytest.raises(BadSettings) as wrong:
        settings_of("[place]\nnear_days = -1\nzone = 'Nowhere'\n[chat]\ncolour = 1")
    assert len(str(wrong.value).splitlines()) == 3


def test_the_token_comes_from_the_environment_before_the_file(settings_of, monkeypatch):
    assert settings_of(f"[telegram]\ntoken = '{TOKEN}'").telegram.token.get_secret_value() == TOKEN
    monkeypatch.setenv("DUBAN_TELEGRAM__TOKEN", "999999:other")
    read = settings_of(f"[telegram]\ntoken = '{TOKEN}'\nproxy = 'socks5://127.0.0.1:1080'")
    assert read.telegram.token.get_secret_value() == "999999:other"
    assert read.telegram.proxy == "socks5://127.0.0.1:1080"


def test_the_token_is_never_shown(settings_of):
    read = settings_of(f"[telegram]\ntoken = '{TOKEN}'")
    assert TOKEN not in f"{read!r} {read} {read.telegram!r} {read.model_dump()} {read.model_dump_json()}"


@pytest.mark.parametrize("token", [f"['{TOKEN}']", TOKEN.split(":")[0], f"{{ secret = '{TOKEN}' }}"])
def test_a_token_that_is_wrong_is_named_and_not_shown(settings_of, token):
    with pytest.raises(BadSettings, match=r"telegram\.token") as wrong:
        settings_of(f"[telegram]\ntoken = {token}")
    assert TOKEN[:10] not in str(wrong.value)


def test_a_place_has_its_calendar_ladder_and_seasons(settings_of):
    policy = settings_of(
        "[place]\nzone = 'Asia/Urumqi'\nnear_days = 5\nhold_workdays = 2\ndays_off = [2027-02-08]\n"
        "days_worked = [2027-02-07]\n[seasons]\nflood = [4, 30]\n"
        "[[ladder]]\nstage = 'overdue'\nworkdays = 2\nto = ['contact', 'office']\n"
        "[[ladder]]\nstage = 'due'\nworkdays = 0\nto = ['contact']\n"
    ).policy()
    assert (str(policy.zone), policy.near_days, policy.hold_workdays) == ("Asia/Urumqi", 5, 2)
    assert not policy.plan.workdays.is_workday(date(2027, 2, 8))
    assert policy.plan.workdays.is_workday(date(2027, 2, 7))
    assert policy.seasons.flood == (4, 30)
    assert policy.plan.ladder == (
        Step(Stage.DUE, 0, (Role.CONTACT,)),
        Step(Stage.OVERDUE, 2, (Role.CONTACT, Role.OFFICE)),
    )  # in order of time, however it was written


def test_an_empty_ladder_is_the_built_in_one(settings_of):
    assert settings_of("ladder = []").policy().plan.ladder == LADDER


def test_a_file_that_is_not_utf_8_is_refused_by_name(tmp_path):
    file = tmp_path / "config.toml"
    file.write_bytes("[place] # 设置".encode("gb18030"))
    with pytest.raises(BadSettings, match=r"config\.toml"):
        load(file)


def test_an_environment_that_cannot_be_read_is_refused(tmp_path, monkeypatch):
    monkeypatch.setenv("DUBAN_LADDER", "x")
    with pytest.raises(BadSettings, match="ladder"):
        load(tmp_path / "config.toml")
