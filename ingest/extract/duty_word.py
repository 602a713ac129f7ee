"""Words with which work begins: "rà soát", "chủ động", "kịp thời", also behind what says when or why.

A positive list: an item that begins with none of them is a noun, a condition or a result, and no proof that
somebody is told to do something.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.clean.fold import has_diacritics, match_form, strip_diacritics

# Verbs, and adverbs that only stand before a verb. Matched from the first word on; longer ones win.
_WORK = """
    dự trù; tìm kiếm; đa dạng hóa; cắt tỉa; trao quà; trao tặng; lên lịch; dọn; dọn dẹp; trang trí; chằng chống;
    thu hoạch; tu sửa; sửa; sơn; quét; san lấp; trực ban; trực gác; tháo dỡ; điều chuyển; tích trữ;
    ban hành; biên soạn; biên tập; biểu dương; bàn giao; bám sát; báo; báo cáo; bãi bỏ; bảo dưỡng; bảo hộ; bảo
    lãnh; bảo lưu; bảo mật; bảo quản; bảo trì; bảo tồn; bảo vệ; bảo đảm; bầu; bố trí; bốc thăm; bồi dưỡng; bồi
    thường; bổ nhiệm; bổ sung; bớt; cam kết; chi trả; chia; chia sẻ; chuyển; chuyển đổi; chuẩn bị; chuẩn
    hóa; chào đón; chú trọng; chú ý; chăm lo; chăm sóc; chấm; chấm dứt; chấm điểm; chấn chỉnh; chấp hành; chỉ
    huy; chỉ đạo; chỉ định; chỉnh lý; chỉnh trang; chịu trách nhiệm; chọn; chống; chốt; chụp; chủ trì; chủ động;
    chứng nhận; chứng thực; coi thi; cung cấp; cung ứng; cài đặt; cách ly; cân đối; có biện pháp; có chính sách;
    có cơ chế; có giải pháp; có hình thức; có kế hoạch; có lộ trình; có phương án; có trách nhiệm; có văn bản;
    có ý kiến; công bố; công khai; công nhận; cùng; căn cứ; cải cách; cải thiện; cải tiến; cải tạo; cảnh báo;
    cấm; cấp; cấu hình; cần; cập nhật; cắt giảm; cố gắng; cụ thể hóa; củng cố; cử; di dời; diễn tập; duy trì;
    dàn dựng; dành; dán; dạy; dẫn chương trình; dịch; dừng; dự báo; dự kiến; dự thảo; dự toán; ghi; ghi hình;
    ghi nhận; gia cố; gia hạn; giao; giao ban; giám sát; giáo dục; giúp; giải ngân; giải phóng; giải phóng mặt
    bằng; giải quyết; giải thích; giải trình; giải đáp; giảm; giảm nghèo; giảng dạy; giới thiệu; giữ; giữ gìn;
    giữ vai trò; gìn giữ; góp ý; gương mẫu; gắn; gặp gỡ; gọi; gỡ; gửi; hiện đại hóa; hiệu chỉnh; hoàn chỉnh;
    hoàn thiện; hoàn thành; hoàn trả; hoàn tất; huy động; huấn luyện; hàng năm; hàng quý; hàng tháng; hàng tuần;
    hình thành; hòa giải; hướng dẫn; hướng tới; hưởng ứng; hạ tải; hạch toán; hạn chế; hậu kiểm; hằng năm; hằng
    quý; hằng tháng; hằng tuần; hệ thống hoá; hệ thống hóa; học tập; họp; hỗ trợ; hội ý; hợp nhất; hợp tác; hợp
    đồng; hủy; in; in ấn; khai báo; khai giảng; khai thác; khai trương; khen thưởng; khoanh vùng; khuyến cáo;
    khuyến khích; khám; khích lệ; khôi phục; không ban hành; không bố trí; không giao; không giải quyết; không
    sử dụng; không thực hiện; không tiếp nhận; không tổ chức; không yêu cầu; không để; khơi dậy; khơi thông;
    khảo sát; khẩn trương; khắc phục; khởi công; khởi tạo; kiêm nhiệm; kiên quyết; kiến nghị; kiểm dịch; kiểm
    kê; kiểm soát; kiểm thử; kiểm toán; kiểm tra; kiểm điểm; kiểm định; kiện toàn; kê khai; kêu gọi; kích cầu;
    kích hoạt; ký; kẻ; kết hợp; kết nối; kết thúc; kịp thời; kỷ luật; liên doanh; liên hệ; liên kết; liên thông;
    loại bỏ; luân chuyển; là cơ quan chủ trì; là cơ quan thường trực; là cơ quan đầu mối; là đơn vị chủ trì; là
    đơn vị thường trực; là đơn vị đầu mối; là đầu mối; làm; làm rõ; làm sạch; làm tốt; làm việc; lãnh đạo; lên;
    lưu; lưu giữ; lưu trữ; lưu ý; lấy; lấy mẫu; lập; lắng nghe; lắp đặt; lồng ghép; lựa chọn; mua; mua sắm; mã
    hóa; mời; mở; mở rộng; nghiêm cấm; nghiêm túc; nghiên cứu; nghiệm thu; ngăn chặn; ngăn ngừa; nhanh chóng;
    nhân rộng; nhường; nhất thể hóa; nhận; nhận diện; nhập; nhắc nhở; nhắn tin; niêm yết; nâng; nâng cao; nâng
    cấp; nêu; nêu cao; nêu gương; nạo vét; nắm; nỗ lực; nộp; phun; pháp điển hóa; phát; phát hiện; phát huy;
    phát hành; phát quang; phát sóng; phát thanh; phát triển; phát tờ rơi; phát động; phân bổ; phân công; phân
    cấp; phân khai; phân loại; phân luồng; phân quyền; phân tuyến; phân tích; phê chuẩn; phê duyệt; phòng chống; phòng
    ngừa; phòng, chống; phải; phản biện; phản bác; phản hồi; phản ánh; phấn đấu; phỏng vấn; phối hợp; phổ biến;
    phổ cập; phụ trách; phục hồi; phục vụ; phủ sóng; quan trắc; quan tâm; quay; quy hoạch; quy định; quyết liệt;
    quyết toán; quyết định; quán triệt; quản lý; quản trị; quảng bá; ra quyết định; ra văn bản; ra đề; rà soát;
    rút; rút kinh nghiệm; rút ngắn; sao lưu; siết chặt; soát xét; soạn thảo; sàng lọc; sáp nhập; sơ kết; sơ tán;
    sưu tầm; sản xuất; sắp xếp; sẽ; số hóa; sớm; sử dụng; sửa chữa; sửa đổi; tha thiết; tham dự; tham gia; tham
    khảo; tham mưu; tham quan; tham vấn; thanh toán; thanh tra; thay; thay mặt; thay thế; thay đổi; theo dõi;
    thi công; thi đua; thiết kế; thiết lập; thu; thu gom; thu hút; thu hồi; thu thập; thuê; thành lập; tháo gỡ;
    thí điểm; thông báo; thông qua; thông tin; thúc đẩy; thăm; thăm hỏi; thường trực; thường xuyên; thẩm duyệt;
    thẩm tra; thẩm định; thắt chặt; thể chế hóa; thống kê; thống nhất; thử nghiệm; thực hiện; thực hành; thực
    thi; tin học hóa; tinh giản; tinh gọn; tiêm; tiêu hủy; tiêu độc; tiến hành; tiến tới; tiếp; tiếp công dân;
    tiếp cận; tiếp nhận; tiếp thu; tiếp tục; tiết giảm; tiết kiệm; toàn quyền; trang bị; tranh thủ; trao; trao
    đổi; treo; tri ân; triển khai; triệt để; triệu tập; truy thu; truy vết; truy xuất; truyền thông; trình;
    trích; trích xuất; trông giữ; trùng tu; trưng bày; trưng cầu; trả; trả lời; trồng; trợ giúp; trực; trực
    tiếp; tu bổ; tuyên dương; tuyên thệ; tuyên truyền; tuyển chọn; tuyển dụng; tuân thủ; tuần tra; tách; tái cấu
    trúc; tái định cư; tìm; tích cực; tích hợp; tính; tính toán; tôn trọng; tôn vinh; tăng; tăng cường; tư vấn;
    tạm dừng; tạm ứng; tạo; tạo lập; tạo thuận lợi; tạo điều kiện; tận dụng; tập huấn; tập hợp; tập trung; tặng;
    tố giác; tối ưu; tổ chức; tổng hợp; tổng kết; tổng rà soát; từ chối; từng bước; tự; tự động hóa; vay; vinh
    danh; viết; vận dụng; vận hành; vận động; vẽ; vệ sinh; xem xét; xuất bản; xuất trình; xác lập; xác minh; xác
    nhận; xác thực; xác định; xây dựng; xã hội hóa; xét; xét nghiệm; xóa; xóa bỏ; xúc tiến; xếp hạng; xếp loại;
    xử lý; xử phạt; yêu cầu; áp dụng; đa dạng; điều chỉnh; điều hành; điều phối; điều tra; điều trị; điều động;
    đo lường; đoàn kết; đàm phán; đào tạo; đánh giá; đình chỉ; đính chính; đón; đóng góp; đóng vai trò; đôn đốc;
    đăng; đăng kiểm; đăng ký; đăng tải; đơn giản; đưa; đưa tin; đại diện; đạt; đảm bảo; đảm nhiệm; đảm nhận; đảm
    đương; đấu giá; đấu nối; đấu thầu; đấu tranh; đầu tư; đẩy mạnh; đẩy nhanh; đặt; đề cao; đề nghị; đề phòng;
    đề ra; đề xuất; định hướng; định kì; định kỳ; đọc; đốc thúc; đối chiếu; đối soát; đối thoại; đồng bộ; đồng
    chủ trì; đồng hành; đồng thời; đổi; đổi mới; động viên; ưu tiên; ổn định; ủng hộ; ủy quyền; ứng dụng; ứng
    phó
