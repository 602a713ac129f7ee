"""What the learnt ranker sees of a query and a candidate: numbers that mean the same in every corpus.

A candidate is compared with the query over three fields: `heading` (what the passage is about), `body`
(what it says) and `outer` (what its document is about). Every measure is a share of what the
query could reach at most, so that short and long queries, laws and plans are on one scale.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from index.analyze import Hashes, bare_form, bare_hash, pair_hashes, syllable_hash, syllables, term_form
from index.bm25 import Bm25, Term
from index.rank import Ranked
from index.surroundings import Near
from index.syllable_codes import Units
from index.terms import PAIR_WEIGHT, Word
from index.within import Within
from ingest.clean.fold import nfc

Matrix = npt.NDArray[np.float32]
Codes = npt.NDArray[np.int32]
Floats = npt.NDArray[np.float32]
Flags = npt.NDArray[np.bool_]

MAX_UNITS = 48  # distinct syllables of a query that are compared
MAX_CHUNKS = 600  # words of one field; a passage has some 170, a single table row may have thousands
BLOCK = 16  # syllables
_NEAR = 5  # syllables between the members of a pair that still stand near each other
_K1 = 0.9
_USUAL_LENGTHS = np.array([12.0, 160.0, 30.0])  # syllables of each field
_TINY = 1e-6
_FIELDS = 3
_PREFIX = 12  # syllables of a heading that are compared with the start of the query
_BEFORE_IS = 12  # syllables before "là" that can be what is defined
# How questions begin before they say what is asked for.
_OPENINGS = (("quy", "định", "về"), ("quy", "định"))


@dataclass(frozen=True, slots=True)
class Candidate:
    """Texts of a passage: `heading` is the heading right above it, `body` its context and text, `outer`
    the title of its document and the headings farther up."""

    heading: str
    body: str
    outer: str = ""


NAMES: tuple[str, ...] = (
    "fused", "lexical", "semantic", "bm25", "cosine", "lexical_place", "semantic_place",
    "heading_cover", "body_cover", "cover", "heading_pairs", "body_pairs", "pairs", "near_pairs",
    "heading_bm25", "body_bm25", "heading_run", "body_run", "triples", "window", "window_place",
    "missing", "heading_share", "heading_length", "body_length", "query_length", "query_rarity", "defined",
    "counting", "body_share", "beside_bm25", "beside_cosine",
    "group_bm25", "group_top", "group_mean", "group_cosine", "group_size", "group_found", "group_fused",
    "group_share",
    "heading_known", "heading_rarest", "heading_rarity", "heading_prefix", "heading_start",
    "telling", "telling_pairs", "telling_heading", "telling_body", "telling_in_group", "telling_heading_in_group",
    "defines", "digits", "within", "behind", "document_place",
    "less_cover", "less_pairs", "less_near_pairs", "less_heading_pairs", "less_heading_share", "less_body_cover",
    "less_body_bm25", "less_body_run", "less_window", "less_bm25", "less_cosine",
    "less_cover_in_group", "less_pairs_in_group", "less_heading_share_in_group", "less_window_in_group",
    "less_cosine_in_group",
)  # fmt: skip

# Of these a candidate is also compared with the best one, and with the best one of its document: how much
# less it has. What the whole document is about is then not counted for every one of its passages.
_LESS = (
    "cover", "pairs", "near_pairs", "heading_pairs", "heading_share", "body_cover", "body_bm25", "body_run",
    "window", "bm25", "cosine",
)  # fmt: skip
_LESS_IN_GROUP = ("cover", "pairs", "heading_share", "window", "cosine")


@lru_cache(maxsize=16384)
def _heading_hashes(heading: str) -> list[int]:
    """Hashes of a heading's syllables."""
    return [syllable_hash(syllable) for syllable in syllables(heading)]


@dataclass(slots=True)
class Question:
    """A query made ready for comparison.

    `sequence` are the units (distinct syllables) in the order of the query; `weight[unit]` and
    `pair_weight[pair]` are inverse document frequencies; `pair[a, b]` numbers the neighbours, -1: none.
    """

    units: Units
    sequence: list[int]
    weight: Floats
    pair: npt.NDArray[np.int32]
    pair_weight: Floats
    reach: float
    defining: bool
    counting: bool
    opening: int = 0  # syllables at its start that only say that something is asked
    rarity: Callable[[Hashes], Floats] = np.zeros_like  # inverse document frequencies of any terms


