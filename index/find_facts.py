"""Facts that a question is about: a small ranking over tasks or targets, all in memory.

The words that only ask ("ai chủ trì ...", "... là bao nhiêu") are left out. What remains counts by its rarity among
the records: syllables and pairs of adjacent syllables, through the analysis of the search (`index.analyze`), so
queries without diacritics and abbreviations find the same. score = weight of what is found / weight of all that is
asked, 0..1; a word found only in a lesser field counts less.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from index.abbreviate import Abbreviations
from index.analyze import Occurrences, analyze, syllable_spans, syllables
from index.bm25 import Term
from index.highlight import phrase_test
from index.query import quoted_phrases, tidy
from index.terms import lacks_diacritics, query_terms
from ingest.clean.fold import match_form, strip_diacritics

Record = TypeVar("Record")
#: What is searched of a record: a text, or fields with their weights (1.0 for the most telling one).
Fields = str | Sequence[tuple[str, float]]
Scores = npt.NDArray[np.float64]

LEAST = 0.5  # a record matches from this share of what is asked
LEAST_OF_BEST = 0.7  # and from this share of the best record's score: with a full match at hand a half one is noise

# Words that ask. Matched against the query as typed, and without marks where the query has none.
_ASKING = r"""
    (?:do|giao\ cho|thuộc\ về|cho)\ ai(?:\ (?:chủ\ trì|phụ\ trách|thực\ hiện|đảm\ nhiệm|làm))?
  | (?:^|\b)ai\ (?:là\ |sẽ\ |phải\ |có\ |được\ )*(?:người\ )?(?:chủ\ trì|phụ\ trách|thực\ hiện|theo\ dõi|đôn\ đốc
      |chịu\ trách\ nhiệm|phối\ hợp|tham\ mưu|làm|đảm\ nhiệm|giao|lo)?(?:\ (?:việc|nhiệm\ vụ|về))?
  | (?:các\ |những\ )?(?:đơn\ vị|cơ\ quan|phòng\ ban|bộ\ phận|tổ\ chức|sở|phòng|ngành)\ nào
      (?:\ (?:được\ giao|sẽ|phải|là|có))*(?:\ (?:chủ\ trì|phụ\ trách|thực\ hiện|theo\ dõi|đôn\ đốc|phối\ hợp
      |chịu\ trách\ nhiệm|tham\ mưu|làm|đầu\ mối))?(?:\ (?:việc|nhiệm\ vụ))?
  | ^(?:cơ\ quan\ |đơn\ vị\ )?(?:chủ\ trì|phụ\ trách)(?:\ (?:việc|nhiệm\ vụ))?(?=\ )
  | (?:bao\ giờ|khi\ nào|lúc\ nào|đến\ khi\ nào|(?:trước\ )?(?:ngày|tháng|quý|năm)\ nào|bao\ lâu)
      (?:\ (?:thì|phải|sẽ|mới|hoàn\ thành|xong|hết\ hạn|đến\ hạn))*
  | (?:thời\ hạn|hạn\ chót|hạn\ cuối|hạn)\ (?:của|hoàn\ thành|nộp)?
  | (?:là\ |đạt\ |được\ )*(?:bao\ nhiêu|mấy)(?:\ (?:phần\ trăm|%|bậc|điểm))?
  | (?:là|làm|gồm|có|những|phải\ làm|cần\ làm)\ (?:những\ )?(?:gì|việc\ gì)
  | (?:như\ )?thế\ nào | ra\ sao | ở\ đâu | (?:những|các)\ (?:việc|nhiệm\ vụ|chỉ\ tiêu)\ (?:nào|gì)
  | (?:^|\b)(?:chỉ\ tiêu|mục\ tiêu|nhiệm\ vụ|công\ việc)\ (?:nào|gì|về|của)
