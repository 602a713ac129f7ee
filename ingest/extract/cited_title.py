"""Title of a cited document: what follows its number, date and issuer, to where it ends."""

from __future__ import annotations

import re

from ingest.clean.fold import has_diacritics, strip_diacritics
from ingest.clean.letters import UPPER
from ingest.lexicons import rows
from ingest.parse.plain import squeeze

TYPES = "|".join(
    sorted(
        (strip_diacritics(name).lower().replace(" ", r"\s+") for _, name, *_ in rows("document_types")),
        key=len,
        reverse=True,
    )
)
# Verbs and prepositions that begin a title.
TITLE_WORD = (
    r"(?:ve|v/v|ban\s+hanh|phe\s+duyet|quy\s+dinh|huong\s+dan|sua\s+doi|bo\s+sung|dieu\s+chinh|thuc\s+hien|trien\s+khai"
    r"|cong\s+bo|thong\s+qua|thanh\s+lap|cho\s+phep|tach|doi\s+ten|giai\s+the|uy\s+quyen|quyet\s+dinh|tang\s+cuong|day\s+manh|bai\s+bo|thay\s+the|tiep\s+tuc|ket\s+luan|kien\s+toan"
    r"|thong\s+bao\s+ket\s+luan)"
)
# Nouns and aims that begin a title right behind date or issuer ("ngày 5/3/2025 cải cách hành chính năm 2025").
# Verbs that may as well go on with the sentence ("báo cáo", "đề nghị", "rà soát") are none.
PLAIN_TITLE = (
    r"(?:cai\s+cach|kiem\s+soat\s+thu|nang\s+cao|chuyen\s+doi\s+so|cai\s+thien|doi\s+moi|thi\s+dua|quy\s+che|chan\s+chinh"
    r"|phan\s+cap|phan\s+cong|chuc\s+nang|nhiem\s+vu|mot\s+so|(?:nhung|cac)\s+(?:giai|bien|nhiem|chinh)|danh\s+muc|(?:dam\s+bao|bao\s+dam)"
    r"|phat\s+dong\s+phong\s+trao|phong,?\s+chong|khac\s+phuc|tuyen\s+truyen|phat\s+trien|sap\s+xep"
    r"|xac\s+dinh(?!\s+(?:dinh\s+huong|muc\s+tieu|nhiem\s+vu|ro|la|den)\b)|thi\s+diem"
    # a session's resolution: "Kỳ họp thứ 9, Quốc hội khóa XV", and nothing behind it
    r"|ky\s+hop\s+thu\s+\w+\s*,?\s+quoc\s+hoi\s+khoa\s+[ivx]+(?=\s*(?:[;.]|$)))"
)
# What stands between a type's name and the number: "Kế hoạch kiểm tra số 5/KH-ĐKT".
QUALIFIED = (
    r"(?:\s+(?:hanh\s+dong|phoi\s+hop|lien\s+tich|lien\s+nganh|kiem\s+tra|thanh\s+tra|giam\s+sat|cong\s+tac|chi\s+tiet|tong\s+the"
    r"|lien\s+tinh|xu\s+phat(?:\s+vi\s+pham\s+hanh\s+chinh)?)(?=\s))?"
)
_KINDS_NUMBERED = rf"(?:{TYPES}){QUALIFIED}\s+(?:so\s*:?\s*)?\d"
# What may stand between issuer and title: "khóa XIII", "gửi Bộ Tài chính" in front of "về việc", a note's mark, and in
# brackets who the issuer is now, who changed the document, or how it is called from there on.
_BETWEEN = (
    r"\s*\((?:[a-z&]{2,12}\)|(?:nay\s+la|cu\b|(?:truoc|sau)\s+(?:day|hop\s+nhat|sap\s+(?:nhap|xep)|khi)|duoc\s+|da\s+duoc|sau\s+day|goi\s+(?:tat|la|chung)|viet\s+tat|thay\s+the)"
    r"[^()]{0,160}\))"
)
# "Quyết định giao chỉ tiêu"; "giao Sở A chủ trì" is what the text says of it.
_GIVING = r"giao\s+(?:nhiem|chi\s+tieu|du\s+toan|ke\s+hoach|quyen|bien\s+che|so\s+luong|von)"
_TITLE = re.compile(
    rf"""
    (?:[\s,]*khoa\s+[ivx]+\b)?(?:[\s,]*nhiem\s+ky\s+\d{{4}}\s?[-–]\s?\d{{4}})?(?:\s*\[\d{{1,3}}\])?(?:{_BETWEEN})?(?:\s*\[\d{{1,3}}\])?
    (?: [\s,:]*(?=[“"]?(?!{_KINDS_NUMBERED}|ban\s+hanh\s+kem\b)(?:{TITLE_WORD}|{_GIVING})\b)
      | \s+(?=[“"]?{PLAIN_TITLE}\b)
      | \s+gui\s+(?:(?!\b(?:de\s+nghi|yeu\s+cau|bao\s+cao)\b)[^;.:()\d|]){{3,90}}?\s+(?=ve\s+viec\b)
      # "của Trường Đại học Ngoại ngữ, Đại học Quốc gia Hà Nội về việc ..."
      | ,\s+(?:dai\s+hoc|bo|so|tong\s+cuc|ubnd|uy\s+ban\s+nhan\s+dan)\s[^,;.:()\d|]{{3,60}}?
        \s+(?=(?:ve\s+viec|v/v)\b)
      | \s*\([^()]{{3,80}}\)\s+(?=(?:ve\s+viec|v/v)\b)
      | \s+hoi\s+nghi\s+[^,;.:()|]{{5,70}}?\s+(?=ve\s)
      | \s*\((?=(?:ve|v/v|quy\s+dinh|ban\s+hanh(?!\s+kem)|phe\s+duyet|huong\s+dan|sua\s+doi)\s) )
    """,
    re.VERBOSE,
)
# "Căn cứ Nghị định số 5/2024/NĐ-CP của Chính phủ quản lý, cung cấp dịch vụ;": a verb that only there begins a title.
_GOVERNMENT = re.compile(r"\bchinh\s+phu$")
_GOVERNING = re.compile(r"\s+(?=quan\s+ly\b[^;:]{10,300};)")
# "Tờ trình số 5/TTr-UBND của UBND tỉnh dự thảo Nghị quyết ban hành Quy định ...".
_SUBMITTED = re.compile(rf"\s+(?=du\s+thao\s+(?:{TYPES}|luat)\s+{TITLE_WORD}\b)")
# "của Chính phủ Nghị định sửa đổi, bổ sung ...": the kind said a second time.
# "Kế hoạch số 5/KH-SCT ngày 12/02/2026 tổ chức Tháng hành động": what a plan is for, where no "về" stands.
_PLANNED = re.compile(
    r"\s+(?=(?:to\s+chuc\s+(?:thuc\s+hien\s+)?(?:cac\s+hoat\s+dong|hoi\s+(?:nghi|thi|thao)|cuoc\s+thi|le\s|thang\s+hanh\s+dong"
    r"|tuan\s+le|ngay\s+hoi|dai\s+hoi|ky\s+niem|phong\s+trao|dot\s|lop\s)|giai\s+quyet\s+(?!theo\b|cac\s+ho\s+so))[^;:]{8,})"
)
_PLANS = frozenset(("ke hoach", "chuong trinh", "de an", "phuong an"))
_REPEATED = re.compile(rf"\s+(?={TITLE_WORD}\b)")
_PLAIN = re.compile(rf"{PLAIN_TITLE}\b")
_TITLE_END = re.compile(
    rf"""
    (?P<semicolon>;)|\n\s*\n|\||\^|(?<!\btp)[.](?=\s|$)|[!?](?=[\s*]|$)
    |(?P<quote>["”])(?=\s*[.,;^)(*]|\s+(?:o|tai|den|gan|toi)\s)
    # "A - Nghị định số 5": a list whose lines were joined
    |\s[-–+•]\s+(?={_KINDS_NUMBERED}|luat\s)
    |\(\s*(?:sau\ day|goi\ (?:tat|chung|la)|viet\ tat|trich|kem|gui\ kem|ban\ (?:chup|sao|photo)|ban\ hanh|da\ duoc|duoc
      |(?:sua\ doi|bo\ sung)\b[^()]{{0,40}}\bboi\b
      |van\ ban\ (?:dinh|gui|kem)|hoac\b|hien\s+(?:tai|nay|dang)\b|trong\s+do\b
      |theo\s+(?:de\s+nghi\b|(?:{TYPES})\s+(?:so\s*:?\s*)?\d)
      |(?:(?:{TYPES})\s+)?(?:(?:co|het)\s+)?hieu\s+luc\b
      |(?:{TYPES})\s+(?:(?:so\s*:?\s*)?\d+[a-z]?\s?[/-]|so\s*:?\s*\d))|\[\d
    |(?P<close>\))
    |(?:,?…|\.\.\.)
    |(?P<doer>,?\s+do\s+(?!thi\b|luong\b)[^;,.:\d]{{3,60}}\sban\s+hanh\b)
    |(?P<effect>\s+(?:het|co)\s+hieu\s+luc)|,\s*cu\ the|,?\s+(?:cu\s+the\s+)?nhu\s+sau
    |(?P<also>\s+dong\s+thoi\b)|\s+va\s+cac\s+noi\s+dung\s+cua\s+(?:thu\s+tuc|tthc)\b
    # what the citing document says of itself: "... tại các phụ lục kèm theo Quyết định này", "kể từ ngày Luật này"
    |,?\s+(?:tai|theo|kem\s+theo|cua|ke\s+tu\s+ngay|tu\s+ngay|vao|cung\s+voi|trong)\s+(?:cac\s+)?(?:phu\s+luc\b[^;,.:]{{0,60}}?\s)?(?:{TYPES}|luat)\s+nay\b
    |,\s+(?:xet|theo)\s+de\s+nghi\s+cua\b
    |(?:,|\s+va)\s+(?:tai\s+)?(?:cac\s+)?van\s+ban\s+so\s*:?\s*\d
    |,?\s+gan\s+voi\s+(?:tinh\s+hinh|thuc\s+tien|dieu\s+kien)\b
    |(?<=20\d\d)\s+voi\s+\d+\s
    |,?\s+theo\s+(?:huong\s+dan|chi\s+dao|yeu\s+cau)\s+(?:tai|cua)\s+(?:cac\s+)?{_KINDS_NUMBERED}
    |,\s+(?:toan\s+)?(?:tinh|thanh\s+pho)(?:\s+[^\W\d_]+){{0,4}}?\s+(?:(?:xep|dung)\s+(?:thu|hang)|dat\s+\d|nam\s+trong)\b
    |\s+de\s+lam\s+(?:co\s+so|can\s+cu)\s+(?:cho|de|trien)\b
    # "... và các mục tiêu đề ra của Nghị quyết số 26": what another one asks
    |\s+va\s+(?:cac|nhung)\s+(?:muc\s+tieu|nhiem\s+vu|noi\s+dung|quan\s+diem|yeu\s+cau|chi\s+tieu|giai\s+phap)\b[^;.]{{0,40}}?\s(?:cua|tai|trong|theo)\s+(?:cac\s+)?{_KINDS_NUMBERED}
    |\s+kem\s+theo\s+ho\s+so\b|,\s+kinh\s+de\s+nghi\b|,\s+quy\s+dinh\s+ve\s+viec\b
    |,\s+tham\s+muu(?:,|\s+(?:cho|trinh|ubnd|chinh\s+phu|thu\s+tuong|bo|so|uy\s+ban|cap)\b)
    |,\s+(?:de\s+nghi|yeu\s+cau|giao)\s+(?:cac|quy|bo|so|ubnd|uy\s+ban|thu\s+truong|chu\s+tich)\s
    # "..., thực hiện Kế hoạch số 5", "... và các Quyết định thành lập": further documents
    |,\s+(?:thuc\s+hien|trien\s+khai|can\s+cu|theo)\s+(?:cac\s+)?{_KINDS_NUMBERED}
    |(?P<further>\s+va\s+(?:cac\s+(?:{TYPES})[\s,]|(?:{TYPES})\s+so\s*\d+\s+ban\s+hanh))
    |,\s+(?:trong\s+do|theo\s+do|qua\s+do|tu\s+do|nham|gop\s+phan|ke\s+tu|tren\s+tinh\s+than|tren\s+co\s+so)\b
    # "..., được sửa đổi, bổ sung một số điều bởi Luật": no part of the name
    |(?P<changed>,?\s+(?:da\s+)?duoc\s+(?:sua\s+doi(?:\s*,\s*bo\s+sung)?|bo\s+sung|dieu\s+chinh|thay\s+the)
       (?:,?\s+(?:bo\s+sung|thay\s+the|bai\s+bo))*(?:\s+mot\s+so\s+(?:dieu|noi\s+dung))?\s+(?:boi|bang|theo|tai)\b
      |,?\s+(?:sua\s+doi(?:\s*,\s*bo\s+sung)?|bo\s+sung|dieu\s+chinh|thay\s+the)(?:\s+mot\s+so\s+(?:dieu|noi\s+dung))?\s+boi\b)
    |(?:,|\s+va)\s+(?:thay\s+the|thay\s+cho|bai\s+bo|huy\s+bo)\s+(?:cac\s+)?(?:{TYPES}|luat)\s
    |,\s+(?P<actor>(?:uy\s+ban|ubnd|so|bo|chu\s+tich|hoi\s+dong|ban|cuc|(?:pho\s+)?thu\s+tuong|chinh\s+phu|hdnd|van\s+phong|phong|trung\s+tam|truong|thanh\s+tra|cong\s+an|chi\s+cuc
        |thong\s+doc|giam\s+doc|tong\s+(?:lien\s+doan|cuc|giam\s+doc|cong\s+ty)|lien\s+doan|ngan\s+hang|toa\s+an|vien\s+kiem|tinh\s+uy|thanh\s+uy
        |dang\s+uy|cong\s+doan|kho\s+bac|bao\s+hiem)\b)
      (?=(?:[^,;.]|,\s(?:khen\s+thuong|the\s+thao)\b){{0,60}}
      \b(?:ban\s+hanh|thong\s+nhat|phan\s+cong|xay\s+dung|yeu\s+cau|de\s+nghi|bao\s+cao|co\s+y\s+kien|quyet\s+dinh|thong\s+bao|to\s+chuc|giao
        |da|phat\s+dong|trinh|gui|kinh|huong\s+dan|chi\s+dao|chu\s+tri|phoi\s+hop|tham\s+muu|trien\s+khai|quy\s+dinh|chi\s+thi|co)\b)
    # "... thì: Trừ các chỉ tiêu": a sentence begins
    |(?P<colon>(?:\s+thi)?(?<!\bso)\s*:(?=\s))
    # "... và các văn bản hướng dẫn thi hành", "... và các quy định khác có liên quan"
    |,?\s+(?:va|hoac)\s+cac\s+(?:van\s+ban\b(?!\s+quy\s+pham)
       |quy\s+dinh\s+(?:khac|cua\s+phap\s+luat|co\s+lien\s+quan|lien\s+quan|hien\s+hanh))\b
    |(?P<day>,\s+ngay\s+\d)
    # "..., Điều 1 Nghị định số 91/2014/NĐ-CP": a part of the next one
    |,\s+(?:(?:diem|khoan|dieu)\s+[\da-z]+\s+)+(?:cua\s+)?(?P<part>{TYPES})\s+(?:so\s*:?\s*)?\d
    # the next member of a list of documents
    |(?:,\s*(?:va\s+)?|\s+va\s+|,?\s+cung\s+(?:voi\s+)?)(?:cac\s+|cua\s+)?
     (?:(?P<kind>{TYPES}){QUALIFIED}\s+(?:so\s*:?\s*)?\d{{1,6}}[a-z]?\s?[/-]
       |(?P<law>luat|bo\s+luat|phap\s+lenh)\s
       |(?P<bare>so)\s+\d{{1,6}}\s?[/-])
    """,
    re.VERBOSE,
)
_ONLY_WORD = re.compile(rf"(?:ve\s+)?(?:{TITLE_WORD}|viec|giao|quy\s+dinh)(?:,?\s+(?:{TITLE_WORD}|viec|cua|cac|ro))*")
# "... về đất đai quy định": the verb of the sentence that cites.
_OWN_VERB = re.compile(r",?\s+có\s+quy\s+định(?:\s+rõ)?$")
_VERB_AT_END = re.compile(r"(?<!hành)(?<!các)(?<!số)(?<!hiện)(?<!theo)(?<!đúng)(?<!những)\s+quy\s+định(?:\s+rõ)?$")
_LAW_BEFORE = re.compile(r"(?<!phap )(?<![^\W\d_])(?:luat|phap lenh)\s")
_NUMBER_AT_END = re.compile(r"\d[a-z]?\s?[/-][\w&/.\s-]{0,30}$")
# A document of a list with a title of its own: "..., Thông tư số 5/2016/TT-BTC ngày 21/3/2016 sửa đổi".
_TITLED = re.compile(r"[^;,]{3,80}?\s(?:ve|quy\s+dinh|sua\s+doi|huong\s+dan|ban\s+hanh|phe\s+duyet)\s")
_UNTITLED = re.compile(
    rf"(?:{TYPES})\s+(?:so\s*:?\s*)?\d{{1,6}}/(?:\d{{4}}/)?[a-z-]+\s+ngay\s[\d/]+(?:\s+cua\s+(?:(?!\s{TITLE_WORD}\s)[^,;]){{3,60}})?\s*$"
)
# "khoản 2 Điều 5 Nghị định ... quy định người ...": the verb of the sentence, not the beginning of a title.
_PART_SAYS = re.compile(
    r"quy\s+dinh\s+(?:(?:cu\s+the|ro|nhu|them|bo\s+sung|han[gm]|thoi\s+(?:diem|han|gian)|nguoi|doi\s+tuong|nhung|cac|moi|khi|tai|mot\s+trong"
    r"|ca\s+nhan|doanh\s+nghiep|ho\s+gia\s+dinh|co\s+quan|chu\s+dau|hoc\s+sinh|nha\s+thau|gia\s+tri|thanh\s+phan)\b|tri\s+gia)"
    r"|(?:sua\s+doi(?:,?\s+bo\s+sung)?|bo\s+sung)\s+(?:cac\s+)?(?:diem|khoan|dieu|tai|boi|bang|cum\s+tu|them|thoi)\b"
    r"|sua\s+doi[^;]{0,30}?\bmot\s+so\s+(?:khoan|diem)\b"
)
_SENTENCE_SAYS = re.compile(
    r"quy\s+dinh\s+(?:cu\s+the|ro|nhu|them|hang|doi\s+tuong\s+ap\s+dung|nguoi\s+co)\b|bo\s+sung\s+(?:minh\s+chung|day\s+du|ho\s+so)\b"
    r"|(?:sua\s+doi|bo\s+sung)(?:\s+mot\s+so\s+(?:dieu|noi\s+dung))?\s+boi\b|(?:sua\s+doi|bo\s+sung)\s+tai\b|huong\s+dan\s+de\b"
    r"|quy\s+dinh\s+(?:khac|hien\s+hanh|lien\s+quan|co\s+lien\s+quan|cua\s+phap\s+luat)\b"
    r"|quy\s+dinh\s+(?:ca\s+nhan|doanh\s+nghiep|to\s+chuc)\s+(?:duoc|phai|khong)\b"
    r"|quy\s+dinh\s+(?:muc|thoi|lai)\b[^;:]{3,80}?\s(?:la|bang|toi\s+da|toi\s+thieu)\s+\d"
)
# What a title begins with, where nothing but the number stands in front of it.
_SURE_TITLE = re.compile(
    r"quy\s+dinh\s+(?:chi\s+tiet|chuc\s+nang|viec|che\s+do)|ban\s+hanh\s+(?!tron)|phe\s+duyet|sua\s+doi,?\s+bo\s+sung\s+mot\s+so"
    r"|huong\s+dan\s+(?:chi\s+tiet|thuc\s+hien|thi\s+hanh|mot\s+so|ve\s|viec)"
)
_NUMBER_BEFORE = re.compile(r"\d[/-](?:(?:19|20)\d\d[/-])?[a-z]")
# Words of a sentence, not of a title; as written, because without marks "thì" is "thi đua".
_RUN_ON = re.compile(
    r",?\s+(?:thì|vẫn|sẽ|cũng|mà|được (?:thực hiện|áp dụng|triển khai|quy định)|có trụ sở)(?=[\s,]|$)"
    r"|,?\s+(?:vừa được|đã được|đã (?:sửa đổi|ban hành|quy định|hướng dẫn|cụ thể|chỉ đạo|xác định|yêu cầu))(?=\s)"
    r"|,\s+(?:các (?:cơ quan|sở|đơn vị|địa phương|ngành|cấp|bộ|phòng|xã)|tỉnh|thành phố|toàn tỉnh)\b[^;.]{0,120}?"
    r"\s(?:đã|tiếp tục|chủ động|tổ chức|triển khai|cần|phải|khẩn trương|nghiêm túc)(?=\s)"
    r"|,\s+(?:từ ngày \d\S*|hiện nay|đến nay|nếu|khi|sau khi|qua (?:nghiên cứu|rà soát|xem xét))\s"
    r"|,\s+(?:gồm|bao gồm|được|do|để|đề xuất nội dung|đề xuất các)\s"
    r"|,?\s+và để\s"
    rf"|,\s+(?:đơn vị|cơ quan|địa phương|ngành|[{UPPER}][^\W\d_]*(?:\s[{UPPER}][^\W\d_]*){{0,3}})\s+đã\s"
    r"|,\s+(?:phòng|xã|phường|huyện|sở|ban|trường|chi cục|trung tâm)\s[^,;.]{2,40}?\s+đã\s"
    # "... và khoản 4 Điều 1 Thông tư này": a part of the citing document
    r"|,?\s+và (?:(?:điểm|khoản|[Đđ]iều) \w+ )+(?:của )?[^\W\d_]+(?: [^\W\d_]+)? này\b"
    r"|,?\s+được (?:các|toàn thể) (?:cơ quan|đơn vị|sở|cấp|ngành|xã|phòng|cán bộ|địa phương)\b"
    r"|,?\s+có xác nhận của\s|,?\s+đạt \d+(?:[.,]\d+)? điểm\b"
    r"|,\s+đặc\s+biệt\s+là\s|,?\s+và\s+phù\s+hợp\s(?:với\s)?(?:tình hình|điều kiện|thực tiễn|thực tế)\b"
    # behind the year that ends a title: what the citing sentence aims at
    r"|(?<=năm\s20\d\d)(?:\s+(?:nhằm|để|gắn\s+với|bảo\s+đảm|đảm\s+bảo)|,\s+nhất\s+là)\s"
    r"|\s+(?:trong đó|trên tinh thần)\s|,\s+thực tiễn\s|,\s+rà soát,\s+thực hiện\s|\s+và (?:các )?[Pp]hụ lục\s"
    r"|,\s+(?:đảm bảo|bảo đảm) (?:đồng bộ|bảo mật|đầy đủ|đúng|tiến độ|hoàn thành|chất lượng)\b"
    r"|,\s+hoàn thành\b[^,;]{0,80}\btrước ngày\s|\s+và văn bản số\s+\d|\s+và Văn bản số\s+\d"
    r"|(?<=\s(?:19|20)\d\d),\s+(?:cắt giảm|đảm bảo|bảo đảm|hoàn thành|rà soát|tập trung|khẩn trương|phấn đấu|hướng dẫn"
    r"|chỉ đạo|đôn đốc)\s"
    r"|\s+và trình (?=(?:Thủ tướng|Chính phủ|Hội đồng|HĐND|Ủy ban|UBND|Bộ|Ban|Quốc hội)\s)"
    r"|\s+quy định (?:cụ thể|rõ)\s|,\s+(?:người (?:sử dụng )?lao động|người nộp thuế)\s"
    rf"|\s+(?:để bổ sung|để sửa đổi|và (?:đã )?được)\s(?=[{UPPER}])"
    r"|\s+để (?:bổ sung|sửa đổi)\s"
    r"|\s(?<!việc )(?<!về )giao\s(?=(?:Bộ|Chính phủ|Thủ tướng|Hội đồng|HĐND|Ủy ban|UBND)\s[^;,]{2,60}"
    r"\s(?:quy định|hướng dẫn)\b)"
)
# "... theo Nghị quyết A về phát triển nhà ở và văn bản hướng dẫn"; not "triển khai Luật B và văn bản hướng dẫn".
_AND_GUIDES = re.compile(r"\s+(?:và|cùng)\s+(?:các\s+)?văn bản (?:hướng dẫn|có liên quan|liên quan)\b[^;]*$")
_ACT = re.compile(r"\b(?:Bộ luật|Luật|Pháp lệnh|Nghị định|Nghị quyết|Thông tư|Quyết định|Chỉ thị|Kết luận)\b")
# "Nghị quyết của Bộ Chính trị về định hướng A và Chiến lược A của Thủ tướng Chính phủ": another's document.
_AND_OTHERS = re.compile(
    r"\s+và\s+(?:Chiến lược|Quy hoạch|Chương trình|Kế hoạch|Đề án)\s[^;]*\scủa\s(?:Thủ tướng )?Chính phủ$"
)
# A heading in capitals whose lines were joined: "... TRONG TÌNH HÌNH MỚI” ỦY BAN NHÂN DÂN TỈNH ...".
_NEXT_LINE = re.compile(
    r"(?<=[”\"\d])\s(?:CHỦ TỊCH )?(?:ỦY BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN|BỘ TRƯỞNG|THỦ TƯỚNG|GIÁM ĐỐC)\b.*$"
)
_WHEN_LAW = re.compile(r"\b(?:khi|ngay)\s+(?:luat|bo\s+luat|nghi\s+dinh|nghi\s+quyet|phap\s+lenh)\s[^;,.]{2,80}$")
_TEXTS_OF = re.compile(r"\b(?:van\s+ban|van\s+ban\s+quy\s+pham\s+phap\s+luat)\b")
_TEXTS_AT_END = re.compile(r"\b(?:van\s+ban|vb)(?:\s+(?:quy\s+pham\s+phap\s+luat|qppl))?(?:\s+da)?$")
_DONE_BY = re.compile(r"\bdo\s+[^\W\da-zđ_][^;.]{2,70}$")
_ENUMERATED = re.compile(r"\bcac\s+(?:xa|phuong|huyen|quan|thi\s+xa|tinh|thanh\s+pho|xa,\s*phuong|linh\s+vuc)\s*$")
# "sửa đổi một số điều của các Thông tư: số 11/2021/TT-BXD, số 13/2021/TT-BXD".
_OF_NUMBERED = re.compile(rf"\bcua\s+(?:cac|hai|\d{{1,2}})\s+(?:{TYPES})\s*$")
_LISTED = re.compile(r"\b(?:danh\s+muc|thu\s+tuc|cong\s+bo)\b")
_OF_LISTED = re.compile(r"\b(?:được|đã (?:sửa|ban|quy)|gồm|để|do)\b")
_YEAR_AT_END = re.compile(r"\b20\d\d$")
_FOLLOWS = re.compile(
    r",?\s+(?:như|gồm|bao gồm|sau|và|là|như sau|sau đây|được quy định|theo hướng|(?:có )?nêu(?: rõ)?"
    r"|với (?:các )?nội dung)$"
)
_QUOTES = '“”"'
MAX_TITLE = 600


