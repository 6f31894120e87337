from __future__ import annotations

import pytest

from affiche.model.skeleton import skeleton


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Вοzаг", "bozar"), ("Bo\u200bzar", "bozar"), ("Ｂｏｚａｒ", "bozar"), ("ВΟZАR", "bozar")],
)
def test_skeleton_of_a_name_is_what_the_eye_reads(name: str, expected: str) -> None:
    assert skeleton(name) == expected
