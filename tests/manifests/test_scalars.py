"""Unquoted scalars mean what they mean to the API server, which is not what PyYAML makes of them."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.manifests.scalars import resolve_plain, resolve_tagged


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("y", True),
        ("On", True),
        ("n", False),
        ("~", None),
        ("", None),
        ("Null", None),
        ("0x50", 80),
        ("0120", 80),
        ("0o120", 80),
        ("0b11", 3),
        ("1_000", 1000),
        ("+7", 7),
        ("9" * 30, 1e30),
        ("-0x10", -16),
        ("8e3", 8000.0),
        ("08", 8.0),
        ("8080.0", 8080.0),
        (".5", 0.5),
        (".inf", math.inf),
    ],
)
def test_numbers_and_words_are_read_as_go_reads_them(text, value):
    assert resolve_plain(text) == value
    assert type(resolve_plain(text)) is type(value)


@pytest.mark.parametrize(
    "text", ["1:30", "2024-01-02", "yEs", "1.2.3", "0x", "0b2", "1e", "--1", ".", "12a", "nul", "1 2"]
)
def test_what_only_looks_like_a_number_or_a_date_stays_text(text):
    assert resolve_plain(text) == text


def test_a_tag_decides_and_a_false_one_is_refused():
    assert resolve_tagged("tag:yaml.org,2002:str", "80") == "80"
    assert resolve_tagged("tag:yaml.org,2002:float", "80") == 80.0
    assert resolve_tagged("tag:yaml.org,2002:binary", "aGk=") == "hi"
    assert resolve_tagged("!mine", "80") == "80"
    with pytest.raises(ValueError, match="cannot read `web` as !!int"):
        resolve_tagged("tag:yaml.org,2002:int", "web")


@given(st.text())
def test_every_text_resolves_to_something(text):
    resolve_plain(text)


@given(st.integers(-(2**63), 2**64 - 1))
def test_decimal_integers_are_themselves(number):
    assert resolve_plain(str(number)) == number