def title_after(
    text: str, bare: str, at: int, end: int, kind: str = "", own_line: bool = False, known: str = ""
) -> tuple[str, int] | None:
    """What follows number, date and issuer: the title, and where it ends; None beyond 600 characters.

    It goes to the end of the clause, but ends in front of the next document of a list; not inside a list that belongs
    to the title itself. `kind`: the cited document's own type, bare ("thong tu"): in "A quy định chi tiết Luật X và
    Nghị định B" the decree belongs to the title if A is no decree. `own_line`: the line begins with the citation or
    with "Căn cứ", so a semicolon in it may be the title's. `known`: the citing document's own title, bare: where words
    behind a semicolon are its own, too, they belong to the title that it carries out.

    >>> def title(text):
    ...     found = title_after(text, strip_diacritics(text).lower(), 0, len(text))
    ...     return found and found[0]
    >>> title(" về kiểm soát thủ tục hành chính; Nghị định"), title(", Sở Nội vụ báo cáo")
    ('về kiểm soát thủ tục hành chính', None)
    >>> title(" về thi đua, Quyết định số 12/QĐ-UBND"), title(" về Chỉ số (PAR INDEX) năm 2025)")
    ('về thi đua', 'về Chỉ số (PAR INDEX) năm 2025')
    >>> title(" sửa đổi Nghị định số 61/2018/NĐ-CP và Nghị định số 45/2020/NĐ-CP;")
    'sửa đổi Nghị định số 61/2018/NĐ-CP và Nghị định số 45/2020/NĐ-CP'
    >>> title(" về đất đai (bản chụp gửi kèm)"), title(" về cơ chế tự chủ và các văn bản hướng dẫn thi hành")
    ('về đất đai', 'về cơ chế tự chủ')
    >>> title(" về quản lý thuế quy định: người nộp thuế")
    'về quản lý thuế'
    """
    found = _TITLE.match(bare, at, min(end, at + 140))
    if not found and own_line and _GOVERNMENT.search(bare, max(0, at - 12), at):
        found = _GOVERNING.match(bare, at, end)
    if not found and kind:
        again = re.match(rf"\s+{kind.replace(' ', chr(92) + 's+')}(?=\s)", bare[at : min(end, at + 60)])
        found = _REPEATED.match(bare, at + again.end(), end) if again else None
    if not found and kind in _PLANS:
        found = _PLANNED.match(bare, at, end)
    if not found and kind == "to trinh":
        found = _SUBMITTED.match(bare, at, end)
    if not found:
        return None
    start = found.end()
    limit = min(end, start + MAX_TITLE + 1)
    stop = limit
    for close in _TITLE_END.finditer(bare, start, limit):
        if close["semicolon"] and known and _is_known(bare, close.end(), end, known):
            continue
        if (
            close["semicolon"]
            and _goes_on(text, bare, close.end(), end)
            and (own_line or _comes_to_an_end(text, start, close.start(), close.end(), end))
        ):
            continue
        if _ends_title(text, bare, start, close, kind):
            stop = close.end("quote") if close["quote"] and _quoted_whole(bare, start, close) else close.start()
            break
    written = text[start:stop]
    opened = written.rfind("(") if written.count("(") > written.count(")") else -1
    if stop - start > MAX_TITLE and opened < 0:  # no title but a sentence that goes on
        return None
    if opened >= 0:
        written = written[:opened]
    for run in _RUN_ON.finditer(written.replace("\n", " ")):
        # "danh mục thủ tục hành chính được sửa đổi, bổ sung": such words are the title's.
        of_listed = _OF_LISTED.search(run[0]) and not run[0].lstrip(" ,").startswith("và")
        of_listed = of_listed and not _YEAR_AT_END.search(written, 0, run.start())
        if not (of_listed and _LISTED.search(bare, start, start + run.start())):
            written = written[: run.start()]
            break
    title = squeeze(written).strip(" ,:;*")
    title = _VERB_AT_END.sub("", _OWN_VERB.sub("", _unquoted(title))).strip(" ,./")
    if follows := _FOLLOWS.search(title):
        # "..., mức chi như sau:": what stands behind the last comma announces a list.
        announced = follows[0].split()[-1] in ("sau", "đây")
        title = _unquoted((title.rpartition(",")[0] if announced else title[: follows.start()]).strip(" ,"))
    if (guides := _AND_GUIDES.search(title)) and not _ACT.search(title, 0, guides.start()):
        title = title[: guides.start()]
    title = _AND_OTHERS.sub("", title)
    if title.isupper():
        title = _NEXT_LINE.sub("", title)
    # A verb without its object is the sentence's: "Thông tư số 5 quy định: ...".
    return (
        (title, start + len(written)) if title and not _ONLY_WORD.fullmatch(strip_diacritics(title).lower()) else None
    )


