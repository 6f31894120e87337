"""Styles, scripts and icons as they are served."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from affiche.sources.assets import address, load_assets, scripts_behind


def design(folder: Path, **files: str) -> Path:
    """A folder of our own design; the names have `__` for `/` and `_` for `.`."""
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def digest(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def test_an_asset_is_its_bytes_and_their_digest_by_name(tmp_path: Path) -> None:
    assets = load_assets(design(tmp_path, assets__icon_svg="<svg/>", assets__fonts__b_woff2="d"))
    assert assets == {"icon.svg": (b"<svg/>", digest(b"<svg/>")), "fonts/b.woff2": (b"d", digest(b"d"))}
    assert address("icon.svg", assets) == f"icon.svg?{digest(b'<svg/>')[:8]}"


def test_the_files_of_the_styles_are_one_sheet_in_the_order_of_their_names(tmp_path: Path) -> None:
    root = design(
        tmp_path, styles__20_css="/* Two */\na { b: c; }\n", styles__10_css="@media print {\n  d { e: f; }\n}\n"
    )
    assert load_assets(root)["affiche.css"][0] == b"@media print{d{e:f}}a{b:c}"


def test_a_script_is_served_without_its_comments(tmp_path: Path) -> None:
    root = design(tmp_path, assets__a_js="// Says so.\nconst said = `// ${1} ` + /\\/\\// .source;\n")
    assert load_assets(root)["a.js"][0] == b"const said=`// ${1} `+/\\/\\//.source;"


def test_an_import_changes_its_address_with_all_that_is_behind_it(tmp_path: Path) -> None:
    scripts = {
        "assets__a_js": 'import { b } from "./b.js";\n',
        "assets__b_js": 'export const b = () => import("./c.js");\n',
    }
    before = load_assets(design(tmp_path / "before", **scripts, assets__c_js="export {};\n"))
    after = load_assets(design(tmp_path / "after", **scripts, assets__c_js="export const c = 1;\n"))
    assert before["a.js"][0] == f'import{{b}}from"./{address("b.js", before)}";'.encode()
    assert before["b.js"][0] == f'export const b=()=>import("./{address("c.js", before)}");'.encode()
    assert [name for name in before if before[name] == after[name]] == []


def test_scripts_of_folders_import_each_other_by_their_paths(tmp_path: Path) -> None:
    scripts = {
        "assets__a_js": 'import "./of/b.js";\n',
        "assets__of__b_js": 'import "./c.js";\nimport "../d.js";\n',
        "assets__of__c_js": "export {};\n",
        "assets__d_js": "export {};\n",
    }
    assets = load_assets(design(tmp_path, **scripts))
    assert assets["a.js"][0] == f'import"./{address("of/b.js", assets)}";'.encode()
    imports = f'import"./{address("of/c.js", assets, "c.js")}";import"../{address("d.js", assets)}";'
    assert assets["of/b.js"][0] == imports.encode()


def test_all_that_a_script_imports_at_once_or_later_is_known_by_its_address(tmp_path: Path) -> None:
    scripts = {
        "assets__a_js": 'import "./of/b.js";\n',
        "assets__of__b_js": 'export const c = () => import("../c.js");\n',
        "assets__c_js": 'import "./d.js";\n',
        "assets__d_js": "export {};\n",
        "assets__other_js": "export {};\n",
    }
    assets = load_assets(design(tmp_path, **scripts))
    assert scripts_behind("a.js", assets) == [address(name, assets) for name in ("c.js", "d.js", "of/b.js")]
    assert scripts_behind("d.js", assets) == []


def test_an_import_of_nothing_and_a_circle_are_errors(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"^a\.js imports b\.js$"):
        load_assets(design(tmp_path / "gone", assets__a_js='import "./b.js";\n'))
    circle = design(tmp_path / "circle", assets__a_js='import "./b.js";\n', assets__b_js='import "./a.js";\n')
    with pytest.raises(ValueError, match=r"^a\.js imports b\.js imports a\.js$"):
        load_assets(circle)


def test_a_design_without_assets_has_none(tmp_path: Path) -> None:
    assert load_assets(tmp_path) == {}
