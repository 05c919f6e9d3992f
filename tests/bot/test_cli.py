"""The command line: what is printed, what is refused, and the exit code."""

import json
import re
from datetime import UTC, datetime

import pytest
from typer.testing import CliRunner

from bot import cli, inquiry
from tests.tasks.conftest import LETTER

NORTH, SOUTH = "我局将于6月底前疏浚北渠。", "我局将于9月底前加固南堤。"
CODE = re.compile(r"/start [\w-]{22}$", re.MULTILINE)
TODAY = datetime(2026, 6, 29, 2, 0, tzinfo=UTC)


@pytest.fixture
def clock():
    """Shows what it was set to."""
    return {"now": TODAY}


@pytest.fixture(autouse=True)
def house(tmp_path, monkeypatch, dictionary, clock):
    """A folder with settings and a store of its own, the dictionary loaded already, a clock that is set."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DUBAN_TELEGRAM__TOKEN", raising=False)
    monkeypatch.delenv("DUBAN_CONFIG", raising=False)
    monkeypatch.setenv("COLUMNS", "200")
    (tmp_path / "config.toml").write_text(f"[storage]\nurl = 'sqlite:///{tmp_path}/ledger.db'\n", "utf-8")
    for module in (cli, inquiry):
        monkeypatch.setattr(module, "Words", lambda: dictionary)
    monkeypatch.setattr(cli, "system_clock", lambda: clock["now"])
    return tmp_path


@pytest.fixture
def duban():
    """Runs a command: exit code, standard output, standard error."""

    def duban(*words):
        done = CliRunner().invoke(cli.app, [str(word) for word in words])
        assert done.exception is None or isinstance(done.exception, SystemExit), done.exc_info
        return done.exit_code, done.stdout, done.stderr

    return duban


@pytest.fixture
def write(house):
    def write(name, content):
        (house / name).write_bytes(content if isinstance(content, bytes) else content.encode())
        return name

    return write


@pytest.fixture
def letters(write):
    """Two letters: 8 of the water bureau with two promises, 9 of the woods bureau with one."""
    first = LETTER.format(number="8", promises=f"一、{NORTH}\n\n二、{SOUTH}", bureau="青石县水务局")
    second = LETTER.format(number="9", promises="一、我局将于7月6日前移栽古树。", bureau="青石县林业局")
    return write("8.txt", first), write("9.txt", second.replace("何澄", "苏眉"))


@pytest.fixture
def entered(duban, letters, house):
    """Both letters in the ledger, all open."""
    assert duban("add", *letters)[0] == 0
    database = cli.open_database(cli.load(house / "config.toml"))
    with database.writing() as session:
        session.connection().exec_driver_sql("UPDATE commitment SET status = 'open', armed_on = '2026-03-10'")
    database.close()


@pytest.fixture
def listed(duban):
    """The numbers that a listing prints, as JSON."""

    def listed(*options):
        code, printed, _ = duban("list", "--json", *options)
        assert code == 0
        return [json.loads(line)["number"] for line in printed.splitlines()]

    return listed


def test_every_span_of_a_read_letter_gives_back_its_quote(duban, letters, house):
    code, printed, said = duban("read", *letters, "--json")
    assert (code, said) == (0, "")
    for line, file in zip(printed.splitlines(), letters, strict=True):
        found = json.loads(line)
        text = (house / file).read_text("utf-8")
        assert found["file"] == file
        for one in found["commitments"]:
            assert text[slice(*one["span"])] == one["quote"]
            assert text[slice(*one["when_span"])] == one["when"]
    assert [one["due"] for one in json.loads(printed.splitlines()[0])["commitments"]] == ["2026-06-30", "2026-09-30"]
    assert not (house / "ledger.db").exists()


def test_a_read_letter_is_shown_with_its_promises(duban, letters):
    code, printed, _ = duban("read", letters[0])
    assert code == 0
    assert "2026-06-30 Tue" in printed
    assert "疏浚北渠" in printed


@pytest.mark.parametrize("command", ["read", "add"])
def test_each_file_that_cannot_be_read_is_one_line_and_the_others_are_read(duban, write, letters, listed, command):
    bad = [
        write("empty.txt", b""),
        write("blob.txt", b"PK\x03\x04\x00\x01"),
        "missing.txt",
        write("weather.txt", "今天天气很好。"),
    ]
    code, printed, said = duban(command, *bad, letters[0])
    assert code == 1
    assert [line.split(":")[0] for line in said.splitlines() if ".txt:" in line] == bad
    assert "8.txt" in printed
    assert listed() == (["8-1", "8-2"] if command == "add" else [])


def test_a_file_that_cannot_be_read_enters_nothing(duban, write, listed):
    assert duban("add", write("empty.txt", b""))[0] == 1
    assert listed() == []


def test_the_same_file_twice_is_known_already(duban, letters, listed):
    assert "8.txt: entered, letter 1" in duban("add", letters[0])[1]
    code, printed, _ = duban("add", letters[0])
    assert (code, "8.txt: known already, letter 1" in printed) == (0, True)
    assert listed() == ["8-1", "8-2"]


@pytest.mark.parametrize(
    ("options", "numbers"),
    [
        ([], ["8-1", "9-1", "8-2"]),
        (["--due", "1d"], ["8-1"]),
        (["--due", "7"], ["8-1", "9-1"]),
        (["--due", "0"], []),
        (["--overdue"], []),
        (["--bureau", "林业"], ["9-1"]),
        (["--bureau", "%"], []),
        (["--member", "何澄"], ["8-1", "8-2"]),
        (["--member", "苏眉", "--due", "6d"], []),
        (["--status", "open"], ["8-1", "9-1", "8-2"]),
        (["--status", "proposed"], []),
    ],
    ids=str,
)
def test_the_ledger_is_listed_by_what_is_asked(entered, listed, options, numbers):
    assert listed(*options) == numbers


def test_the_day_after_its_due_day_a_commitment_is_overdue(entered, listed, clock, duban):
    clock["now"] = datetime(2026, 6, 30, 15, 59, tzinfo=UTC)  # a minute to midnight in Shanghai
    assert listed("--overdue") == []
    clock["now"] = datetime(2026, 6, 30, 16, 0, tzinfo=UTC)
    assert listed("--overdue") == ["8-1"]
    line = next(line for line in duban("list")[1].splitlines() if "8-1" in line)
    assert "1 d" in line


@pytest.mark.parametrize("days", ["soon", "-1", "7w", "1.5", "99999"])
def test_days_that_are_none_are_wrong_usage(duban, days):
    code, _, said = duban("list", "--due", days)
    assert code == 2
    assert "--due" in said


@pytest.mark.parametrize(
    "words",
    [
        ["list", "--status", "lost"],
        ["read"],
        ["invite"],
        ["nonsense"],
        ["when", "6月底前"],
        ["reply", "办结", "--on", "today"],
    ],
)
def test_wrong_usage_is_exit_code_2(duban, words):
    assert duban(*words)[0] == 2


def test_an_invitation_is_printed_once(duban):
    code, printed, _ = duban("invite", "--role", "contact", "--name", "于帆", "--bureau", "青石县水务局")
    assert code == 0
    assert len(CODE.findall(printed)) == 1


def test_a_contact_without_a_bureau_is_not_invited(duban):
    code, _, said = duban("invite", "--role", "contact", "--name", "于帆")
    assert code == 1
    assert "needs a bureau" in said


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_roster_is_entered(duban, write, encoding):
    roster = write("people.csv", "姓名,角色,单位\n周宁,办公室,\n于帆,联络员,青石县水务局\n".encode(encoding))
    code, printed, _ = duban("people", "import", roster)
    assert (code, "people.csv: 2 entered" in printed) == (0, True)


@pytest.mark.parametrize(
    ("content", "why"),
    [("name,role\n周宁,office\n于帆,contact\n", "line 3"), ("name\n周宁\n", "line 1"), ("", "empty")],
)
def test_a_roster_with_a_wrong_line_is_refused_in_one_line(duban, write, content, why):
    code, _, said = duban("people", "import", write("people.csv", content))
    assert code == 1
    assert said.startswith("people.csv: ")
    assert why in said
    assert len(said.splitlines()) == 1


def test_a_time_is_understood(duban):
    code, printed, _ = duban("when", "我局将于6月底前疏浚北渠", "--on", "2026-03-09", "--json")
    found = json.loads(printed)
    assert (code, found["when"], found["span"], found["due"]) == (0, "6月底前", [4, 8], "2026-06-30")


def test_a_reply_is_understood(duban):
    code, printed, _ = duban(
        "reply", "推迟到8月31日，设备未到货", "--on", "2026-06-29", "--due", "2026-06-30", "--json"
    )
    found = json.loads(printed)
    assert (code, found["status"], found["new_due"]) == (0, "delay", "2026-08-31")


def test_without_a_token_nothing_is_served(duban):
    code, _, said = duban("serve")
    assert code == 1
    assert "telegram.token" in said
    assert len(said.strip().splitlines()) == 1


def test_wrong_settings_are_one_line_each(duban, write):
    write("config.toml", "[chat]\nqoutes = 1\n[place]\nnear_days = -1\n")
    code, _, said = duban("list")
    assert code == 1
    assert len(said.splitlines()) == 2
    assert "chat.qoutes: unknown key" in said