def _quoted_whole(bare: str, start: int, close: re.Match[str]) -> bool:
    """Whether a closing mark ends the one quotation that a title consists of: "về “Nâng cao”, Sở yêu cầu"."""
    opened = re.match(r"(?:ve\s+(?:viec\s+)?)?[“\"]", bare[start : close.start()])
    return opened is not None and not re.search(r"[“”\"]", bare[start + opened.end() : close.start()])


def _unquoted(title: str) -> str:
    """A title without the quotation marks around it; those inside stay."""
    title = title.rstrip("“ ")
    if len(title) > 2 and title[0] in _QUOTES and title[-1] in _QUOTES and not any(q in title[1:-1] for q in _QUOTES):
        return title[1:-1].strip()
    while title and title[0] in _QUOTES and title.count("“") + title.count('"') % 2 > title.count("”"):
        title = title[1:]
    while title and title[-1] in _QUOTES and title.count("”") + title.count('"') % 2 > title.count("“"):
        title = title[:-1]
    return title.strip()


# What stands behind a semicolon that ends a title, although in small letters.
_NO_TITLE = re.compile(
    rf"(?!quy\s+dinh\s+(?:chi\s+tiet|ve|viec|muc|che\s+do|co\s+che|chuc\s+nang)\b)(?:so|va|hoac|cac|theo|tai|trong|tren|dong\s+thoi|nham|can\s+cu|diem|khoan|dieu\s+\d|muc|tu|den|ngay|sau|de|do|con|nay"
    rf"|duoc|da|se|{TYPES}|van\s+ban|luat|bo\s+luat|phap\s+lenh)\b"
)
_SENTENCE = re.compile(r"\b(?:đã|sẽ|được giao|đề nghị|yêu cầu|tham mưu|báo cáo|chủ trì|gửi|kính)\b|\d\s?/\s?\S*[A-ZĐ]")
_SENTENCE_PLAIN = re.compile(r"\b(?:duoc giao|de nghi|yeu cau|tham muu|bao cao|chu tri|kinh)\b|\d\s?/\s?\S*[A-ZĐ]")


