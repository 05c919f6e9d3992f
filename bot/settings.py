"""Settings: read once from config.toml and the environment; what is wrong is named, key by key."""

import tomllib
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, SecretStr, ValidationError, model_validator
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    SettingsError,
    TomlConfigSettingsSource,
)

from storage.terms import Role, Stage
from tasks.language.dates import Seasons
from tasks.policy import Policy
from tasks.rules.reminders import LADDER, Plan, Step
from tasks.rules.workdays import Workdays
from tasks.tellings import LADDER as LADDER_READERS


class BadSettings(Exception):
    """What is wrong with the settings, one line for each key."""


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ValueError, OSError, KeyError) as unknown:
        raise ValueError(f"no such time zone: {name!r}; Asia/Shanghai is one") from unknown
    return name


def _seasons(days: dict[str, tuple[int, int]]) -> dict[str, tuple[int, int]]:
    known = {field.name for field in fields(Seasons)}
    for name, (month, day) in days.items():
        if name not in known:
            raise ValueError(f"no such season: {name}; known are {', '.join(sorted(known))}")
        date(2024, month, day)  # a leap year: 29 February may be meant
    return days


class Section(BaseModel):
    """A table of the file; a key that it does not know is refused."""

    model_config = ConfigDict(extra="forbid")


class Telegram(Section):
    """How the chat service is reached."""

    token: SecretStr = SecretStr("")
    base_url: str = "https://api.telegram.org/bot"
    base_file_url: str = "https://api.telegram.org/file/bot"
    proxy: str = ""


class Storage(Section):
    """Where the ledger is kept."""

    url: str = "sqlite:///duban.db"


class Chat(Section):
    """What is said in chat."""

    quotes: bool = True  # false: number and day only, no words of a letter


class Place(Section):
    """The place's calendar and patience."""

    zone: Annotated[str, AfterValidator(_zone)] = "Asia/Shanghai"
    near_days: int = Field(10, ge=0)
    hold_workdays: int = Field(3, ge=1)
    days_off: list[date] = []
    days_worked: list[date] = []


class Rung(Section):
    """One step of the ladder."""

    stage: Literal["ahead", "due", "overdue", "escalated", "urged", "listed"]
    workdays: int
    to: list[Role]

    @model_validator(mode="after")
    def _somebody_there_is_words_for(self) -> "Rung":
        strange = [role.value for role in self.to if role not in LADDER_READERS[Stage(self.stage)]]
        if strange or not self.to:
            known = ", ".join(LADDER_READERS[Stage(self.stage)])
            raise ValueError(f"{self.stage} is for {known}, not for {', '.join(strange) or 'nobody'}")
        return self

    def step(self) -> Step:
        return Step(Stage(self.stage), self.workdays, tuple(self.to))


class Settings(BaseSettings):
    """All settings. The environment wins: DUBAN_TELEGRAM__TOKEN and its like."""

    model_config = SettingsConfigDict(env_prefix="DUBAN_", env_nested_delimiter="__", extra="forbid")
    telegram: Telegram = Telegram()
    storage: Storage = Storage()
    chat: Chat = Chat()
    place: Place = Place()
    seasons: Annotated[dict[str, tuple[int, int]], AfterValidator(_seasons)] = {}  # [month, day] before each
    ladder: list[Rung] = []

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)

    def policy(self) -> Policy:
        """What the deciding rooms need of all this."""
        off = dict.fromkeys(self.place.days_off, False)
        workdays = Workdays(off | dict.fromkeys(self.place.days_worked, True))
        ladder = tuple(sorted((rung.step() for rung in self.ladder), key=lambda step: step.workdays)) or LADDER
        return Policy(
            zone=ZoneInfo(self.place.zone),
            plan=Plan(workdays, ladder),
            seasons=Seasons(**self.seasons),
            near_days=self.place.near_days,
            hold_workdays=self.place.hold_workdays,
        )


def load(path: Path) -> Settings:
    """The settings of a file; BadSettings says which key is wrong and why. Without the file, the defaults."""

    class FromFile(Settings):
        model_config = SettingsConfigDict(toml_file=path)

    try:
        return FromFile()
    except tomllib.TOMLDecodeError as broken:
        raise BadSettings(f"{path}: not TOML: {broken}") from broken
    except (UnicodeDecodeError, SettingsError) as broken:
        raise BadSettings(f"{path} or the environment: {broken}") from broken
    except ValidationError as wrong:
        raise BadSettings("\n".join(f"{path}: {_line(error)}" for error in wrong.errors())) from wrong


def _line(error: object) -> str:
    """One mistake as a line; the value is not shown, it may be a secret."""
    assert isinstance(error, dict)
    key = ".".join(str(part) for part in error["loc"])
    if error["type"] == "extra_forbidden":
        return f"{key}: unknown key"
    return f"{key}: {error['msg'].removeprefix('Value error, ')}"