"""
# What says when, why or of what, before the work: it must follow behind a comma, a colon, or in the same clause.
_BEFORE = """
    trên cơ sở; đối với; trong; khi; sau; trước; theo; tùy; tuỳ; ngoài; cùng với; bên cạnh; nhằm; để; từ; đến;
    chậm nhất; tại; ở; với; nếu; trường hợp; về; hết; cuối; đầu; quý; tháng; năm; ngày; riêng; ngay; mỗi tháng;
    mỗi năm; mỗi quý; mỗi tuần; qua; thông qua; dựa trên; nhân dịp; kết hợp với; hằng ngày; hàng ngày; kể từ;
    vào; cuối mỗi; bằng; liên quan; muộn nhất; sáng; chiều; không quá; phạm vi; giai đoạn; do đó; vì vậy; cụ thể
"""
# What an item is about that tells nobody to do anything: results, conditions, sums, the document itself.
_THINGS = """
    kết quả; điều kiện; hồ sơ; nội dung; hình thức; mỗi chỉ; mỗi hồ; các tỷ; các nội; các chỉ; các hồ; các tiêu;
    các mức; các điều; các loại; các trường hợp; các văn; các dự; việc; mục tiêu; mục đích; dữ liệu; nguồn;
    ngưỡng; tỷ lệ; tỉ lệ; số; thời gian; thời hạn; thời điểm; kinh phí; mức; chỉ tiêu; tiêu chí; tiêu chuẩn;
    phương pháp; nguyên tắc; thành phần; đối tượng; địa điểm; quy mô; cơ sở pháp lý; phạm vi; trình tự; thủ tục;
    hạn mức; giá; phí; lệ phí; diện tích; tên; họ và tên; địa chỉ; điện thoại; danh mục; danh sách; biểu; bảng;
    phụ lục; mẫu; chỉ thị này; kế hoạch này; quyết định này; thông báo này; công văn này; nghị quyết này; quy
    chế này; quy định này; nghị định này; thông tư này; luật này; văn bản này; hệ thống; cơ cấu; vị trí; chức
    năng; quyền; nghĩa vụ; bản sao; giấy; đơn; chứng từ; hóa đơn; tổng số; tổng kinh phí; tổng mức; ngân sách;
    vốn; đây là; trên đây; những; một số; hiện nay; đến nay; thực trạng; tình hình; nguyên nhân; hạn chế; tồn
    tại; ưu điểm; khó khăn; thuận lợi
