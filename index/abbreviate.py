"""Abbreviations and their long forms find each other.

Long forms come from the documents ("cải cách hành chính (CCHC)"), from the list of organs, and from
the list of the field below. A typed abbreviation is scored as its long form and the other way
round: every syllable of the long form is then also found under the abbreviation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from index.analyze import bare_form, syllables
from index.terms import Word
from ingest.clean.fold import strip_diacritics
from ingest.lexicons import rows

# Terms of administrative reform and of provincial departments; each as documents write it.
_FIELD = """
CCHC cải cách hành chính
TTHC thủ tục hành chính
CCTTHC cải cách thủ tục hành chính
DVC dịch vụ công
DVCTT dịch vụ công trực tuyến
DVCQG dịch vụ công quốc gia
KSTTHC kiểm soát thủ tục hành chính
TTPVHCC trung tâm phục vụ hành chính công
HCC hành chính công
BPMC bộ phận một cửa
MCLT một cửa liên thông
TNTKQ tiếp nhận và trả kết quả
BCCI bưu chính công ích
SIPAS chỉ số hài lòng về sự phục vụ hành chính
PARINDEX chỉ số cải cách hành chính
PAPI chỉ số hiệu quả quản trị và hành chính công
PCI chỉ số năng lực cạnh tranh cấp tỉnh
PGI chỉ số xanh cấp tỉnh
DDCI năng lực cạnh tranh cấp sở ngành và địa phương
DTI chỉ số chuyển đổi số
CĐS chuyển đổi số
CNTT công nghệ thông tin
CNTT&TT công nghệ thông tin và truyền thông
CSDL cơ sở dữ liệu
ATTT an toàn thông tin
ĐTTM đô thị thông minh
HTTT hệ thống thông tin
QLNN quản lý nhà nước
HCNN hành chính nhà nước
CBCC cán bộ công chức
CBCCVC cán bộ công chức viên chức
CCVC công chức viên chức
CCCV công chức công vụ
VTVL vị trí việc làm
ĐVSN đơn vị sự nghiệp
SNCL sự nghiệp công lập
ĐVSNCL đơn vị sự nghiệp công lập
QPPL quy phạm pháp luật
VBQPPL văn bản quy phạm pháp luật
PBGDPL phổ biến giáo dục pháp luật
TDTHPL theo dõi thi hành pháp luật
XLVPHC xử lý vi phạm hành chính
UBND ủy ban nhân dân
HĐND hội đồng nhân dân
UBMTTQ ủy ban mặt trận tổ quốc
MTTQ mặt trận tổ quốc
TTHĐND thường trực hội đồng nhân dân
BCĐ ban chỉ đạo
BTV ban thường vụ
BCH ban chấp hành
VPUBND văn phòng ủy ban nhân dân
NSNN ngân sách nhà nước
GDĐT giáo dục và đào tạo
GD&ĐT giáo dục và đào tạo
GDMN giáo dục mầm non
GDTX giáo dục thường xuyên
GDPT giáo dục phổ thông
THPT trung học phổ thông
THCS trung học cơ sở
KHCN khoa học và công nghệ
KH&CN khoa học và công nghệ
KHĐT kế hoạch và đầu tư
KH&ĐT kế hoạch và đầu tư
TTTT thông tin và truyền thông
TT&TT thông tin và truyền thông
VHTTDL văn hóa thể thao và du lịch
VHTT văn hóa thể thao
LĐTBXH lao động thương binh và xã hội
LĐTB&XH lao động thương binh và xã hội
TNMT tài nguyên và môi trường
TN&MT tài nguyên và môi trường
NNPTNT nông nghiệp và phát triển nông thôn
NN&PTNT nông nghiệp và phát triển nông thôn
GTVT giao thông vận tải
BHXH bảo hiểm xã hội
BHYT bảo hiểm y tế
BHTN bảo hiểm thất nghiệp
BVMT bảo vệ môi trường
ANTT an ninh trật tự
PCCC phòng cháy chữa cháy
PCTN phòng chống tham nhũng
PCTNTC phòng chống tham nhũng tiêu cực
THTK thực hành tiết kiệm
TĐKT thi đua khen thưởng
KTXH kinh tế xã hội
KT-XH kinh tế xã hội
NTM nông thôn mới
DTTS dân tộc thiểu số
DNNN doanh nghiệp nhà nước
DNNVV doanh nghiệp nhỏ và vừa
HTX hợp tác xã
VLVB văn thư lưu trữ
QLVB quản lý văn bản
CCCD căn cước công dân
ĐDCN định danh cá nhân
NLĐ người lao động
NSDLĐ người sử dụng lao động
HĐLĐ hợp đồng lao động
GDNN giáo dục nghề nghiệp
CMND chứng minh nhân dân
GPLX giấy phép lái xe
GPXD giấy phép xây dựng
ĐKKD đăng ký kinh doanh
ĐKDN đăng ký doanh nghiệp
TNCN thu nhập cá nhân
TNDN thu nhập doanh nghiệp
GTGT giá trị gia tăng
ATGT an toàn giao thông
TNGT tai nạn giao thông
ATTP an toàn thực phẩm
KCB khám bệnh chữa bệnh
NVQS nghĩa vụ quân sự
NSTW ngân sách trung ương
NSĐP ngân sách địa phương
SXKD sản xuất kinh doanh
VPHC vi phạm hành chính
CCN cụm công nghiệp
QLDA quản lý dự án
GPMB giải phóng mặt bằng
QSDĐ quyền sử dụng đất
GCNQSDĐ giấy chứng nhận quyền sử dụng đất
KCN khu công nghiệp
ĐTNN đầu tư nước ngoài
FDI đầu tư trực tiếp nước ngoài
TPHCM thành phố hồ chí minh
HCM hồ chí minh
BRVT bà rịa vũng tàu
TTH thừa thiên huế
"""

# A syllable that Vietnamese could have: "ca", "ban"; "cchc", "sipas", "pci" are none.
_ORDINARY = re.compile(
    r"""
    ^(?:ngh|gi|ng|nh|ch|gh|kh|ph|qu|th|tr|[bcdghklmnprstvx])?
    [aeiouy]{1,3}
    (?:ch|ng|nh|[cmnpt])?$
    """,
    re.VERBOSE,
)
_MIN_SHARE = 0.5  # a long form stands for an abbreviation that at least this share of documents define so


def is_ordinary(syllable: str) -> bool:
    """True where a token may be a Vietnamese syllable rather than an abbreviation.

    >>> [is_ordinary(s) for s in ("ca", "thủ", "cchc", "sipas", "gdđt", "pci")]
    [True, True, False, False, False, False]
    """
    return bool(_ORDINARY.match(strip_diacritics(syllable)))


def _field() -> Iterable[tuple[str, str]]:
    for line in _FIELD.strip().splitlines():
        short, long = line.split(" ", 1)
        yield short, long
    for symbols, name, *_ in rows("organs"):
        for short in symbols.split(";"):
            if len(short) >= 3 and not is_ordinary(short.lower()):
                yield short, name


class Abbreviations:
    """Both directions of all known abbreviations.

    `learnt` is what documents define: short -> {long: number of documents}.
    """

    def __init__(self, learnt: Mapping[str, Mapping[str, int]] | None = None) -> None:
        self._longs: dict[str, tuple[str, ...]] = {}  # bare short -> syllables
        self._shorts: dict[tuple[str, ...], list[str]] = {}  # bare long -> shorts as one token
        self._longest = 0
        for short, longs in (learnt or {}).items():
            best = max(longs, key=lambda long: longs[long], default=None)
            if best is not None and longs[best] >= _MIN_SHARE * sum(longs.values()):
                self._add(short, best)
        for short, long in _field():
            self._add(short, long)

    def _add(self, short: str, long: str) -> None:
        tokens = tuple(syllables(long))
        token = "".join(syllables(short))
        if len(tokens) < 2 or len(token) < 2 or len(tokens) <= len(syllables(short)):
            return
        self._longs.setdefault(bare_form(token), tokens)
        if len(syllables(short)) == 1 and not is_ordinary(token):
            shorts = self._shorts.setdefault(tuple(map(bare_form, tokens)), [])
            if token not in shorts:
                shorts.append(token)
        self._longest = max(self._longest, len(tokens))

    def long_form(self, short: str, written: str = "") -> tuple[str, ...] | None:
        """Syllables of the long form. A token that may be a syllable counts only as capitals in `written`.

        >>> Abbreviations().long_form("cchc")
        ('cải', 'cách', 'hành', 'chính')
        """
        if is_ordinary(short) and not (written.isupper() and len(written) > 1):
            return None
        return self._longs.get(bare_form(short))

    def words(self, typed: Sequence[tuple[str, str]], bare: bool) -> list[Word]:
        """Syllables of a query, `(syllable, as written)`, -> words with their aliases.

        A long form inside a longer one keeps its own abbreviation: of "văn bản quy phạm pháp luật" all words have
        VBQPPL, the last four QPPL besides, whether or not they were typed as "QPPL".
        `bare`: unmarked syllables are looked up without diacritics.
        """
        words, typed_short = self._spelt_out(typed, bare)
        forms = [bare_form(word.syllable) for word in words]
        aliases: list[list[str]] = [list(word.aliases) for word in words]
        phrases = [-1] * len(words)
        phrase = 0
        position = 0
        while position < len(words):
            size = max(self._long_at(forms, position, typed_short), typed_short.get(position, 0))
            if not size:
                position += 1
                continue
            end = position + size
            for start in range(position, end):
                # Longest first: what stands for all comes before what stands for a part.
                for inner in range(end - start, 1, -1):
                    for short in self._shorts.get(tuple(forms[start : start + inner]), ()):
                        for place in range(start, start + inner):
                            if short not in aliases[place]:
                                aliases[place].append(short)
                phrases[start] = phrase
            phrase += 1
            position = end
        return [
            replace(word, aliases=tuple(shorts), phrase=number)
            for word, shorts, number in zip(words, aliases, phrases, strict=True)
        ]

    def _spelt_out(self, typed: Sequence[tuple[str, str]], bare: bool) -> tuple[list[Word], dict[int, int]]:
        """The words with each typed abbreviation as its long form, and how many words begin so at which place."""
        words: list[Word] = []
        typed_short: dict[int, int] = {}
        position = 0
        while position < len(typed):
            syllable, written = typed[position]
            long = self.long_form(syllable, written)
            aliases: tuple[str, ...] = (syllable,)
            if long is None and position + 1 < len(typed):  # "PAR INDEX", "GD ĐT", "GD&ĐT"
                joined = syllable + typed[position + 1][0]
                capitals = written.isupper() and typed[position + 1][1].isupper()
                long = self.long_form(joined) if capitals or not is_ordinary(joined) else None
                aliases = (joined, syllable)
            if long is None:
                words.append(Word(syllable, _is_bare(syllable, bare)))
                position += 1
                continue
            typed_short[len(words)] = len(long)
            words += [Word(part, False, aliases) for part in long]
            position += len(aliases)
        return words, typed_short

    def _long_at(self, forms: Sequence[str], position: int, typed_short: Mapping[int, int]) -> int:
        """Length of the longest known long form that begins here and cuts no typed abbreviation, 0 for none."""
        for size in range(min(self._longest, len(forms) - position), 1, -1):
            end = position + size
            if tuple(forms[position:end]) in self._shorts and not any(
                start < end < start + typed_short.get(start, 0) for start in range(position, end)
            ):
                return size
        return 0

    def expand(self, text: str) -> str:
        """Text with every known abbreviation in it replaced by its long form, for a model that knows words.

        >>> Abbreviations().expand("kế hoạch CCHC năm 2026")
        'kế hoạch cải cách hành chính năm 2026'
        """

        def replace(match: re.Match[str]) -> str:
            written = match.group()
            token = "".join(syllables(written))
            long = self.long_form(token, written)
            return " ".join(long) if long else written

        return _CAPITALS.sub(replace, text)

    def expand_all(self, text: str) -> str:
        """Like `expand`, for names typed in any way: small letters, spaces inside.

        >>> Abbreviations().expand_all("so gd đt son la")
        'so giáo dục và đào tạo son la'
        """
        pairs = [(syllable, syllable) for syllable in syllables(text)]
        return " ".join(word.syllable for word in self.words(pairs, bare=True))


_CAPITALS = re.compile(r"(?<![\w/&.-])[^\W\d_]{2,12}(?:&[^\W\d_]{1,6})?(?![\w/&-])")


def _is_bare(syllable: str, bare: bool) -> bool:
    """Looked up without diacritics: unmarked syllables of a query that lacks marks, and letter codes."""
    if not any(char.isalpha() for char in syllable):
        return False
    if strip_diacritics(syllable) != syllable:
        return False
    return bare or not is_ordinary(syllable)
