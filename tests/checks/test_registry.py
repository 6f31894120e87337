"""All rules together."""

from __future__ import annotations

from importlib import import_module
from inspect import signature
from pathlib import Path
from pkgutil import iter_modules

import pytest

import affiche.checks
from affiche.checks.registry import CHECKS, check
from tests.scopes import event, organisation, scope_of, told, venue


def test_every_rule_is_registered() -> None:
    modules = [import_module(f"affiche.checks.{module.name}") for module in iter_modules(affiche.checks.__path__)]
    functions = {item for module in modules for name, item in vars(module).items() if name.startswith("check_")}
    assert {rule for rule in functions if [*signature(rule).parameters] == ["scope"]} == {*CHECKS}


@pytest.mark.parametrize("workers", [1, 2])
def test_problems_of_all_rules_are_in_the_order_of_files_and_lines(tmp_path: Path, workers: int) -> None:
    files = {
        "venues/a.md": venue("operator: nobody", municipality="Ixeles"),
        "organisations/zinneke.md": organisation("venues: [b]", "redirect_from: [zinneke-2]"),
        "organisations/zinneke-2.md": organisation("replaced_by: zinneke-2"),
        "events/b.md": event("start: 2027-03-28 02:30", title="{fr: Nuit}"),
        "events/a.md": event("start: 2026-12-05", "venue: b"),
    }
    assert [(each.path, each.at, each.code) for each in told(check(scope_of(tmp_path, files), workers))] == [
        ("events/a.md", "6:8", "venue-unknown"),
        ("events/b.md", "2:8", "translation-missing"),
        ("events/b.md", "5:8", "moment-impossible"),
        ("organisations/zinneke-2.md", "4:14", "redirect-loop"),
        ("organisations/zinneke.md", "4:10", "venue-unknown"),
        ("organisations/zinneke.md", "5:17", "id-taken"),
        ("venues/a.md", "4:15", "municipality-unknown"),
        ("venues/a.md", "5:11", "organiser-unknown"),
    ]


def test_nothing_is_wrong_with_nothing(tmp_path: Path) -> None:
    assert check(scope_of(tmp_path, {})) == []
