"""Versions of one document: draft and final, Word and PDF, a corrected copy.

MinHash over syllable shingles estimates how much text two documents share; bands of it (LSH) find
the pairs without comparing all; the headers must not contradict each other. The set of links
depends on the documents alone, not on the order in which they came, and so do the groups.

Two plans of different years share most of their wording, as do plans of two offices that copied
one model, so text alone never decides.
"""

from __future__ import annotations

import re
import sqlite3
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

import numpy as np
import numpy.typing as npt

from index.analyze import syllables
from index.store import Store
from ingest.clean.fold import match_form, nfc, strip_diacritics

#: Estimated share of common shingles (Jaccard) from which on two documents may be one: a quarter
#: of the text may differ. Draft and final, Word and PDF of one real document share .96 to .99 ...
SIMILAR = 0.6
#: ... and where no title or number speaks for it: decisions of one office that publish lists of
#: procedures reach .84 on different matters.
SIMILAR_UNNAMED = 0.9
#: Shingles of this many syllables or numbers: monthly reports differ in little but their figures.
SHINGLE = 3
#: A draft is issued within so many months, or it is another year's or quarter's.
DRAFTING_MONTHS = 3
#: A document that resembles so many others is a form (invitations, notices), not a version of each.
VERSIONS = 20
#: Fewer distinct shingles say too little.
LEAST = 30
#: 32 bands of 4: a pair with .6 in common is found with 99%.
BANDS, ROWS = 32, 4
HASHES = BANDS * ROWS

Words = npt.NDArray[np.uint64]