def _goes_on(text: str, bare: str, at: int, end: int) -> bool:
    """Whether a title goes on behind a semicolon: "quy định về phân cấp; phân định thẩm quyền ...;"."""
    begin = at + len(bare[at:end]) - len(bare[at:end].lstrip())
    stops = [stop for stop in (text.find(";", begin, end), text.find("\n\n", begin, end)) if stop >= 0]
    part = text[begin : min(stops, default=end)].rstrip(" .,/")
    if not 8 < len(part) < 260 or not part[0].islower() or "\n-" in text[at:begin] or re.search(r"[.:](?:\s|$)", part):
        return False
    pattern = _SENTENCE if has_diacritics(part) else _SENTENCE_PLAIN
    return not _NO_TITLE.match(bare, begin) and not pattern.search(part)


# What ends the title of a local or a timed document.
_PLACE_OR_TIME = re.compile(
    rf"(?:trên địa bàn(?: tỉnh| thành phố)?(?: [{UPPER}][^;.]{{2,30}})?"
    rf"|(?:tỉnh|thành phố) [{UPPER}]\w*(?: [{UPPER}]\w*)*"
    r"|(?:năm|giai đoạn) (?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?)$"
)


def _is_known(bare: str, at: int, end: int, known: str) -> bool:
    part = squeeze(re.split(r"[;.\n]", bare[at : min(end, at + 200)])[0])
    return len(part) > 15 and f"; {part[:60]}" in known


