"""All files of the desk: its pages, and for each newsletter HTML for mails and plain text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from affiche.outputs.artifact import Artifact
from affiche.outputs.newsroom.archive import week_artifacts
from affiche.outputs.newsroom.issues import issues
from affiche.outputs.newsroom.mail import mail_artifacts
from affiche.outputs.newsroom.pages import desk_artifacts
from affiche.outputs.output import Output
from affiche.outputs.site import Site


def newsroom_artifacts(site: Site) -> Iterator[Artifact]:
    """The pages, then the files of today's newsletters and of every past week."""
    yield from desk_artifacts(site)
    for issue in issues(site):
        stamp = issue.stamp(site)
        for language in site.languages:
            yield from mail_artifacts(site, language, issue.key, stamp, partial(issue.letter, site, language))
    yield from week_artifacts(site)


NEWSROOM = Output("newsroom", newsroom_artifacts)