"""


def _words(text: str) -> tuple[str, ...]:
    return tuple(" ".join(word.split()) for word in text.split(";"))


def _any(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(w).replace("\\ ", r"\s+") for w in sorted(set(words), key=len, reverse=True))


def _both(words: tuple[str, ...], shape: str) -> dict[bool, re.Pattern[str]]:
    """The pattern for text with marks and for text without."""
    return {
        True: re.compile(shape.format(_any(tuple(match_form(w) for w in words)))),
        False: re.compile(shape.format(_any(tuple(strip_diacritics(w) for w in words)))),
    }


_BEGINS = _both(
    _words(_WORK),
    r"(?:kh[ôo]ng\s+(?!ph[ảa]i|c[ầa]n|s[ẽe]|ph[áa]t|[đd][ạa]t|t[íi]nh|c[óo]))?(?:{})(?!\w)(?!\s+s[ốo]\s+\d)",
)  # "Quyết định số 12" is no work
_OPENS = _both(_words(_BEFORE), r"(?:{})(?!\w)")
_INSIDE = _both(_words(_WORK), r"(?:[,:;)]\s+|\s)(?:{})(?!\w)")
_THEN = _both(_words(_WORK), r";\s+(?:{})(?!\w)")
_NAMES_THING = _both(_words(_THINGS), r"(?:{})(?!\w)")
_IS = _both(("là cơ quan", "là đơn vị", "là chủ thể"), r"(?:{})(?!\w)")  # what a unit is, and then what it does
_SKIP = re.compile(r"[\s,:;*_“\"–-]*(?:\([^()]*\)[\s,:;]*)?(?:[a-zđ]\)\s*|\(?i{1,3}\)\s*)?")
_SPAN = 420  # characters of an item in which its work must begin


@lru_cache(maxsize=64)
def _form(text: str) -> tuple[str, bool]:
    accented = has_diacritics(text)
    return (match_form(text) if accented else strip_diacritics(text).lower()), accented


# Verbs of two syllables and more that names hold, too, or whose first syllable ends names: "Biên phòng", "Khoa học"
_IN_NAMES = _words("""
    đầu tư; giáo dục; thông tin; học tập; bảo vệ; bảo hộ; chăm sóc; thanh tra; tư vấn; đại diện; thường trực; hợp tác;
    liên thông; liên kết; liên doanh; truyền thông; nghiên cứu; đào tạo; đoàn kết; phòng chống; phòng ngừa;
    phòng, chống; hội ý; công nhận; tin học hóa; pháp điển hóa; cung ứng; quan trắc; chỉ huy; điều hành; điều phối