_OTHER_MATTER = re.compile(r"\s*(?:kinh phí|việc|có|chi|được|hiện tại|hiện nay|kết thúc|phối hợp)\s")


def _comes_to_an_end(text: str, start: int, stop: int, at: int, end: int) -> bool:
    """Whether words behind a semicolon bring a title in running text to the end that it has not had yet.

    "Kế hoạch về phổ biến pháp luật; hòa giải ở cơ sở trên địa bàn tỉnh năm 2025;": a plan of a place and a year.
    """
    if _PLACE_OR_TIME.search(text[start:stop].rstrip()) or _OTHER_MATTER.match(text, at):
        return False
    parts = re.split(r";|\.\s|\n", text[at : min(end, at + 320)])[:2]
    return any(
        _PLACE_OR_TIME.search(part.rstrip(" .,/")) is not None
        for part in parts[: 1 if "\n" in text[at : at + 2] else 2]
    )


# Documents that rule nothing: "Kế hoạch 44/KH-UBND quy định về kinh phí" is a sentence.
_RULES_NOTHING = frozenset(
    ("ke hoach", "cong van", "thong bao", "bao cao", "chi thi", "cong dien", "to trinh", "giay moi", "ket luan")
)


def says(title: str, of_part: bool, bare_number: bool, kind: str = "") -> bool:
    """Whether words behind a citation say what it rules instead of naming it.

    `title`: bare; `of_part`: only an article of the document is cited ("khoản 2 Điều 5 Nghị định ..."); `bare_number`:
    neither date nor issuer stands between number and words; `kind`: the document's type, bare.

    >>> says("quy dinh nguoi nop thue phai khai", True, False), says("quy dinh ve hoa don", True, False)
    (True, False)
    >>> says("quy dinh ve kinh phi", False, True, "ke hoach"), says("quy dinh khac cua phap luat", False, True)
    (True, True)
    >>> says("quy dinh muc phat", True, True), says("sua doi, bo sung khoan 1 dieu 3", True, False)
    (True, True)
    """
    if kind in _RULES_NOTHING and title.startswith("quy dinh"):
        return True
    if _SENTENCE_SAYS.match(title) or (of_part and _PART_SAYS.match(title)):
        return True
    if bare_number and _PLAIN.match(title):  # "theo Công văn số 5/SNV đảm bảo kết nối": the sentence goes on
        return True
    return of_part and bare_number and not _SURE_TITLE.match(title)


