"""Classes of Vietnamese capitals and small letters."""

import re

import pytest

from ingest.clean.letters import LOWER, UPPER


def test_pairs_are_the_same_letter():
    assert UPPER.lower() == LOWER
    assert len(set(UPPER)) == len(UPPER) == 93


@pytest.mark.parametrize("letter", "aăâbcdđeêghiklmnoôơpqrstuưvxyạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ")
def test_no_small_letter_is_a_capital(letter):
    assert not re.match(f"[{UPPER}]", letter)
    assert re.match(f"[{UPPER}]", letter.upper())
    assert re.match(f"[{LOWER}]", letter)