# "khuyến nông là gì", "đơn vị trên bờ bao gồm những gì": a definition is asked for.
_DEFINING = (("là", "gì"), ("được", "hiểu"), ("nghĩa", "là"), ("nào", "là"), ("khái", "niệm"), ("định", "nghĩa"))
_COUNTING = frozenset({"nhiêu", "mấy"})


def question(words: Sequence[Word], bm25: Bm25) -> Question:
    """Make the words of a query ready for `features`."""
    units: dict[tuple[str, bool], int] = {}
    sequence: list[int] = []
    expansions: dict[tuple[str, int], list[int]] = {}
    kept: list[Word] = []
    for word in words:
        key = (bare_form(word.syllable), True) if word.bare else (term_form(word.syllable), False)
        if key not in units and len(units) >= MAX_UNITS:
            continue
        unit = units.setdefault(key, len(units))
        sequence.append(unit)
        kept.append(word)
        for alias in word.aliases:
            expansions.setdefault((term_form(alias), word.phrase), []).append(unit)
    terms = [Term((), (bare_hash(text),)) if bare else Term((syllable_hash(text),)) for text, bare in units]
    pairs: dict[tuple[int, int], int] = {}
    pair_terms: list[Term] = []
    for (left, a), (right, b) in pairwise(zip(kept, sequence, strict=True)):
        if a == b or (a, b) in pairs:
            continue
        pairs[a, b] = len(pairs)
        bare = left.bare or right.bare
        key_of = bare_hash if bare else syllable_hash
        hashes = np.array([key_of(left.syllable), key_of(right.syllable)], dtype=np.uint64)
        value = int(pair_hashes(hashes[:1], hashes[1:])[0])
        pair_terms.append(Term((), (value,)) if bare else Term((value,)))
    pair = np.full((len(units) + 1, len(units) + 1), -1, dtype=np.int32)
    for (a, b), number in pairs.items():
        pair[a, b] = number
    aliases: dict[str, list[int]] = {}
    for (alias, _), stands_for in expansions.items():
        aliases.setdefault(alias, stands_for)
    spelt = [word.syllable for word in words]
    weight, pair_weight = _rarity(terms, bm25), _rarity(pair_terms, bm25)
    return Question(
        units=Units(
            {text: unit for (text, bare), unit in units.items() if not bare},
            {text: unit for (text, bare), unit in units.items() if bare},
            aliases,
        ),
        sequence=sequence,
        weight=weight,
        pair=pair,
        pair_weight=pair_weight,
        reach=max((bm25.k1 + 1) * (float(weight.sum()) + PAIR_WEIGHT * float(pair_weight.sum())), _TINY),
        defining=any(neighbours in _DEFINING for neighbours in pairwise(spelt)),
        counting=any(syllable in _COUNTING for syllable in spelt),
        opening=next((len(start) for start in _OPENINGS if tuple(spelt[: len(start)]) == start), 0),
        rarity=bm25.rarities,
    )


def _rarity(terms: Sequence[Term], bm25: Bm25) -> Floats:
    return np.array([bm25.idf(min(bm25.frequency_bound(term), bm25.live_rows)) for term in terms], dtype=np.float32)


@dataclass(slots=True)
class _Tokens:
    """Tokens of all fields one after the other. `field[t]` is 3 * candidate (heading), one more
    (body) or two more (outer)."""

    codes: Codes
    field: Codes
    place: Codes  # in its field
    lengths: Codes  # of every field
    known: npt.NDArray[np.int64]  # positions of the tokens that the query has, too
    digits: Flags  # numbers that the query has not
    copula: Flags  # the word "là"


def _tokens(asked: Question, candidates: Sequence[Candidate]) -> _Tokens:
    chunks: list[list[str]] = []
    for candidate in candidates:
        texts = (candidate.heading, candidate.body, candidate.outer)
        chunks += [nfc(text).lower().split()[:MAX_CHUNKS] for text in texts]
    codes, field = asked.units.of(chunks)
    digits, copula = codes == asked.units.digits, codes == asked.units.copula
    codes[codes >= asked.units.digits] = -1
    lengths = np.bincount(field, minlength=len(chunks))
    starts = np.cumsum(lengths) - lengths
    place = (np.arange(len(codes)) - starts[field]).astype(np.int32)
    return _Tokens(codes, field, place, lengths.astype(np.int32), np.flatnonzero(codes >= 0), digits, copula)


