"""What the user typed -> a `Query`: words, quoted phrases, a document number, filters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import chain

from index.abbreviate import Abbreviations
from index.analyze import bare_form, syllable_spans, syllables
from index.intent import Intent, find_intents
from index.spelling import Known, Reader, Reading
from index.terms import Word, lacks_diacritics
from ingest.clean.fold import nfc, strip_diacritics
from ingest.lexicons import rows
from ingest.parse.number import find_numbers, normalize_number, number_key

MAX_CHARACTERS = 10_000  # the rest of a longer query is ignored

#: Puts diacritics back, no more; a `Reader` mends slips and keys as well.
Restore = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Filters:
    """Restrictions beside the words. `None` = no restriction.

    `kind` is a section kind of the contract ("target"), `type` a type code or name ("KH", "kế hoạch"),
    `issuer` any part of an issuer's name, marks and abbreviations optional ("so gddt son la"),
    `year` the document's year, `document` a document id.
    """

    kind: str | None = None
    year: int | None = None
    type: str | None = None
    issuer: str | None = None
    document: str | None = None

    def to_json(self) -> dict[str, object]:
        """Only the restrictions that are set.

        >>> Filters(kind="target", year=2025).to_json()
        {'kind': 'target', 'year': 2025}
        """
        values: dict[str, object] = {
            "kind": self.kind,
            "year": self.year,
            "type": self.type,
            "issuer": self.issuer,
            "document": self.document,
        }
        return {name: value for name, value in values.items() if value not in (None, "")}


@dataclass(frozen=True, slots=True)
class NumberMention:
    """A document number in a query, possibly in part.

    `number` as typed without leading zeros ("181"), `parts` what else of its key is known, folded
    ("kh", "sgddt"), `complete` where the whole number was typed. `start`, `end`: offsets into `Query.text`.
    """

    number: str
    parts: tuple[str, ...]
    start: int
    end: int
    complete: str | None = None


@dataclass(frozen=True, slots=True)
class Query:
    """How a query was understood; what the page shows as "interpreted".

    `text` is what was searched for: cleaned, diacritics restored where they were (`restored`).
    `words` feed the lexical index, `meaning` the embedding. `required` are the quoted phrases.
    `also` are readings of single words that were searched besides, where it is unsure what was meant.
    `citation` is a document number, as its document writes it where the store holds it. `intents`
    are guesses at what is asked for besides the words.
    """

    typed: str
    text: str
    filters: Filters = Filters()
    citation: str | None = None
    required: list[str] = field(default_factory=list)
    restored: bool = False
    also: tuple[str, ...] = ()
    words: tuple[Word, ...] = ()
    meaning: str = ""
    mention: NumberMention | None = None
    unaccented: bool = False
    intents: tuple[Intent, ...] = ()

    def to_json(self) -> dict[str, object]:
        """`interpreted` of the contract."""
        return {
            "text": self.text,
            "restored": self.restored,
            "filters": self.filters.to_json(),
            "citation": self.citation,
            "required": list(self.required),
            "also": list(self.also),
            "intents": [intent.to_json(self.text) for intent in self.intents],
        }


# "..." and the typographic pairs; a quotation mark without a partner is an ordinary character.
_QUOTED = re.compile(
    r"""
      "([^"“”]{1,500})"        # "một cửa"
    | [“„]([^"“”„]{1,500})[”“"]  # “một cửa”, „một cửa“
    | «([^«»]{1,500})»         # «một cửa»
    """,
    re.VERBOSE,
)


# Other shapes of ordinary characters, by the tag of their decomposition: full width from input methods of the
# Far East, styled letters from social networks. Not the rest of NFKC, which would make m² another word than the
# documents have.
_SHAPES = ("<wide>", "<narrow>", "<font>")
_LIGATURES = range(0xFB00, 0xFB07)  # ﬁ, ﬂ: copied out of PDF files
_HYPHENS = dict.fromkeys(map(ord, "\u2010\u2011\u2212\ufe63"), "-")


def _ordinary(char: str) -> str:
    if unicodedata.decomposition(char).startswith(_SHAPES) or ord(char) in _LIGATURES:
        return unicodedata.normalize("NFKC", char)
    return char


def tidy(text: str) -> str:
    """NFC, no control or invisible characters, letters and digits in their ordinary shape, single spaces, at most
    `MAX_CHARACTERS`.

    >>> tidy("cải\\x00 cách\\u200b   hành\\tchính "), tidy("１８１／ＫＨ‑SGDĐT"), tidy("ﬁle 5 m²")
    ('cải cách hành chính', '181/KH-SGDĐT', 'file 5 m²')
    """
    text = text[: 2 * MAX_CHARACTERS]
    if not text.isascii():
        text = nfc("".join(map(_ordinary, text.translate(_HYPHENS))))
    kept = []
    for char in text:
        category = unicodedata.category(char)
        if category == "Cf":  # zero-width characters stand inside words
            continue
        kept.append(" " if category[0] in "CZ" else char)
    return " ".join("".join(kept).split())[:MAX_CHARACTERS].rstrip()


def quoted_phrases(text: str) -> list[str]:
    """Phrases in quotation marks that hold at least one word.

    >>> quoted_phrases('xử lý “một cửa” "liên thông"')
    ['một cửa', 'liên thông']
    >>> quoted_phrases('kế hoạch "2025'), quoted_phrases('"" "!"')
    ([], [])
    """
    found = (next(group for group in match.groups() if group is not None) for match in _QUOTED.finditer(text))
    return list(dict.fromkeys(phrase.strip() for phrase in found if syllables(phrase)))


def interpret(
    typed: str,
    filters: Filters | None = None,
    abbreviations: Abbreviations | None = None,
    restore: Restore | Reader | None = None,
    ignore: Collection[str] = (),
    known: Known | None = None,
) -> Query:
    """Understand a query. Never raises, whatever the text; words such as AND or a lone quotation
    mark have no meaning of their own.

    `restore` puts diacritics back into a query that lacks all or some of them, and, where it is a
    `Reader`, mends what was mistyped; `known` tells it what the documents hold. What it restored is searched
    as restored, an unsure word also as what else it may be (ndcg@10 of the hybrid .845 -> .857, .861 with all
    diacritics); without a `Reader` a query that lacks marks is searched without them on both sides.
    `ignore`: names of intents not wanted.
    """
    asked = tidy(typed)
    required = quoted_phrases(asked)
    abbreviations = abbreviations or Abbreviations()
    reading = _read(asked, restore, known, abbreviations)
    text, restored = reading.mended, reading.text
    mention = find_mention(text)
    spans = syllable_spans(text)
    unaccented = lacks_diacritics([syllable for syllable, _, _ in spans])
    capitals = text.isupper()
    as_read = reading.bare is not None or not unaccented
    if as_read and restored != text:
        spans = syllable_spans(restored)
    shown = restored if as_read else text
    pairs = [(syllable, "" if capitals else shown[start:end]) for syllable, start, end in spans]
    words = tuple(abbreviations.words(pairs, unaccented and not as_read))
    if reading.also or reading.bare:
        words = tuple(
            replace(
                word,
                bare=word.bare or word.syllable in (reading.bare or ()),
                aliases=(*word.aliases, *reading.also.get(word.syllable, ())),
            )
            for word in words
        )
    taken = (mention.start, mention.end) if mention else None
    return Query(
        typed=typed,
        text=restored,
        filters=filters or Filters(),
        citation=mention.complete if mention else None,
        required=required,
        restored=restored != asked,
        also=tuple(dict.fromkeys(chain.from_iterable(reading.also.values()))),
        words=words,
        meaning=abbreviations.expand(restored),
        mention=mention,
        unaccented=unaccented,
        intents=find_intents(restored, unaccented, restored != text, abbreviations, taken, _settled(filters, ignore)),
    )


def _settled(filters: Filters | None, ignore: Collection[str]) -> set[str]:
    """Names of intents that are not to be guessed: those taken back and those that a filter decides."""
    chosen = filters.to_json() if filters else {}
    by_filter = {"type": ("type",), "year": ("year",), "kind": ("kind",), "issuer": ("unit", "level", "province")}
    return {*ignore, *(name for key in chosen for name in by_filter.get(key, ()))}


def _read(text: str, restore: Restore | Reader | None, known: Known | None, abbreviations: Abbreviations) -> Reading:
    if restore is None:
        return Reading(text, text)
    if callable(restore):
        return Reading(restore(text), text)
    return restore.read(text, known, abbreviations)


# --- document numbers ------------------------------------------------------------------------------


@cache
def type_names() -> dict[str, str]:
    """Bare type name or code -> bare code: "ke hoach" -> "kh", "kh" -> "kh"."""
    names: dict[str, str] = {}
    for name, codes in _types():
        names[" ".join(map(bare_form, syllables(name)))] = codes[0]
        for code in codes:
            names.setdefault(code, codes[0])
    return names


def _types() -> Iterator[tuple[str, list[str]]]:
    """Name of each type that has numbers, and its codes, folded, the usual one first."""
    for code, name, family, also in rows("document_types"):
        if family != "annex":
            yield name, [strip_diacritics(form).lower() for form in (code, *filter(None, also.split(";")))]


# Words after a number that make it an amount or a date, not a document number.
_UNITS = frozenset(
    {
        *("nam", "thang", "ngay", "tuan", "gio", "phut", "quy", "ky", "dot", "buoc"),
        *("nguoi", "ho", "don", "vu", "viec", "bo", "nhiem", "tinh", "huyen", "xa", "cap", "so", "hoi", "lop"),
        *("dong", "trieu", "ti", "ty", "phan", "tuoi", "lan", "diem", "bac", "giai"),
        *("muc", "tin", "bai", "trang", "chi", "bien"),
    }
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBER_TOKEN = re.compile(r"\d{1,6}[a-zđ]?")
_MAX_ORGAN_TOKENS = 5


def find_mention(text: str) -> NumberMention | None:
    """The first document number in a query, whole ("181/KH-SGDĐT") or in part ("kế hoạch 181").

    >>> find_mention("nội dung công văn 12/SNV-CCHC là gì").complete
    '12/SNV-CCHC'
    >>> find_mention("kế hoạch 181"), find_mention("quyet dinh so 468 ttg").parts
    (NumberMention(number='181', parts=('kh',), start=9, end=12, complete=None), ('qd', 'ttg'))
    >>> [find_mention(t) for t in ("kế hoạch 5 năm", "kế hoạch năm 2025", "báo cáo 100%", "kế hoạch 2025")]
    [None, None, None, None]
    >>> [find_mention(t).complete for t in ("nghị quyết 10-nq/tu", "17 ct tu", "181KH-SGDĐT")]
    ['10-NQ/TU', '17-CT/TU', '181/KH-SGDĐT']
    """
    for found in find_numbers(text):
        key = number_key(found.normalised).split("/")
        if key[0]:
            return NumberMention(key[0], tuple(key[1:]), found.start, found.end, found.normalised)
    if (glued := _glued_mention(text)) is not None:
        return glued
    spans = syllable_spans(text)
    bare = [strip_diacritics(syllable) for syllable, _, _ in spans]
    for position, token in enumerate(bare):
        if not _NUMBER_TOKEN.fullmatch(token):
            continue
        mention = _mention_at(text, spans, bare, position)
        if mention is not None:
            return mention
    return None


def _mention_at(
    text: str, spans: Sequence[tuple[str, int, int]], bare: Sequence[str], position: int
) -> NumberMention | None:
    """Read a number at a syllable with the type before it and the symbol behind it."""
    if text[max(spans[position][1] - 1, 0)] in "/.,:" and position and bare[position - 1].isdecimal():
        return None  # a date, a decimal number
    before = position
    said = before > 0 and bare[before - 1] == "so"
    if said:
        before -= 1
    code, first = _type_before([syllable for syllable, _, _ in spans], before)
    parts: list[str] = [code] if code else []
    end = position + 1
    year = end < len(bare) and bool(_YEAR.fullmatch(bare[end])) and text[spans[position][2]] == "/"
    if year:
        parts.append(bare[end])
        end += 1
    slash = end < len(bare) and text[spans[end - 1][2]] in "/-"
    organs: list[str] = []
    after = end
    while after < len(bare) and len(organs) < _MAX_ORGAN_TOKENS and _is_symbol_token(bare[after], organs, slash):
        organs.append(bare[after])
        after += 1
    alone = len(bare) == position + 1 - before and before == 0
    if not organs and not slash and end < len(bare) and (bare[end] in _UNITS or text[spans[end - 1][2]] in ",.:"):
        return None
    if text[spans[position][2] : spans[position][2] + 2].lstrip().startswith("%"):
        return None
    if _YEAR.fullmatch(bare[position]) and not (said or organs or slash):
        return None
    if not (code or organs or alone or year):
        return None
    parts += [organ for organ in organs if organ not in parts]
    number = bare[position].lstrip("0") or "0"
    start = spans[first if first is not None else before][1] if organs or year else spans[position][1]
    complete = None
    if organs and not year:
        symbol = text[spans[end][1] : spans[after - 1][2]]
        if code and organs[0] != code:
            symbol = f"{code} {symbol}"
        if slash or code or organs[0] in type_names():
            complete = _composed(number, text[spans[position][2] : spans[end][1]], symbol)
    elif organs:
        complete = normalize_number(text[spans[position][1] : spans[after - 1][2]])
    return NumberMention(number, tuple(parts), start, spans[after - 1][2] if organs else spans[end - 1][2], complete)


# A number whose slash was left out: "181KH-SGDĐT", "10nq/tu".
_GLUED = re.compile(
    r"""
    (?<![\w/.,–-])
    (?P<n>\d{1,6})
    (?P<symbol>(?P<type>[^\W\d_]{2,5})[ ]?[-–/ ][ ]?(?P<organ>[^\W\d_][\w&]*)(?:[-–/&][^\W\d_][\w&]*){0,4})
    (?![\w/])
    """,
    re.VERBOSE,
)


def _glued_mention(text: str) -> NumberMention | None:
    """A number that runs into the code of a type: only in front of an organ is it one."""
    for found in _GLUED.finditer(text):
        kind, organ = (strip_diacritics(found[name]).lower() for name in ("type", "organ"))
        if kind not in _codes() or not _is_symbol_token(organ, [kind], True):
            continue
        complete = _composed(found["n"].lstrip("0") or "0", "", found["symbol"])
        if complete is not None:
            key = number_key(complete).split("/")
            return NumberMention(key[0], tuple(key[1:]), found.start(), found.end(), complete)
    return None


@cache
def _codes() -> frozenset[str]:
    """Codes of types, folded: "kh", "qd"."""
    return frozenset(code for _, codes in _types() for code in codes)


def _composed(number: str, joint: str, symbol: str) -> str | None:
    """A number as its kind is written, from what was typed: the separators that were typed count, and where
    they don't tell, the Party's organs say that it is of the Party.

    >>> _composed("10", "-", "nq/tu"), _composed("17", " ", "ct tu"), _composed("181", " ", "kh sgddt")
    ('10-NQ/TU', '17-CT/TU', '181/KH-SGDĐT')
    """
    plain = normalize_number(f"{number} {symbol}")
    if plain is None or "/" in joint:
        return plain
    first, *rest = [piece for piece in re.split(r"[\s/–—-]+", symbol) if piece]
    of_party = bool(rest) and strip_diacritics(rest[0]).lower() in _party_tokens()
    if of_party or (joint.strip() in ("-", "–", "—") and "/" in symbol):
        return normalize_number(f"{number}-{first}/{'-'.join(rest)}") or plain
    if not joint.strip():  # "468 qđ/ttg": the slash stands in the wrong place
        return normalize_number(f"{number} {symbol.replace('/', '-')}") or plain
    return plain


@cache
def _party_tokens() -> frozenset[str]:
    """Symbols of Party organs, folded: "tu", "btgtw"."""
    symbols = (symbol for forms, _, family in rows("organs") if family == "party" for symbol in forms.split(";"))
    return frozenset({"tw", *(strip_diacritics(symbol).lower() for symbol in symbols)})


def _type_before(written: Sequence[str], end: int) -> tuple[str | None, int | None]:
    """Code of the type whose name ends right before position `end`, and where it begins."""
    for size in (4, 3, 2, 1):
        if end - size >= 0:
            name = " ".join(bare_form(strip_diacritics(syllable)) for syllable in written[end - size : end])
            # Only đ may be missing from a code of one syllable: "đã 181" names no dự án.
            spelt = size > 1 or written[end - size] in _short_types()
            if spelt and name in type_names():
                return type_names()[name], end - size
    return None, None


@cache
def _short_types() -> frozenset[str]:
    """Types of one syllable as they may be typed: "kh", "qđ", "qd", "luật", "luat"."""
    forms: set[str] = set()
    for code, name, *_ in rows("document_types"):
        forms |= {code.lower(), strip_diacritics(code).lower(), name.lower(), strip_diacritics(name).lower()}
    return frozenset(forms)


@cache
def _organ_tokens() -> frozenset[str]:
    tokens = set()
    for symbols, *_ in rows("organs"):
        for symbol in symbols.split(";"):
            tokens.update(re.findall(r"[a-z0-9]+", strip_diacritics(symbol).lower()))
    return frozenset(tokens | _party_tokens())


def _is_symbol_token(token: str, before: Sequence[str], slash: bool) -> bool:
    """A token of a symbol behind a number: a type's code, an organ's symbol, a run of letters that is no word."""
    if not token.isascii() or not any(char.isalpha() for char in token):
        return False
    if not before:
        return token in type_names() or token in _organ_tokens() or (slash and len(token) <= 8)
    return token in _organ_tokens() or not any(char in "aeiouy" for char in token)