""")
_LONG_VERBS = tuple(word for word in _words(_WORK) if " " in word)
_SURE_VERBS = tuple(word for word in _LONG_VERBS if word not in _IN_NAMES)
_LONG = _both(_LONG_VERBS, r"(?:{})(?!\w)")
_SURE = _both(_SURE_VERBS, r"(?:{})(?!\w)")
_SYLLABLES = {
    True: frozenset(match_form(word).split()[0] for word in _LONG_VERBS),
    False: frozenset(strip_diacritics(word).split()[0] for word in _LONG_VERBS),
}


def long_verb(form: str, at: int, word: str, accented: bool) -> bool | None:
    """Whether a verb of two syllables or more stands at `at`: True for one that no name holds, None for any other.

    `form`: the matching form of the text; `word`: its word at `at`. False where none begins.
    """
    if word not in _SYLLABLES[accented] or _LONG[accented].match(form, at) is None:
        return False
    return True if _SURE[accented].match(form, at) else None


def begins_sure_verb(text: str, at: int) -> bool:
    """True where a small verb of two syllables or more stands at `at`, which no name holds.

    >>> begins_sure_verb("UBND xã A bảo dưỡng đường", 10), begins_sure_verb("UBND xã A bảo vệ rừng", 10)
    (True, False)
    """
    form, accented = _form(text[at : at + 40])
    word = form.split(" ", 1)[0]
    return text[at : at + 1].islower() and long_verb(form, 0, word, accented) is True


def begins_work(text: str, at: int = 0) -> bool:
    """True where the words at `at` tell somebody to do something, at once or behind an adverbial.

    >>> [begins_work(t) for t in ("Rà soát thủ tục", "Kịp thời xử lý", "Căn cứ Kế hoạch này, xây dựng kế hoạch")]
    [True, True, True]
    >>> [begins_work(t) for t in ("Trong quý I, tổng hợp kết quả", "Đối với hồ sơ trễ hạn: gửi thư xin lỗi")]
    [True, True]
    >>> [begins_work(t) for t in ("Điều kiện về phòng cháy", "Kết quả rà soát", "Hồ sơ về nguồn vốn", "để từng bước")]
    [False, False, False, False]
    """
    form, accented = _form(text[at : at + _SPAN])
    start = found.end() if (found := _SKIP.match(form)) else 0
    if _BEGINS[accented].match(form, start):
        return True
    if _IS[accented].match(form, start):
        return _THEN[accented].search(form, start) is not None
    opened = _OPENS[accented].match(form, start)
    if opened is None or (opened.group() in ("để", "de", "nhằm", "nham") and not _is_item(text, at)):
        return False
    return _INSIDE[accented].search(form, opened.end()) is not None


def begins_at_once(text: str) -> bool:
    """True where a text begins with work itself, not with when or why.

    >>> begins_at_once("Rà soát thủ tục"), begins_at_once("Trong quý I, rà soát thủ tục")
    (True, False)
    """
    form, accented = _form(text[:_SPAN])
    return _BEGINS[accented].match(form, found.end() if (found := _SKIP.match(form)) else 0) is not None


def names_thing(text: str) -> bool:
    """True where an item begins with a result, a condition, a sum or the like, which nobody does.

    >>> [names_thing(t) for t in ("Kết quả rà soát: có báo cáo", "Tỷ lệ hồ sơ đạt 90%", "Bảo hộ sáng chế")]
    [True, True, False]
    """
    form, accented = _form(text[:_SPAN])
    return _NAMES_THING[accented].match(form, found.end() if (found := _SKIP.match(form)) else 0) is not None


def holds_work(text: str) -> bool:
    """True where an item that begins with its actor tells what the actor is to do, anywhere in its first lines."""
    form, accented = _form(text[:_SPAN])
    return _INSIDE[accented].search(form) is not None


def _is_item(text: str, at: int) -> bool:
    """ "Để ..., rà soát ..." opens an item; behind a name "để" says what it is for."""
    return not text[:at].strip(" *_+-–•") and text[at : at + 1].isupper()