def _mix(x: Words) -> Words:
    """splitmix64's finaliser: every bit of the result depends on every bit of x."""
    x = (x ^ (x >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    x = (x ^ (x >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return x ^ (x >> np.uint64(31))


_SEEDS = np.arange(1, 2 * HASHES + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
_FACTORS = _mix(_SEEDS[:HASHES]) | np.uint64(1)
_SHIFTS = _mix(_SEEDS[HASHES:])
_PLACES = _mix(np.arange(101, 101 + SHINGLE, dtype=np.uint64)) | np.uint64(1)


_WORD = re.compile(r"[^\W_]+")


def shingles(text: str) -> Words:
    """Hashes of the distinct shingles, ascending; the same on every machine.

    Diacritics are dropped: a scan and the Word file differ in them most.
    """
    words = _WORD.findall(strip_diacritics(nfc(text)).lower())
    if len(words) < SHINGLE:
        return np.empty(0, dtype=np.uint64)
    codes = {word: zlib.crc32(word.encode()) for word in set(words)}
    sequence = np.fromiter(map(codes.__getitem__, words), dtype=np.uint64, count=len(words))
    combined = np.zeros(len(words) - SHINGLE + 1, dtype=np.uint64)
    for place in range(SHINGLE):
        combined += sequence[place : len(words) - SHINGLE + 1 + place] * _PLACES[place]
    return np.unique(_mix(combined))


def minhash(hashes: Words) -> npt.NDArray[np.uint32]:
    """uint32 [HASHES] signature of a set of shingles (not empty)."""
    least = np.full(HASHES, np.iinfo(np.uint64).max, dtype=np.uint64)
    for start in range(0, len(hashes), 4096):  # 4 MB at a time
        part = hashes[start : start + 4096]
        least = np.minimum(least, (part[None, :] * _FACTORS[:, None] + _SHIFTS[:, None]).min(axis=1))
    return (least >> np.uint64(32)).astype(np.uint32)


def similarity(a: npt.NDArray[np.uint32], b: npt.NDArray[np.uint32]) -> float:
    """Estimate of the share of common shingles; standard error at most .044."""
    return float((a == b).mean())


def bands(signature: npt.NDArray[np.uint32]) -> list[int]:
    """One signed 64-bit hash per band."""
    rows = signature.reshape(BANDS, ROWS).astype(np.uint64)
    mixed = np.zeros(BANDS, dtype=np.uint64)
    for row in range(ROWS):
        mixed = _mix(mixed ^ rows[:, row]) + np.uint64(row + 1)
    return [int(value) for value in mixed.view(np.int64)]


@dataclass(slots=True, frozen=True)
class Identity:
    """What the header says a document is; `issuer` folded (`document_filter.fold_key`)."""

    ordinal: int
    id: str
    number_key: str | None
    type_code: str | None
    year: int | None
    issuer: str | None
    issued_on: str | None
    title: str | None
    draft: bool
    text_source: str


def compatible(a: Identity, b: Identity) -> bool:
    """Whether two headers can belong to versions of one document.

    What either of them lacks (a draft's number, a blank day) contradicts nothing.
    """
    if a.number_key and b.number_key and a.number_key != b.number_key:
        return False
    if a.year and b.year and a.year != b.year:
        return False
    if a.type_code and b.type_code and a.type_code != b.type_code:
        return False
    if not _same_office(a.issuer, b.issuer):
        return False
    if _same_number(a, b):
        # The day may be misread in one of them; numbers begin anew every year.
        return not a.issued_on or not b.issued_on or a.issued_on[:4] == b.issued_on[:4]
    if not _same_title(a, b):
        return False
    if a.draft or b.draft:
        return _months_apart(a.issued_on, b.issued_on) <= DRAFTING_MONTHS
    return _same_date(a.issued_on, b.issued_on)


def needed(a: Identity, b: Identity) -> float:
    """The similarity from which on two compatible documents are linked."""
    return SIMILAR if _same_number(a, b) or (a.title and b.title) else SIMILAR_UNNAMED


def _same_number(a: Identity, b: Identity) -> bool:
    return bool(a.number_key) and a.number_key == b.number_key


def _same_date(a: str | None, b: str | None) -> bool:
    """ "2021-10" agrees with "2021-10-29"."""
    return not a or not b or a.startswith(b) or b.startswith(a)


def _months_apart(a: str | None, b: str | None) -> int:
    """0 where a month is not known."""
    if not a or not b or len(a) < 7 or len(b) < 7:
        return 0
    return abs(12 * (int(a[:4]) - int(b[:4])) + int(a[5:7]) - int(b[5:7]))


def _same_office(a: str | None, b: str | None) -> bool:
    """One name holds all words of the other ("so noi vu", "so noi vu tinh lam dong")."""
    if not a or not b:
        return True
    left, right = set(a.split()), set(b.split())
    return left <= right or right <= left


#: Words that tell the reports of one year apart: "quý I", "6 tháng đầu năm", "đợt 2".
_PERIOD = re.compile(r"[ivx]+|\d{1,3}|quý|tháng|tuần|đầu|cuối|lần|đợt|bổ|sung")


def _same_title(a: Identity, b: Identity) -> bool:
    """One title holds all words of the other, and the rest names no period.

    A word replaced ("xã Tân Hà", "xã Tân Hội") makes another document, except where OCR read it.
    """
    if not a.title or not b.title:
        return True
    if any(_PERIOD.fullmatch(word) for word in set(syllables(a.title)) ^ set(syllables(b.title))):
        return False
    left, right = strip_diacritics(match_form(a.title)), strip_diacritics(match_form(b.title))
    words, others = set(syllables(left)), set(syllables(right))
    if words <= others or others <= words:
        return True
    if a.text_source == b.text_source == "text":
        return False
    return SequenceMatcher(None, left, right, autojunk=False).ratio() >= 0.9


def link(store: Store) -> int:
    """Sign, link and group the documents that have no signature yet; how many there were.

    One transaction per document: an interrupted run is finished by the next.
    """
    with store.snapshot() as db:
        pending = [
            row[0]
            for row in db.execute(
                """
                SELECT d.ordinal FROM documents d LEFT JOIN signatures s ON s.document = d.ordinal
                WHERE s.document IS NULL ORDER BY d.ordinal
                """
            )
        ]
    for ordinal in pending:
        with store.write() as db:
            _link(store, db, ordinal)
    return len(pending)


def _link(store: Store, db: sqlite3.Connection, ordinal: int) -> None:
    texts = db.execute("SELECT text FROM passages WHERE document = ? AND NOT furniture ORDER BY ordinal", (ordinal,))
    hashes = shingles("\n".join(row[0] for row in texts))
    if len(hashes) < LEAST:
        db.execute("INSERT OR REPLACE INTO signatures VALUES (?, x'', ?)", (ordinal, len(hashes)))
        return
    signature = minhash(hashes)
    db.execute(
        "INSERT OR REPLACE INTO signatures VALUES (?, ?, ?)",
        (ordinal, signature.astype("<u4").tobytes(), len(hashes)),
    )
    buckets = list(enumerate(bands(signature)))
    db.executemany("INSERT OR IGNORE INTO bands VALUES (?, ?, ?)", [(band, value, ordinal) for band, value in buckets])
    own = _identity(db, ordinal)
    touched = {ordinal}
    form = _resembling(db, ordinal) >= VERSIONS
    for other in sorted(_candidates(db, own, buckets)):
        if form and _resembling(db, other) >= VERSIONS:
            continue
        identity = _identity(db, other)
        if not compatible(own, identity):
            continue
        stored = db.execute("SELECT minhash FROM signatures WHERE document = ?", (other,)).fetchone()
        if stored is None:
            continue  # waits for its turn, and will find this one
        share = similarity(signature, np.frombuffer(stored[0], dtype="<u4"))
        if share >= needed(own, identity):
            db.execute(
                "INSERT OR REPLACE INTO links VALUES (?, ?, ?)", (min(ordinal, other), max(ordinal, other), share)
            )
            form = form or _resembling(db, ordinal) >= VERSIONS
            if _resembling(db, other) == VERSIONS:  # a form from now on: what it held together falls apart
                touched.update(_neighbours(db, other))
    _group(store, db, touched)


def _resembling(db: sqlite3.Connection, ordinal: int) -> int:
    """To how many documents this one is linked, `VERSIONS` + 1 for any more.

    From `VERSIONS` on it is a form. Links between two forms are not kept, so there are at most
    `VERSIONS` links per document, and still every document that is no form has all of its own.
    """
    row = db.execute(
        "SELECT COUNT(*) FROM (SELECT 1 FROM links WHERE a = ? OR b = ? LIMIT ?)", (ordinal, ordinal, VERSIONS + 1)
    ).fetchone()
    return int(row[0])


def _neighbours(db: sqlite3.Connection, ordinal: int) -> dict[int, float]:
    """Linked documents -> similarity."""
    rows = db.execute("SELECT a, b, similarity FROM links WHERE a = ? OR b = ?", (ordinal, ordinal))
    return {(b if a == ordinal else a): share for a, b, share in rows}


def _candidates(db: sqlite3.Connection, own: Identity, buckets: list[tuple[int, int]]) -> set[int]:
    """Documents that share a band, less those that the cheap half of `compatible` rules out.

    Letters of one office in thousands fill the same buckets; SQLite drops them before they cost a look each.
    """
    found: set[int] = set()
    for band, value in buckets:
        rows = db.execute(
            """
            SELECT d.ordinal FROM bands b JOIN documents d ON d.ordinal = b.document
            WHERE b.band = :band AND b.hash = :value AND d.ordinal <> :own
              AND (d.number_key IS NULL OR :number IS NULL OR d.number_key = :number)
              AND (d.year IS NULL OR :year IS NULL OR d.year = :year)
              AND (d.type_code IS NULL OR :type IS NULL OR d.type_code = :type)
            """,
            {
                "band": band,
                "value": value,
                "own": own.ordinal,
                "number": own.number_key,
                "year": own.year,
                "type": own.type_code,
            },
        )
        found.update(row[0] for row in rows)
    return found


def _identity(db: sqlite3.Connection, ordinal: int) -> Identity:
    row = db.execute(
        """
        SELECT ordinal, id, number_key, type_code, year, issuer_key, issued_on, title, draft, text_source
        FROM documents WHERE ordinal = ?
        """,
        (ordinal,),
    ).fetchone()
    return Identity(*row)


def _group(store: Store, db: sqlite3.Connection, touched: set[int]) -> None:
    """Group anew everything that hangs together with these documents. A form is in no group."""
    members: set[int] = set()
    forms: set[int] = set()
    links: dict[tuple[int, int], float] = {}
    queue = sorted(touched)
    while queue:
        current = queue.pop()
        if current in members or current in forms:
            continue
        if _resembling(db, current) >= VERSIONS:
            forms.add(current)
            continue
        members.add(current)
        for other, share in _neighbours(db, current).items():
            links[min(current, other), max(current, other)] = share
            queue.append(other)
    links = {pair: share for pair, share in links.items() if forms.isdisjoint(pair)}
    identities = {member: _identity(db, member) for member in members}
    leaders = group(identities, links) | dict.fromkeys(forms)
    changed = [
        (leaders[member], member)
        for member in leaders
        if db.execute("SELECT leader FROM documents WHERE ordinal = ?", (member,)).fetchone()[0] != leaders[member]
    ]
    if changed:
        store.next_revision(db)
        db.executemany("UPDATE documents SET leader = ? WHERE ordinal = ?", changed)


def group(identities: dict[int, Identity], links: dict[tuple[int, int], float]) -> dict[int, str | None]:
    """Leader's id per document (None where it stays alone).

    The most similar pairs come first, and two groups join only if no member contradicts another:
    an unnumbered draft that resembles plans 12 and 13 goes to one and can't weld the two.
    """
    cluster = {ordinal: [ordinal] for ordinal in identities}
    # Ties by id, not by ordinal: ordinals tell the order of arrival.
    ordered = sorted(
        links.items(), key=lambda item: (-item[1], sorted((identities[item[0][0]].id, identities[item[0][1]].id)))
    )
    for (a, b), _ in ordered:
        left, right = cluster[a], cluster[b]
        if left is right:
            continue
        if all(compatible(identities[x], identities[y]) for x in left for y in right):
            left += right
            for member in right:
                cluster[member] = left
    leaders: dict[int, str | None] = {}
    for ordinal, members in cluster.items():
        leaders[ordinal] = leader(identities[m] for m in members).id if len(members) > 1 else None
    return leaders


def leader(members: Iterable[Identity]) -> Identity:
    """The version to show: issued, numbered, newest, with a text of its own rather than OCR."""
    sources = {"text": 0, "mixed": 1, "ocr": 2}
    ordered = sorted(members, key=lambda m: m.id)
    ordered.sort(key=lambda m: sources.get(m.text_source, 3))
    ordered.sort(key=lambda m: m.issued_on or "", reverse=True)
    ordered.sort(key=lambda m: (m.draft, m.number_key is None))
    return ordered[0]