def _ends_title(text: str, bare: str, start: int, close: re.Match[str], own: str) -> bool:
    before = bare[start : close.start()]
    opened = before.count("(") > before.count(")")
    if close["doer"]:  # "đô thị" is no "do"; "văn bản về ... do Bộ trưởng ban hành" is what the title speaks of
        return "do" in text[close.start() : close.start() + 5] and not _TEXTS_OF.search(before)
    if close["actor"]:  # "văn bản ... do Chính phủ, Thủ tướng Chính phủ ban hành": one list of doers
        written = text[close.start("actor") : close.end("actor")]
        if close["actor"] == "truong" and "ườ" not in written.lower():  # "Trưởng Ban Chỉ đạo": a person's post
            return False
        return written[0].isupper() and not _DONE_BY.search(text[start : close.start()])
    if close["also"] and before.endswith(","):  # "về tăng cường quản lý, đồng thời xử lý nghiêm ...": too little as yet
        return len(before.split()) > 7
    if close["effect"] and _TEXTS_AT_END.search(before):  # "rà soát văn bản quy phạm pháp luật hết hiệu lực"
        return False
    if close["effect"]:  # "xảy ra trước khi Luật Đất đai năm 2024 có hiệu lực": another's effect, in the title
        return _WHEN_LAW.search(before) is None
    if close["further"]:
        return not _LAW_BEFORE.search(before) and not _NUMBER_BEFORE.search(before)
    if close["day"]:
        return not _NUMBER_AT_END.search(before)
    if close["quote"] and _quoted_whole(bare, start, close):
        return True
    if close["quote"]:
        # A quotation mark that was not opened inside closes the words around the title.
        opening = before.count("“") + before.count('"') if close["quote"] == '"' else before.count("“")
        closing = before.count("”")
        return (opening - closing) % 2 == 0 if close["quote"] == '"' else opening <= closing
    if close["close"]:
        return not opened
    # "phát động thi đua “Đoàn kết; sáng tạo”": a title's own quotation goes on to its end.
    if (
        close[0] == ";"
        and before.count("“") > before.count("”")
        and 0 < text.find("”", close.end()) - close.end() < 200
    ):
        return False
    if opened and close[0] != "|" and "\n" not in close[0]:
        return False
    if close["changed"]:
        # "danh mục thủ tục hành chính được sửa đổi, bổ sung theo ..." is what a title speaks of.
        return not re.search(r"\b(?:danh muc|thu tuc hanh chinh|tthc|cong bo)\b", before)
    if close["colon"]:
        if _ENUMERATED.search(before):  # "trên địa bàn các xã: A, B"
            return False
        if _OF_NUMBERED.search(before) and re.match(r":\s*so\s+\d", bare[close.end() - 1 : close.end() + 12]):
            return False
        return len(before) > 20 or (not before.startswith("v") and _ONLY_WORD.fullmatch(before.strip()) is not None)
    if close["part"]:  # a circular may detail parts of a law and of a decree, a decree none of another's
        return close["part"] == own and _LAW_BEFORE.search(before) is not None
    if close["kind"]:
        if close["kind"] == own and close[0][0] == "," and _TITLED.match(bare, close.end()):
            return True
        # "... sửa đổi Thông tư số 5/2014/TT-BTC và Thông tư số 6/2012/TT-BTC hướng dẫn": only the next one has a title.
        if close["kind"] == own and _UNTITLED.search(before) and _TITLED.match(bare, close.end()):
            return True
        if own and close["kind"] != own and close[0].split()[0] == "va" and _LAW_BEFORE.search(before):
            return False
        return not re.search(
            rf"(?<![^\W\d_]){re.escape(close['kind'])}\s+(?:so\s*:?\s*)?\d{{1,6}}[a-z]?\s?[/-]", before
        )
    if close["law"]:
        # "pháp luật", "và luật sư": only a law's name has a capital.
        return text[close.start("law")].isupper() and not _LAW_BEFORE.search(before)
    if close["bare"]:
        return not _NUMBER_BEFORE.search(before)
    return True