def features(asked: Question, ranked: Sequence[Ranked], candidates: Sequence[Candidate]) -> Matrix:
    """`len(candidates)` x `len(NAMES)`; `ranked[i]` says what retrieval knows of `candidates[i]`."""
    n = len(candidates)
    fused, lexical, semantic, bm25, cosine = (
        np.array([(c.score, c.lexical, c.semantic, c.bm25, c.cosine) for c in ranked], dtype=np.float32).reshape(n, 5).T
    )
    near = np.array([c.near for c in ranked], dtype=np.float32).reshape(n, len(Near._fields)).T
    same = _same(near[-1])
    found, group_fused, group_share = _group(same, fused)
    t = _tokens(asked, candidates)
    lengths = t.lengths.reshape(n, _FIELDS)
    units, weight = len(asked.weight), asked.weight
    reach = max(float(weight.sum()), _TINY)

    counts = _count(t.field[t.known], t.codes[t.known], _FIELDS * n, units).reshape(n, _FIELDS, units)
    held = counts > 0
    cover = held @ weight / reach
    anywhere = np.asarray(held.any(axis=1), dtype=np.bool_)
    missing = (~anywhere * weight).max(axis=1, initial=0) / max(float(weight.max(initial=0)), _TINY)
    norm = _K1 * (0.5 + 0.5 * lengths / _USUAL_LENGTHS)
    points = (counts / (counts + norm[:, :, None])) @ weight / reach
    share = counts.sum(axis=2) / np.maximum(lengths, 1)

    pair = _pairs_at(t, asked)
    pairs = len(asked.pair_weight)
    pair_reach = max(float(asked.pair_weight.sum()), _TINY)
    at = np.flatnonzero(pair >= 0)
    pair_held = _count(t.field[at], pair[at], _FIELDS * n, pairs).reshape(n, _FIELDS, pairs) > 0
    pair_cover = pair_held @ asked.pair_weight / pair_reach
    pair_anywhere = np.asarray(pair_held.any(axis=1), dtype=np.bool_)
    close = (pair_anywhere | _near(t, asked, n)) @ asked.pair_weight / pair_reach
    run = _runs(t, pair, weight, _FIELDS * n).reshape(n, _FIELDS) / reach
    window, window_place = _window(t, asked, n, reach)

    ones = np.ones(n)
    columns = [
        fused, lexical, semantic, bm25 / asked.reach, cosine, _place(lexical), _place(semantic),
        cover[:, 0], cover[:, 1], anywhere @ weight / reach,
        pair_cover[:, 0], pair_cover[:, 1], pair_anywhere @ asked.pair_weight / pair_reach, close,
        points[:, 0], points[:, 1], run[:, 0], run[:, 1],
        _triples(t, pair, pairs, n) / max(len(asked.sequence) - 2, 1), window, window_place,
        missing, share[:, 0], np.log1p(lengths[:, 0]), np.log1p(lengths[:, 1]),
        ones * min(len(asked.sequence), 40), ones * (reach / max(units, 1)), ones * asked.defining,
        ones * asked.counting, share[:, 1], near[0] / asked.reach, near[1],
        near[2] / asked.reach, near[3] / asked.reach, near[4] / asked.reach, near[5], np.log1p(near[6]),
        found, group_fused, group_share,
        *_headings(t, asked, candidates, pair),
        _telling(anywhere), _telling(pair_anywhere), _telling(held[:, 0]), _telling(held[:, 1]),
        _telling_in_group(anywhere, same), _telling_in_group(held[:, 0], same),
        _defines(t, n), _digits(t, n) / np.maximum(lengths[:, 1], 1),
        *np.array([c.within for c in ranked], dtype=np.float32).reshape(n, len(Within._fields)).T,
    ]  # fmt: skip
    by_name = dict(zip(NAMES, columns, strict=False))
    columns += [by_name[name] - by_name[name].max(initial=-np.inf) for name in _LESS]
    columns += [
        by_name[name] - np.where(same, by_name[name][None, :], -np.inf).max(axis=1, initial=-np.inf)
        for name in _LESS_IN_GROUP
    ]
    return np.stack(columns, axis=1).astype(np.float32)


