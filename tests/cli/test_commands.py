from importlib.metadata import EntryPoint

import pytest
from typer import Typer

from simulator import cli


@pytest.mark.parametrize("words", [["report"], ["report", "gate", "--strict", "x"]])
def test_a_command_that_is_not_wholly_installed_says_so_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    absent = EntryPoint("report", "a_module_that_is_absent:app", cli.COMMANDS)
    monkeypatch.setattr(cli, "entry_points", lambda group: [absent] if group else [])
    monkeypatch.setattr(cli, "app", Typer(callback=lambda: None, add_help_option=False))
    monkeypatch.setattr("sys.argv", ["espace-expert", *words])
    with pytest.raises(SystemExit) as end:
        cli.main()
    assert end.value.code == 2
    assert capsys.readouterr().err == (
        "La commande report demande une installation plus complète : "
        "pip install espace-expert[conformance].\n"
    )