"""


@cache
def _asking(bare: bool) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{strip_diacritics(_ASKING) if bare else _ASKING})(?!\w)", re.VERBOSE)


def without_question(query: str) -> str:
    """A query without the words that only ask; as it is where nothing else would remain.

    >>> without_question("ai chủ trì rà soát TTHC?"), without_question("don vi nao phoi hop tap huan")
    ('rà soát TTHC', 'tap huan')
    >>> without_question("rà soát quy chế phối hợp"), without_question("ai chủ trì")
    ('rà soát quy chế phối hợp', 'ai chủ trì')
    >>> without_question("tỷ lệ hồ sơ trực tuyến đến năm 2030 là bao nhiêu phần trăm?")
    'tỷ lệ hồ sơ trực tuyến đến năm 2030'
    """
    text = tidy(query).strip(" ?!.")
    form = match_form(text)
    bare = lacks_diacritics(syllables(text))
    kept, at = [], 0
    for match in _asking(bare).finditer(strip_diacritics(form) if bare else form):
        kept.append(text[at : match.start()])
        at = match.end()
    rest = " ".join("".join([*kept, text[at:]]).split()).strip(" ,;:?!.")
    return rest if syllables(rest) else text


class FactIndex:
    """Records' words, made once and asked many times. `fields[n]` belongs to record n."""

    def __init__(self, fields: Sequence[Fields]) -> None:
        texts: list[tuple[str]] = []
        owners: list[int] = []
        weights: list[float] = []
        self._texts: list[str] = []
        for number, given in enumerate(fields):
            parts = [(given, 1.0)] if isinstance(given, str) else given
            for text, weight in parts:
                if text:
                    texts.append((text,))
                    owners.append(number)
                    weights.append(weight)
            self._texts.append("\n".join(text for text, _ in parts))
        self._size = len(self._texts)
        self._owners = np.array(owners, dtype=np.int64)
        self._weights = np.array(weights, dtype=np.float64)
        self._found: Occurrences = analyze(texts)

    def scores(self, query: str, abbreviations: Abbreviations | None = None) -> Scores:
        """Share of the query that each record holds, 0 where it doesn't match. A blank query matches nothing."""
        terms = _terms(query, abbreviations or Abbreviations())
        total = np.zeros(self._size)
        if not terms or not self._size:
            return total
        asked = 0.0
        for term in terms:
            held = self._held(term)
            frequency = int(np.count_nonzero(held))
            weight = term.weight * float(np.log1p((self._size - frequency + 0.5) / (frequency + 0.5)))
            asked += weight
            total += weight * held
        total /= asked
        for phrase in quoted_phrases(tidy(query)):
            holds = phrase_test(phrase, bare=lacks_diacritics(syllables(phrase)))
            total *= np.fromiter(map(holds, self._texts), dtype=np.float64, count=self._size)
        total[total < max(LEAST, LEAST_OF_BEST * float(total.max()))] = 0
        return total

    def _held(self, term: Term) -> Scores:
        """Per record the weight of the best field that holds the term, else 0."""
        hit = np.zeros(len(self._found.terms), dtype=np.bool_)
        for value in term.hashes:
            hit |= self._found.terms == np.uint64(value)
        for value in term.bares:
            hit |= self._found.bares == np.uint64(value)
        rows = np.unique(self._found.rows[hit])
        held = np.zeros(self._size)
        np.maximum.at(held, self._owners[rows], self._weights[rows])
        return held


def _terms(query: str, abbreviations: Abbreviations) -> list[Term]:
    text = without_question(query)
    parts = syllables(text)
    bare = lacks_diacritics(parts)
    written = [""] * len(parts) if text.isupper() else _as_written(text)
    return query_terms(abbreviations.words(list(zip(parts, written, strict=True)), bare))


def _as_written(text: str) -> list[str]:
    return [text[start:end] for _, start, end in syllable_spans(text)]


def find(
    records: Sequence[Record],
    query: str,
    text_of: Callable[[Record], Fields],
    abbreviations: Abbreviations | None = None,
) -> list[tuple[Record, float]]:
    """Records that match a query, best first (equal ones in their order), with scores in (0, 1].

    `text_of` gives a record's text or its fields with weights. `abbreviations`: those that the documents
    define beside those of the field (`Abbreviations(store.abbreviations())`).

    >>> tasks = ["Rà soát, đơn giản hóa thủ tục hành chính", "Tập huấn kỹ năng số", "Rà soát văn bản QPPL"]
    >>> [text for text, _ in find(tasks, "ai chu tri ra soat tthc", str)]
    ['Rà soát, đơn giản hóa thủ tục hành chính']
    """
    scores = FactIndex([text_of(record) for record in records]).scores(query, abbreviations)
    order = np.argsort(-scores, kind="stable")
    return [(records[n], float(scores[n])) for n in order.tolist() if scores[n] > 0]
