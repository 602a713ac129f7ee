"""Facts that a question is about: a small ranking over tasks or targets, all in memory.

The words that only ask ("ai chủ trì ...", "... là bao nhiêu") are left out. What remains is looked up through the
analysis of the search (`index.analyze`), so queries without diacritics and abbreviations find the same. A syllable
counts by its rarity among the records; in full where a neighbour in the query stands beside it, as words of several
syllables do, by `APART` where not ("soát" of "kiểm soát" for "rà soát"); less where only a lesser field holds it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from itertools import islice, pairwise
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from index.abbreviate import Abbreviations
from index.analyze import analyze, syllable_spans, syllables
from index.bm25 import Term
from index.highlight import phrase_test
from index.postings import Segment, build_segment
from index.query import quoted_phrases, tidy
from index.terms import Word, lacks_diacritics, query_terms
from ingest.clean.fold import match_form, strip_diacritics

Record = TypeVar("Record")
#: What is searched of a record: a text, or fields with their weights (1.0 for the most telling one).
Fields = str | Sequence[tuple[str, float]]
Scores = npt.NDArray[np.float64]

APART = 0.5  # of a syllable found without either of its neighbours in the query
ABSENT = 0.5  # of a syllable that no record holds: another word for something that some may hold
ORDER = 0.1  # of the score: how many syllables stand beside both neighbours, to rank whole phrases first
_MOST_WORDS = 64  # of a query; the rest is ignored
_CHUNK = 4096  # texts analysed at a time, which bounds the memory that takes
LEAST = 0.5  # a record matches from this share of what is asked
LEAST_OF_BEST = 0.75  # and from this share of the best record's score: with a full match at hand a half one is noise

# Words that ask. Matched against the query as typed, and without marks where the query has none.
_ASKING = r"""
    (?:do|giao\ cho|thuộc\ về|cho)\ ai(?:\ (?:chủ\ trì|phụ\ trách|thực\ hiện|đảm\ nhiệm|làm))?
  | (?:^|\b)ai\ (?:là\ |sẽ\ |phải\ |có\ |được\ )*(?:người\ )?(?:chủ\ trì|phụ\ trách|thực\ hiện|theo\ dõi|đôn\ đốc
      |chịu\ trách\ nhiệm|phối\ hợp|tham\ mưu|làm|đảm\ nhiệm|giao|lo)?(?:\ (?:việc|nhiệm\ vụ|về))?
  | (?:các\ |những\ )?(?:đơn\ vị|cơ\ quan|phòng\ ban|bộ\ phận|tổ\ chức|sở|phòng|ngành)\ nào
      (?:\ (?:được\ giao|sẽ|phải|là|có))*(?:\ (?:chủ\ trì|phụ\ trách|thực\ hiện|theo\ dõi|đôn\ đốc|phối\ hợp
      |chịu\ trách\ nhiệm|tham\ mưu|làm|đầu\ mối))?(?:\ (?:việc|nhiệm\ vụ))?
  | ^(?:cơ\ quan\ |đơn\ vị\ )?(?:chủ\ trì|phụ\ trách)(?:\ (?:việc|nhiệm\ vụ))?(?=\ )
  | (?:chủ\ trì|phụ\ trách|đảm\ nhiệm)(?=$|\ (?:những|các)\ (?:việc|nhiệm\ vụ)\ (?:nào|gì))
  | (?:có\ )?(?:thời\ )?hạn(?:\ (?:là|đến|vào))*\ (?:khi|ngày|tháng|lúc)\ nào
  | (?:bao\ giờ|khi\ nào|lúc\ nào|đến\ khi\ nào|(?:trước\ )?(?:ngày|tháng|quý|năm)\ nào|bao\ lâu)
      (?:\ (?:thì|phải|sẽ|mới|hoàn\ thành|xong|hết\ hạn|đến\ hạn))*
  | ^(?:thời\ )?hạn(?:\ (?:chót|cuối))?(?=\ (?:gửi|nộp|trình|báo\ cáo|tổng\ kết|thực\ hiện))
  | (?:thời\ hạn|hạn\ chót|hạn\ cuối|hạn)\ (?:của|hoàn\ thành|nộp)?
  | (?:là\ |đạt\ |được\ )*(?:bao\ nhiêu(?:\ (?:phần\ trăm|%|bậc|điểm))?|mấy\ (?:phần\ trăm|%|bậc|điểm|lần))
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
    """Records' words, made once and asked many times. `fields[n]` belongs to record n. Never changes once made."""

    def __init__(self, fields: Sequence[Fields]) -> None:
        self._size = 0
        self._rows: dict[str, int] = {}  # text -> its number; many records share the title of their document
        self._segments: list[tuple[int, Segment]] = []  # number of the first text, words of this and the next
        self._row_of = self._owners = np.empty(0, dtype=np.int64)
        self._weights = np.empty(0, dtype=np.float64)
        self._add(fields)

    def __len__(self) -> int:
        return self._size

    def extended(self, fields: Sequence[Fields]) -> FactIndex:
        """This index with more records behind its own; only their words are analysed."""
        made = FactIndex(())
        made._size, made._rows, made._segments = self._size, dict(self._rows), list(self._segments)
        made._row_of, made._owners, made._weights = self._row_of, self._owners, self._weights
        made._add(fields)
        return made

    def _add(self, fields: Sequence[Fields]) -> None:
        first = len(self._rows)
        row_of: list[int] = []
        owners: list[int] = []
        weights: list[float] = []
        for number, given in enumerate(fields, start=self._size):
            for text, weight in [(given, 1.0)] if isinstance(given, str) else given:
                if text:
                    row_of.append(self._rows.setdefault(text, len(self._rows)))
                    owners.append(number)
                    weights.append(weight)
        self._size += len(fields)
        self._row_of = np.append(self._row_of, np.array(row_of, dtype=np.int64))
        self._owners = np.append(self._owners, np.array(owners, dtype=np.int64))
        self._weights = np.append(self._weights, np.array(weights, dtype=np.float64))
        texts = list(islice(self._rows, first, None))
        for start in range(0, len(texts), _CHUNK):
            words = analyze([(text,) for text in texts[start : start + _CHUNK]])
            self._segments.append((first + start, build_segment(words)))

    def scores(
        self, query: str, abbreviations: Abbreviations | None = None, among: npt.NDArray[np.int64] | None = None
    ) -> Scores:
        """How much of the query each record holds, 0..1; 0 where it doesn't match. A blank query matches nothing.

        `among`: only these records may match; how rare words are is known from all.
        """
        words = query_words(query, abbreviations or Abbreviations())
        if not words or not self._size:
            return np.zeros(self._size)
        pairs = [self._held(query_terms(two)[-1]) for two in pairwise(words)]
        asked = 0.0
        found = np.zeros(self._size)
        side_by_side = np.zeros(self._size)
        for position, word in enumerate(words):
            held = self._held(query_terms((word,))[0])
            frequency = int(np.count_nonzero(held))
            weight = float(np.log1p((self._size - frequency + 0.5) / (frequency + 0.5)))
            if not frequency:
                weight *= ABSENT
            asked += weight
            beside = [pairs[at] for at in (position - 1, position) if 0 <= at < len(pairs)]
            if beside:
                confirmed = np.max(beside, axis=0) if len(beside) > 1 else beside[0]
                side_by_side += weight * np.mean(beside, axis=0)
                held = np.maximum(held * APART, confirmed)
            else:
                side_by_side += weight * held
            found += weight * held
        found /= asked
        for phrase in quoted_phrases(tidy(query)):
            found *= self._holding(phrase)
        if among is not None:
            others = np.ones(self._size, dtype=np.bool_)
            others[among] = False
            found[others] = 0
        found[found < max(LEAST, LEAST_OF_BEST * float(found.max()))] = 0
        matched = found > 0
        found[matched] = (1 - ORDER) * found[matched] + ORDER * side_by_side[matched] / asked
        return found

    def _held(self, term: Term) -> Scores:
        """Per record the weight of the best field that holds the term, else 0."""
        texts = np.zeros(len(self._rows), dtype=np.bool_)
        for first, segment in self._segments:
            places = {p for value in term.hashes for p in segment.find(value)}
            places.update(p for value in term.bares for p in segment.find_bare(value))
            for place in places:
                texts[first + segment.postings(place)[0]] = True
        return self._of_records(texts)

    def _holding(self, phrase: str) -> Scores:
        """1 for records with a field that holds the phrase, else 0."""
        test = phrase_test(phrase, bare=lacks_diacritics(syllables(phrase)))
        texts = np.fromiter(map(test, self._rows), dtype=np.bool_, count=len(self._rows))
        return (self._of_records(texts) > 0).astype(np.float64)

    def _of_records(self, texts: npt.NDArray[np.bool_]) -> Scores:
        held = np.zeros(self._size)
        edges = texts[self._row_of]
        np.maximum.at(held, self._owners[edges], self._weights[edges])
        return held


def query_words(query: str, abbreviations: Abbreviations) -> list[Word]:
    """Words that a query asks for, as `index.highlight.highlights` takes them."""
    text = without_question(query)
    capitals = text.isupper()
    typed = [(part, "" if capitals else text[start:end]) for part, start, end in syllable_spans(text)]
    typed = typed[:_MOST_WORDS]
    return abbreviations.words(typed, lacks_diacritics([part for part, _ in typed]))


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
