"""Whether a string can be a Vietnamese syllable, by the rules of its spelling."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from ingest.clean.fold import match_form, strip_diacritics

#: The five tone marks as combining characters; the level tone has none.
TONES = "\u0300\u0301\u0303\u0309\u0323"

_ONSETS = (
    *("ngh", "ng", "nh", "ch", "gh", "gi", "kh", "ph", "qu", "th", "tr"),
    *"bcdđghklmnprstvx",
    "",
)
# Rimes without their tones. After "qu" and "gi" the u and i belong to the onset.
_RIME_LIST = """
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê
êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oa oac oach oai oam oan oang
oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp
ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ uôc uôi uôm uôn uông uôt up ut uy
uya uych uyên uyêt uynh uyn uyt uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng
yêt yêu ych ynh yt
"""
_RIMES = frozenset(_RIME_LIST.split())
_STOPS = ("c", "ch", "p", "t")  # a syllable that ends so has the rising or the heavy tone
_FRONT = "eêiy"


def toneless(syllable: str) -> tuple[str, str]:
    """A syllable without its tone, and the tone as a combining character ("" for level).

    >>> toneless("cải") == ("cai", "\\u0309"), toneless("được")[0], toneless("ca")
    (True, 'đươc', ('ca', ''))
    """
    decomposed = unicodedata.normalize("NFD", syllable)
    tones = [char for char in decomposed if char in TONES]
    rest = unicodedata.normalize("NFC", "".join(char for char in decomposed if char not in TONES))
    return rest, tones[0] if len(tones) == 1 else "".join(tones)


@lru_cache(maxsize=65536)
def is_syllable(token: str) -> bool:
    """True for a possible syllable with its marks, in any case.

    >>> [is_syllable(t) for t in ("cải", "Nghành", "ngành", "trưc", "quốc", "giếng", "hnàh", "web", "hoà", "quỳnh")]
    [True, False, True, False, True, True, False, False, True, True]
    """
    rest, tone = toneless(match_form(token))
    if len(tone) > 1 or not rest.isalpha():
        return False
    if rest.endswith(_STOPS) and not rest.endswith(("nh", "ng")) and len(rest) > 1 and tone not in ("\u0301", "\u0323"):
        return False
    return _splits(rest)


@lru_cache(maxsize=65536)
def is_bare_syllable(token: str) -> bool:
    """True where a token without diacritics can be a syllable that lost its own.

    >>> [is_bare_syllable(t) for t in ("cai", "truc", "duong", "cah", "hnah", "chinhs", "ubnd")]
    [True, True, True, False, False, False, False]
    """
    return any(
        token.startswith(onset) and token[len(onset) :] in _bare_rimes() and _fits(onset, token[len(onset) :])
        for onset in _bare_onsets()
    ) or token in ("gi", "gin", "gia")


# Names of places and peoples in other languages of the country: "dak lak", "krong", "bac kan", "xo dang".
_NAME = re.compile(
    r"""
    (?: [bcdghklmnprstvx] | [kcbdghp]r | [bpkd]l | hm | mn | xt | ng | nh | ch | th | tr | ph | kh | gi | qu )?
    [aeiouy]{1,3}
    (?: [cklmnprt] | ng | nh | ch )?
    """,
    re.VERBOSE,
)


def is_bare_name(token: str) -> bool:
    """True where a token without diacritics can be a syllable of such a name; also true of "led" and "plan".

    >>> [is_bare_name(t) for t in ("dak", "krong", "kan", "sgddt", "nsut", "qdub")]
    [True, True, True, False, False, False]
    """
    return bool(_NAME.fullmatch(token))


@cache
def _bare_rimes() -> frozenset[str]:
    return frozenset(map(strip_diacritics, _RIMES))


@cache
def _bare_onsets() -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(strip_diacritics, _ONSETS)))


def _splits(rest: str) -> bool:
    if rest in ("gi", "gin", "gia", "giêng", "giêt", "gim", "giêm"):
        return True
    return any(
        rest.startswith(onset) and rest[len(onset) :] in _RIMES and _fits(onset, rest[len(onset) :])
        for onset in _ONSETS
    )


def _fits(onset: str, rime: str) -> bool:
    """Which spelling of a consonant stands before which vowel: "ngh" before e, ê, i; "ng" before the others."""
    front = rime[:1] in _FRONT
    if rime in ("ych", "ynh", "yt"):
        return onset == "qu"  # quỳnh, quýt
    if onset in ("ngh", "gh"):
        return front and rime[:1] != "y"
    if onset in ("ng", "g"):
        return not front
    if onset == "k":
        return front
    if onset == "c":
        return not front
    if onset == "qu":
        return not rime.startswith(("o", "u", "ô")) or rime == "ôc" or rime == "oc"
    return rime not in ("yêm", "yên", "yêng", "yêt", "yêu", "yem", "yen", "yeng", "yet", "yeu") or onset == ""
