from __future__ import annotations

import pickle
import string

import pytest

from ingest import errors


def kinds(base: type[errors.ReadError]) -> list[type[errors.ReadError]]:
    return [base, *(kind for below in base.__subclasses__() for kind in kinds(below))]


@pytest.mark.parametrize("kind", kinds(errors.ReadError), ids=lambda kind: kind.code)
def test_every_failure_says_what_to_do_and_crosses_processes(kind):
    values = {name: "7" for _, name, _, _ in string.Formatter().parse(kind.message) if name}
    error = kind(**values)
    assert str(error).endswith(".")
    assert "{" not in str(error)
    copy = pickle.loads(pickle.dumps(error))
    assert type(copy) is kind
    assert str(copy) == str(error)


def test_codes_are_distinct():
    codes = [kind.code for kind in kinds(errors.ReadError)]
    assert len(codes) == len(set(codes))
