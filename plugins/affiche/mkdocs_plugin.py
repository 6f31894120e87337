"""The MkDocs door: the engine makes the editorial pages, the core all the others; runs under ProperDocs too."""

from __future__ import annotations

from dataclasses import astuple
from itertools import starmap
from pathlib import Path, PurePosixPath
from typing import Any

import click
from mkdocs.config import base
from mkdocs.config import config_options as c
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from affiche.build import prepare_site, publish_site
from affiche.clock import ClockError, read_clock, read_stopwatch
from affiche.desk.report import render_each
from affiche.model.settings import SettingsError
from affiche.outputs.artifact import file_artifact
from affiche.outputs.pages.editorial import editorial_page, render_engine_page
from affiche.plan import Plan
from affiche.sources.editorial import EditorialPage
from affiche.sources.kept_folder import OURS
from affiche.sources.settings import make_folders, make_settings
from affiche.sources.staged import load_staged
from affiche.writer.errors import WriteError

logger = get_plugin_logger(__name__)


class AfficheConfig(base.Config):  # type: ignore[no-untyped-call]  # the engine's own
    """The settings of the site, as the content model's reference lists them."""

    languages = c.Type(list, default=[])
    time_zone = c.Type(str, default="")
    identity_host = c.Type(str, default="")
    security_contact = c.Type(str, default="")
    desk_contact = c.Type(str, default="")
    feedback_form = c.Type(str, default="")
    hours_style = c.Type(dict, default={})
    video_hosts = c.Type(list, default=[])
    data_licence = c.Type(str, default="")
    text_licence = c.Type(str, default="")
    image_avif = c.Type(bool, default=False)
    social_weeks = c.Type(int, default=0)
    count_links = c.Type(bool, default=False)
    content_dir = c.Type(str, default="content")
    data_dir = c.Type(str, default="data")
    publish = c.Type(bool, default=False)


class AffichePlugin(BasePlugin[AfficheConfig]):  # type: ignore[no-untyped-call]  # the engine's own
    """Lets the engine build beside the site, then writes the core's files and the engine's as one."""

    @event_priority(-100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Turns the engine to a folder of its own, so that it never empties the site."""
        self.started, self.out = read_stopwatch(), Path(config.site_dir)
        config.site_dir = str(self.out.parent / OURS / f"{self.out.name}-engine")
        folders = make_folders(Path(config.config_file_path or "").parent, self.config, config.theme.custom_dir)
        config.watch += [str(path) for path in astuple(folders) if path.exists() and str(path) not in config.watch]
        try:
            plan = Plan(make_settings(self.config, config), folders, read_clock(), self.config.publish)
            self.prepared = prepare_site(plan)
        except (SettingsError, ClockError, OSError) as error:
            raise PluginError(f"affiche: {error}") from error
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Names what is wrong, a warning each, and refuses it under `--strict` before anything is written."""
        languages, records = self.prepared.site.languages, self.prepared.content.records
        for problem, told in render_each(self.prepared.problems, languages, records):
            (logger.error if problem.is_error else logger.warning)(told)  # `--quiet` keeps what is left out
        for remark in filter(None, (*self.prepared.former, self.prepared.remark)):
            logger.info("%s", remark)
        if refusal := self.prepared.refusal(strict=bool(config.strict)):
            raise PluginError(f"affiche: {refusal}")

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Gives editorial pages the addresses of the site's languages, and leaves the theme's own files out."""
        self.pages = [file for file in files if file.src_dir == config.docs_dir or file.generated_by]
        for file in filter(File.is_documentation_page, self.pages):
            if (place := _place(file))[0] in self.prepared.site.languages:
                file.dest_uri = f"{self.prepared.site.routes.page(*place)}index.html"
            else:
                logger.info("affiche: %s is in no language of the site: left out", file.src_uri)
                files.remove(file)
        return files

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> None:
        """The sitemap and the page for lost addresses are the core's."""
        config.theme.static_templates.clear()

    def on_page_context(self, context: Any, *, page: Page, config: MkDocsConfig, nav: Any) -> Any:
        """Hands `main.html` the whole page, in the same template as every other."""
        language, key = _place(page.file)
        written = [code for code, other in map(_place, self.pages) if other == key]
        source = EditorialPage(key, language, str(page.title), str((page.meta or {}).get("description", "")))
        ours = editorial_page(self.prepared.site, source, written)
        return context | {"affiche": render_engine_page(self.prepared.site, ours, page.content or "")}

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Writes the site: the core's files and what the engine made."""
        staged, config.site_dir = Path(config.site_dir), str(self.out)
        made = load_staged(staged, [file.dest_uri for file in self.pages])
        try:
            written = publish_site(self.prepared, self.out, lambda _site: starmap(file_artifact, made))
        except (WriteError, OSError) as error:
            raise PluginError(f"affiche: {error}") from error
        click.echo(written.summary(read_stopwatch() - self.started))


def _place(file: File) -> tuple[str, str]:
    """The language and the key of an editorial page's file: `fr/about.md`."""
    return (path := PurePosixPath(file.src_uri)).parts[0], path.stem
