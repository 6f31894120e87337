from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from affiche.cli import main
from tests.factories import NOW
from tests.projects import make_tiny

OPTIONS = ("title.fr=Nuit", "type=concert", "organisers=zinneke", "start=2027-03-12 20:00", "source=Un tract")


def run(root: Path, *arguments: str, lines: str = "", locale: str = "nl_BE.UTF-8") -> Result:
    """What `affiche new` does in a project, of which the lines are typed."""
    fields = [part for option in arguments if "=" in option for part in ("--set", option)]
    others = [each for each in arguments if "=" not in each]
    command = ["new", *others, "--config-file", str(root / "mkdocs.yml"), *fields]
    env = {"SOURCE_DATE_EPOCH": str(int(NOW.timestamp())), "LC_ALL": locale}
    return CliRunner().invoke(main, command, input=lines, env=env)


def test_options_write_a_file_and_check_it_without_a_question(tmp_path: Path) -> None:
    root = make_tiny(tmp_path)
    done = run(root, "event", "--no-questions", *OPTIONS)
    assert done.exit_code == 0, done.output
    assert done.stdout.splitlines()[1] == "Geschreven: content/events/2027/nuit.md"
    assert "title:\n  fr: " in (root / "content/events/2027/nuit.md").read_text(encoding="utf-8")


def test_second_file_of_the_same_name_is_refused_or_gets_another(tmp_path: Path) -> None:
    root = make_tiny(tmp_path)
    codes = [
        run(root, "event", "--no-questions", *arguments, *OPTIONS).exit_code for arguments in ([], ["--id", "nuit"], [])
    ]
    assert codes == [0, 1, 0]
    assert sorted(path.name for path in (root / "content/events/2027").iterdir()) == ["nuit-2027.md", "nuit.md"]


def test_file_with_an_error_is_written_and_told(tmp_path: Path) -> None:
    done = run(make_tiny(tmp_path), "event", "--no-questions", *OPTIONS, "organisers=Nobody")
    assert (done.exit_code, "organiser-unknown" in done.stdout) == (1, True)


def test_wrong_use_is_told(tmp_path: Path) -> None:
    root = make_tiny(tmp_path)
    assert run(root, "event", "--no-questions", "title.fr=").exit_code == 2
    missing = run(root, "event", "--no-questions", "title.fr=Nuit", "--language", "fr")
    assert (missing.exit_code, missing.stderr.splitlines()[1]) == (
        1,
        "Le champ « Type d’événement (type) » manque ; sans lui, la fiche ne peut pas paraître.",
    )


def test_questions_are_asked_in_the_language_of_the_person(tmp_path: Path) -> None:
    root = make_tiny(tmp_path)
    answers = ["Le Nord", "", "", "1000", "Bruxelles", "", "", "Un tract", ""]
    done = run(root, "venue", lines="\n".join([*answers, ""]), locale="fr_BE.UTF-8")
    assert done.exit_code == 0, done.output
    assert "C'est écrit : content/venues/le-nord.md" in done.stdout


def test_person_who_stops_has_written_nothing(tmp_path: Path) -> None:
    root = make_tiny(tmp_path)
    done = run(root, "venue", lines="Le Nord\n")
    assert (done.exit_code, done.stderr) == (1, "\nGestopt: er is niets geschreven.\n")
    assert not (root / "content" / "venues").exists()
