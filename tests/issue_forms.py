"""The issue forms of `.github/ISSUE_TEMPLATE/`, made from models and catalogues: `make examples` renews them."""

from __future__ import annotations

from affiche.desk.feedback.form import render_feedback_form
from affiche.desk.issue.form import render_chooser, render_file_form, render_form
from affiche.locales import DESK, catalogue_languages
from tests.factories import NOW, site
from tests.projects import ROOT, plan_of

FOLDER = ROOT / ".github" / "ISSUE_TEMPLATE"


def forms() -> dict[str, str]:
    """The files by name: a number puts each in its place in GitHub's list."""
    settings = plan_of(ROOT, NOW).settings
    made = site(settings=settings)
    guides = {language: made.absolute(made.routes.page(language, "guide")) for language in settings.languages}
    files = {"config.yml": render_chooser(guides)}
    for language in settings.languages:
        files[f"1-event-{language}.yml"] = render_form(language, settings.languages)
        files[f"2-file-{language}.yml"] = render_file_form(language)
    for language in catalogue_languages(DESK):
        files[f"3-feedback-{language}.yml"] = render_feedback_form(language)
    return files


def main() -> None:
    """Writes the forms."""
    for name, text in forms().items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