def _headings(t: _Tokens, asked: Question, candidates: Sequence[Candidate], pair: Codes) -> list[Floats]:
    """Of each heading: the share of it, weighted by rarity, that the query has; the rarity of its rarest pair
    and of all its pairs (low for "Phạm vi điều chỉnh", which stands over many texts); how many
    syllables at its start are those at the start of the query; whether it starts with one, with two of the query."""
    n = len(candidates)
    hashes = [_heading_hashes(candidate.heading) for candidate in candidates]
    sizes = np.fromiter(map(len, hashes), dtype=np.int64, count=n)
    singles = np.fromiter(chain.from_iterable(hashes), dtype=np.uint64, count=int(sizes.sum()))
    owner = np.repeat(np.arange(n), sizes)
    at = np.flatnonzero(owner[1:] == owner[:-1])
    alone = np.flatnonzero(sizes[owner] == 1)  # a heading's only syllable stands for its pairs
    pairs = np.concatenate([pair_hashes(singles[at], singles[at + 1]), singles[alone]])
    rarity = asked.rarity(np.concatenate([singles, pairs]))
    total = _sums(rarity[: len(singles)], owner, n)
    of_pairs, pair_owner = rarity[len(singles) :], np.concatenate([owner[at], owner[alone]])
    heading = t.known[t.field[t.known] % _FIELDS == 0]
    known = np.bincount(t.field[heading] // _FIELDS, weights=asked.weight[t.codes[heading]], minlength=n)
    rarest = np.zeros(n, dtype=np.float32)
    np.maximum.at(rarest, pair_owner, of_pairs)

    wanted = np.array(asked.sequence[asked.opening : asked.opening + _PREFIX], dtype=np.int32)
    starts = np.flatnonzero((t.field % _FIELDS == 0) & (t.place < len(wanted)))
    agrees = np.zeros((n, len(wanted)), dtype=np.bool_)
    agrees[t.field[starts] // _FIELDS, t.place[starts]] = t.codes[starts] == wanted[t.place[starts]]
    first = starts[t.place[starts] == 0]
    begins = np.zeros(n, dtype=np.float32)
    begins[t.field[first] // _FIELDS] = (t.codes[first] >= 0).astype(np.float32) + (
        np.append(pair, np.int32(-1))[first] >= 0
    )
    return [
        np.minimum(known / np.maximum(total, _TINY), 1).astype(np.float32),
        rarest,
        _sums(of_pairs, pair_owner, n) / np.maximum(np.bincount(pair_owner, minlength=n), 1).astype(np.float32),
        np.cumprod(agrees, axis=1).sum(axis=1).astype(np.float32),
        begins,
    ]


def _sums(values: Floats, owner: npt.NDArray[np.int64], owners: int) -> Floats:
    """Sums of the values of each owner."""
    return np.bincount(owner, weights=values, minlength=owners).astype(np.float32)


def _telling(held: Flags) -> Floats:
    """The share of the query that a candidate holds, every part weighted by how few of the candidates do:
    what all candidates are about tells none of them apart."""
    weight = _rare_among(held.sum(axis=0), np.float64(len(held)))
    return np.asarray(held @ weight / max(float(weight.sum()), _TINY), dtype=np.float32)


def _telling_in_group(held: Flags, same: Flags) -> Floats:
    """The same among the candidates of a document; 1 for the only one."""
    counts = same.astype(np.float32) @ held
    sizes = same.sum(axis=1)
    weight = _rare_among(counts, sizes[:, None].astype(np.float64)) * (counts > 0)
    share = (held * weight).sum(axis=1) / np.maximum(weight.sum(axis=1), _TINY)
    return np.where(sizes > 1, share, 1).astype(np.float32)


def _rare_among(counts: npt.NDArray[Any], of: Any) -> npt.NDArray[np.float64]:
    return np.asarray(np.log1p((of - counts + 0.5) / (counts + 0.5)), dtype=np.float64)


def _defines(t: _Tokens, n: int) -> Floats:
    """The most syllables of the query that stand one after the other right before "là" in the body."""
    place = np.arange(len(t.codes))
    stops = (t.codes < 0) | (t.place == 0)
    # A token at the start of its field belongs to a run, an unknown one ends what was before it.
    last = np.maximum.accumulate(np.where(stops, np.where(t.codes < 0, place, place - 1), -1))
    at = np.flatnonzero(t.copula & (t.field % _FIELDS == 1) & (t.place > 0))
    found = np.zeros(n, dtype=np.float32)
    np.maximum.at(found, t.field[at] // _FIELDS, np.minimum(at - 1 - last[at - 1], _BEFORE_IS))
    return found


def _digits(t: _Tokens, n: int) -> npt.NDArray[np.int64]:
    """Numbers in the body that the query has not."""
    return np.bincount(t.field[t.digits & (t.field % _FIELDS == 1)] // _FIELDS, minlength=n)


def _same(group: Floats) -> Flags:
    """Which candidates are of one document, each of its own as well."""
    same = (group[:, None] == group[None, :]) & (group >= 0)[:, None]
    np.fill_diagonal(same, True)
    return np.asarray(same, dtype=np.bool_)


def _group(same: Flags, fused: Floats) -> tuple[Floats, Floats, Floats]:
    """Of each candidate's document the other candidates: how many (log), the best one's fused score, the
    share that they have of all fused scores."""
    same = same.copy()
    np.fill_diagonal(same, False)
    total = max(float(fused.sum()), _TINY)
    best = (same * fused).max(axis=1, initial=0)
    return np.log1p(same.sum(axis=1)).astype(np.float32), best, (same @ fused / total).astype(np.float32)


def _count(field: Codes, code: Codes, fields: int, codes: int) -> npt.NDArray[np.int64]:
    """How often each code stands in each field, `fields` x `codes`."""
    counts = np.bincount(field.astype(np.int64) * codes + code, minlength=fields * codes)
    return np.asarray(counts.reshape(fields, codes), dtype=np.int64)


def _pairs_at(t: _Tokens, asked: Question) -> Codes:
    """The pair of the query that each token forms with the next one, -1: none."""
    if len(t.codes) < 2:
        return np.empty(0, dtype=np.int32)
    # A code of -1 takes the last row or column of `pair`, which holds -1.
    return np.where(t.field[1:] == t.field[:-1], asked.pair[t.codes[:-1], t.codes[1:]], np.int32(-1))


def _near(t: _Tokens, asked: Question, n: int) -> npt.NDArray[np.bool_]:
    """Pairs of the query whose members stand near each other, in any order: candidates x pairs."""
    found = np.zeros((n, len(asked.pair_weight)), dtype=np.bool_)
    codes, field = t.codes[t.known], t.field[t.known]
    for step in range(1, _NEAR + 1):
        close = np.flatnonzero((t.known[step:] - t.known[:-step] <= _NEAR) & (field[step:] == field[:-step]))
        left, right, candidate = codes[close], codes[close + step], field[close] // _FIELDS
        for pair in (asked.pair[left, right], asked.pair[right, left]):
            at = pair >= 0
            found[candidate[at], pair[at]] = True
    return found


def _triples(t: _Tokens, pair: Codes, pairs: int, n: int) -> npt.NDArray[np.int64]:
    """Distinct runs of three syllables that a candidate shares with the query."""
    at = np.flatnonzero((pair[1:] >= 0) & (pair[:-1] >= 0))
    keys = np.unique((t.field[at].astype(np.int64) // _FIELDS * pairs + pair[at]) * pairs + pair[at + 1])
    return np.bincount(keys // max(pairs * pairs, 1), minlength=n)


def _place(scores: Floats) -> Floats:
    """1 / sqrt(rank), equals sharing the best rank; 0 for what scored nothing."""
    ahead = len(scores) - np.searchsorted(np.sort(scores), scores, side="right")
    return np.where(scores > 0, 1 / np.sqrt(1 + ahead), 0).astype(np.float32)


def _runs(t: _Tokens, pair: Codes, weight: Floats, fields: int) -> npt.NDArray[np.float64]:
    """Of every field the weight of the heaviest run of syllables that stand as they do in the query."""
    best = np.zeros(fields, dtype=np.float64)
    if len(t.known) == 0:
        return best
    total = np.cumsum(weight[t.codes[t.known]], dtype=np.float64)
    goes_on = np.concatenate([[False], pair >= 0])[t.known]  # then the token before is a known one, too
    before = np.where(goes_on, -1.0, total - weight[t.codes[t.known]])  # sum up to the start of the run
    np.maximum.at(best, t.field[t.known], total - np.maximum.accumulate(before))
    return best


def _window(t: _Tokens, asked: Question, n: int, reach: float) -> tuple[Floats, Floats]:
    """The most that two neighbouring blocks of the body cover, and where they stand (0 start, 1 end)."""
    inside = t.known[t.field[t.known] % _FIELDS == 1]
    candidate = t.field[inside] // _FIELDS
    bodies = t.lengths.reshape(n, _FIELDS)[:, 1]
    blocks = np.maximum((bodies + BLOCK - 1) // BLOCK, 1)
    starts = np.cumsum(blocks) - blocks
    units = len(asked.weight)
    held = np.zeros((int(blocks.sum()) + 1, units), dtype=np.bool_)
    held[starts[candidate] + t.place[inside] // BLOCK, t.codes[inside]] = True
    owner = np.repeat(np.arange(n), blocks)
    joined = held[:-1].copy()
    joined[:-1] |= held[1:-1] & (owner[1:] == owner[:-1])[:, None]
    score = joined @ asked.weight / reach
    best = np.maximum.reduceat(score, starts)
    # the first block with the best score
    first = np.full(n, len(score), dtype=np.int64)
    at = np.flatnonzero(score >= best[owner])
    np.minimum.at(first, owner[at], at)
    return best.astype(np.float32), ((first - starts) / blocks).astype(np.float32)
