"""Every case of the table, as painted on the canvas, in both themes, and as told to a screen reader."""

import pytest

from tests.browser.doing import make_board, open_board
from tests.browser.seeing import eventually, in_paint, in_words
from tests.truth.table import CASES, expected


@pytest.mark.parametrize("case", CASES)
def test_the_pixels_of_every_arrow_have_the_colour_of_the_table(page, base_url, case):
    open_board(page, make_board(base_url, example=case))
    eventually(lambda: in_words(page), expected(case))
    eventually(lambda: in_paint(page), expected(case))


def test_in_the_dark_theme_too(page, base_url):
    page.emulate_media(color_scheme="dark")
    open_board(page, make_board(base_url, example="case-5"))
    eventually(lambda: in_paint(page), expected("case-5"))
