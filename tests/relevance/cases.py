"""What must be found in `corpus/`, and what must not: one line per case.

Kinds of cases:
- first(query, place): the first result is at the place.
- must(query, place, within): a result at the place is among the first `within`.
- never(query, place, within): none of the first `within` is at the place.
- order(query, better, worse): the better place comes before the worse one, which may be missing.
- same(query, other, top): both queries give the same passages first.
- doubt(query): the result says that nothing really answers.
- sure(query): it doesn't.

A place is a file of `corpus/documents` by a part of its name and words that the passage (or its
headings) holds; several parts are joined by "|" where each is as right.
"""

from __future__ import annotations

from dataclasses import dataclass
from unicodedata import normalize


@dataclass(frozen=True, slots=True)
class Place:
    file: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    group: str
    kind: str
    query: str
    place: Place | None = None
    worse: Place | None = None
    other: str = ""
    within: int = 3
    fails: str = ""  # why the case is expected to fail today


class Group:
    """Builders of the cases of one group."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.cases: list[Case] = []

    def first(self, query: str, file: str, *words: str, fails: str = "") -> None:
        self.cases.append(Case(self.name, "first", query, Place(file, words), within=1, fails=fails))

    def must(self, query: str, file: str, *words: str, within: int = 3, fails: str = "") -> None:
        self.cases.append(Case(self.name, "must", query, Place(file, words), within=within, fails=fails))

    def never(self, query: str, file: str, *words: str, within: int = 5, fails: str = "") -> None:
        self.cases.append(Case(self.name, "never", query, Place(file, words), within=within, fails=fails))

    def order(
        self, query: str, better: tuple[str, ...], worse: tuple[str, ...], fails: str = "", within: int = 10
    ) -> None:
        places = Place(better[0], better[1:]), Place(worse[0], worse[1:])
        self.cases.append(Case(self.name, "order", query, *places, within=within, fails=fails))

    def same(self, query: str, other: str, top: int = 1, fails: str = "") -> None:
        self.cases.append(Case(self.name, "same", query, other=other, within=top, fails=fails))

    def doubt(self, *queries: str, fails: str = "") -> None:
        self.cases += [Case(self.name, "doubt", query, fails=fails) for query in queries]

    def sure(self, *queries: str) -> None:
        self.cases += [Case(self.name, "sure", query) for query in queries]


# --- abbreviations and their long forms ------------------------------------------------------------

abbreviation = Group("abbreviation")
abbreviation.same("mục tiêu CCHC của Nam Định", "mục tiêu cải cách hành chính của Nam Định")
abbreviation.same("chỉ tiêu DVCTT xã miền núi", "chỉ tiêu dịch vụ công trực tuyến xã miền núi")
abbreviation.same("kiểm soát TTHC năm 2023", "kiểm soát thủ tục hành chính năm 2023")
abbreviation.same("PVHCC phường lịch trực", "phục vụ hành chính công phường lịch trực")
abbreviation.same("lệ phí cấp GPXD nhà ở riêng lẻ", "lệ phí cấp giấy phép xây dựng nhà ở riêng lẻ")
abbreviation.same("UBND cấp xã trực chợ phiên", "ủy ban nhân dân cấp xã trực chợ phiên")
abbreviation.same("SGDĐT Nghệ An học bạ số", "Sở Giáo dục và Đào tạo Nghệ An học bạ số")
abbreviation.same("STTTT Bình Phước IOC", "Sở Thông tin và Truyền thông Bình Phước IOC")
abbreviation.same("HĐND Kiên Giang lệ phí trực tuyến", "hội đồng nhân dân Kiên Giang lệ phí trực tuyến")
# A question ranks the same however it is written, ten passages deep.
for short, long in (
    ("ai chủ trì rà soát văn bản QPPL", "ai chủ trì rà soát văn bản quy phạm pháp luật"),
    ("VBQPPL hết hiệu lực do đơn vị nào công bố", "văn bản QPPL hết hiệu lực do đơn vị nào công bố"),
    (
        "đơn vị nào tham mưu rà soát quy trình nội bộ giải quyết TTHC",
        "đơn vị nào tham mưu rà soát quy trình nội bộ giải quyết thủ tục hành chính",
    ),
    (
        "cán bộ Bộ phận TN&TKQ phải làm gì khi hồ sơ trễ hẹn",
        "cán bộ bộ phận tiếp nhận và trả kết quả phải làm gì khi hồ sơ trễ hẹn",
    ),
):
    abbreviation.same(short, long, 10)
abbreviation.must("điểm PAR INDEX cần đạt năm 2026 của Đắk Lắk", "dak-lak", "từ 89 điểm")
abbreviation.first("chỉ số SIPAS của Ninh Bình", "ninh-binh-ubnd-kh", "SIPAS đạt trên 92,5%")
abbreviation.must("chi so DTI nhom 05 dia phuong dan dau", "dong-nai-skhcn", "DTI")
abbreviation.first("LGSP kết nối 15 hệ thống", "nam-dinh-ubnd-kh-cchc", "LGSP")
abbreviation.first("KPI từng vị trí việc làm", "nghe-an-sgddt-kh-cchc-2025", "bộ tiêu chí KPI")
abbreviation.first("VTVL của Bảo tàng tỉnh", "yen-bai", "đề án vị trí việc làm")
abbreviation.must("sở VHTTDL tuyên truyền cchc", "phu-yen|yen-bai|lao-cai")
abbreviation.first("CSDLQG dân cư thay giấy khai sinh khi tuyển sinh", "nghe-an-sgddt-kh-cchc-2025", "giấy khai sinh")
abbreviation.first("IOC Bình Phước", "binh-phuoc", "IOC")
abbreviation.first("cong chung TTHC stp quang nam", "quang-nam-stp", "công chứng")
abbreviation.must("ATTT cho cong chuc cap xa", "dong-nai-skhcn", "an toàn thông tin")

# --- document numbers ------------------------------------------------------------------------------

number = Group("number")
number.first("214", "ninh-binh-ubnd-kh")
number.first("1874", "da-nang")
number.first("215/KH-SGDĐT", "nghe-an-sgddt-kh-cchc-2021")
number.first("215 / KH - SGDDT", "nghe-an-sgddt-kh-cchc-2021")
number.first("so 215 kh sgddt", "nghe-an-sgddt-kh-cchc-2021")
number.first("178/KH-SGDĐT", "nghe-an-sgddt-kh-cchc-2023")
number.first("kế hoạch số 178 của sở giáo dục", "nghe-an-sgddt-kh-cchc-2023")
number.first("96/KH-SGDĐT", "nghe-an-sgddt-kh-cchc-2025.docx")
number.first("QĐ 1126", "nam-dinh-ubnd-qd")
number.first("quyết định 1126/QĐ-UBND sửa đổi gì", "nam-dinh-ubnd-qd")
number.first("652/QĐ-UBND", "quang-nam-ubnd")
number.first("652/qđ-ubnd kinh phí", "quang-nam-ubnd", "6,8 tỷ đồng")
number.first("12/KH-STC", "hai-duong-stc")
number.first("187/BC-SNV", "hai-duong-snv")
number.first("báo cáo 187", "hai-duong-snv")
number.first("2318/SYT-VP", "ben-tre-syt-cv")
number.first("công văn 2318 của sở y tế bến tre", "ben-tre-syt-cv")
number.first("nghị quyết 18/2022", "kien-giang")
number.first("18/2022/NQ-HĐND mức thu", "kien-giang", "Mức thu")
number.first("09/CT-UBND", "nghe-an-ubnd-ct")
number.first("chỉ thị số 5", "ha-giang")
number.first("64/KH-SNNMT kinh phí", "tuyen-quang", "3,75 tỷ đồng")
number.first("kế hoạch 47 phường thiên trường", "ninh-binh-phuong")
number.first("41/KH-SKHCN mục tiêu 2030", "dong-nai-skhcn", "Đến năm 2030")
number.must("nghị định 118/2025/NĐ-CP", "lao-cai|vinh-long|ninh-binh-ubnd-kh|tuyen-quang", "118/2025/NĐ-CP")
number.must("quyết định 468/QĐ-TTg", "nam-dinh-ubnd-kh-cchc|phu-yen", "468/QĐ-TTg")
number.must("nghị quyết 57-NQ/TW", "dong-nai-skhcn|nghe-an-sgddt-kh-cchc-2025", "57-NQ/TW")
number.must("nghị định 63/2010/NĐ-CP", "quang-nam-stp", "63/2010/NĐ-CP", within=1)
number.never("86/KH-UBND", "nam-dinh-ubnd-kh-kiem-tra", within=1)
number.first("86/KH-UBND", "nam-dinh-ubnd-kh-cchc")
number.order("kế hoạch 31/KH-UBND", ("nam-dinh-ubnd-kh-kiem-tra",), ("nam-dinh-ubnd-kh-cchc",))
number.same("1874/QĐ-UBND", "QĐ số 1874/QD-UBND")

# --- queries without diacritics --------------------------------------------------------------------

unaccented = Group("unaccented")
for accented, bare in (
    ("cấm uống rượu bia", "cam uong ruou bia"),
    ("chợ phiên hành chính công", "cho phien hanh chinh cong"),
    ("số hóa sổ gốc cấp bằng tốt nghiệp", "so hoa so goc cap bang tot nghiep"),
    ("trợ lý ảo trả lời phụ huynh", "tro ly ao tra loi phu huynh"),
    ("người bệnh bí mật", "nguoi benh bi mat"),
    ("đội sinh viên tình nguyện", "doi sinh vien tinh nguyen"),
    ("góc cà phê chờ hồ sơ", "goc ca phe cho ho so"),
    ("chữ ký số từ xa miễn phí", "chu ky so tu xa mien phi"),
    ("thẻ hướng dẫn viên du lịch", "the huong dan vien du lich"),
    ("phiếu lý lịch tư pháp", "phieu ly lich tu phap"),
    ("giải ngân vốn đầu tư công", "giai ngan von dau tu cong"),
    ("mã số vùng trồng", "ma so vung trong"),
    ("chấm công bằng nhận diện khuôn mặt", "cham cong bang nhan dien khuon mat"),
    ("đăng ký đất đai lần đầu đúng hạn", "dang ky dat dai lan dau dung han"),
):
    unaccented.same(bare, accented)
unaccented.same("cải cach hành chinh năm 2026 của sở y tế", "cải cách hành chính năm 2026 của sở y tế")
unaccented.same("lap dat camera bộ phận một cửa", "lắp đặt camera bộ phận một cửa")
unaccented.first("lop tieng mong cho can bo", "ha-giang", "lớp tiếng Mông")
unaccented.first("bai choi ke chuyen mot cua", "phu-yen", "Bài chòi")
unaccented.first("ket luan kiem tra cham nhat 15 ngay", "nam-dinh-ubnd-kh-kiem-tra", "15 ngày làm việc")
unaccented.first("quan trac tu dong co so xa thai", "tuyen-quang", "quan trắc tự động")
unaccented.first("do xe tang qua nam dinh kiem tra cchc hai hau", "nam-dinh-ubnd-kh-kiem-tra", "Hải Hậu")
unaccented.must("ty le nguoi benh noi tru hai long", "vinh-long", "nội trú hài lòng")
unaccented.first("gia lang truong ban dua giay hen", "ha-giang", "giấy hẹn")
unaccented.first("ngay thu sau khong giay", "ninh-binh-phuong", "không giấy")

# --- other words for the same ----------------------------------------------------------------------

paraphrase = Group("paraphrase")
paraphrase.must("hồ sơ bị chậm thì ai xin lỗi dân", "nghe-an-sgddt-kh-cchc-2021", "thư xin lỗi")
paraphrase.must("say xỉn trong giờ hành chính bị xử lý thế nào", "nghe-an-ubnd-ct", "rượu, bia", within=10)
paraphrase.must(
    "máy quay ở quầy tiếp nhận hồ sơ",
    "nghe-an-ubnd-ct",
    "camera",
    within=5,
    fails="'camera' against 'máy quay': the model has no such pair",
)
paraphrase.first(
    "nước uống cho dân ngồi đợi",
    "ninh-binh-phuong",
    "Góc cà phê",
    fails="'nước' in 'nhà nước' and 'ngồi' elsewhere outweigh it: words are matched, not their sense",
)
paraphrase.first("bé mới sinh được nhận giấy trong ngày", "ninh-binh-phuong", "Khai sinh trong ngày")
paraphrase.must("chatbot giải đáp thủ tục chuyển trường", "nghe-an-sgddt-kh-cchc-2025", "Trợ lý ảo")
paraphrase.first("bưu điện hỗ trợ dân nộp hồ sơ", "ninh-binh-ubnd-kh", "bưu điện văn hóa xã")
paraphrase.must("ngư dân được tuyên truyền ở đâu", "phu-yen")
paraphrase.first("gặp tiểu thương buổi sáng sớm ở cảng", "phu-yen", "cảng cá")
paraphrase.first("trừ tiền thu nhập bệnh viện bị xếp hạng cuối", "vinh-long", "giảm 10%")
paraphrase.first("nơi sóng yếu cần phủ sóng di động", "binh-phuoc|da-nang", "sóng")
paraphrase.must("cán bộ không biết tiếng dân tộc", "ha-giang", "tiếng")
paraphrase.must("bằng tốt nghiệp cũ đưa lên máy tính", "nghe-an-sgddt-kh-cchc-2023", "Số hóa sổ gốc")
paraphrase.first("phạt công chức để trễ nhiều hồ sơ", "ninh-binh-phuong|nghe-an-ubnd-ct", "hồ sơ")
paraphrase.must("trụ sở bỏ không sau sáp nhập xử lý ra sao", "ninh-binh-ubnd-kh|hai-duong", "dôi dư")
paraphrase.first("vé điện tử tham quan di tích", "yen-bai", "Vé tham quan điện tử")
paraphrase.must(
    "tiền làm chuyển đổi số của Bình Phước",
    "binh-phuoc",
    "Kinh phí",
    fails="'tiền' alone asks for no section on funding; 'kinh phí' is found first",
)

# --- units -----------------------------------------------------------------------------------------

unit = Group("unit")
unit.first("Văn phòng Đăng ký đất đai tỉnh phải làm gì", "tuyen-quang", "Văn phòng Đăng ký đất đai")
unit.first("nhiệm vụ của Chi cục Bảo vệ môi trường", "tuyen-quang", "Chi cục Bảo vệ môi trường")
unit.first("Trung tâm Kiểm soát bệnh tật tỉnh làm gì", "ben-tre", "Trung tâm Kiểm soát bệnh tật")
unit.first("Thanh tra Sở Y tế Bến Tre xử lý viên chức vi phạm", "ben-tre", "Thanh tra Sở")
unit.first("Sở Văn hóa, Thể thao và Du lịch Lào Cai biểu diễn tiểu phẩm", "lao-cai", "tiểu phẩm")
unit.first("Sở Tài chính Nam Định bảo đảm kinh phí đoàn kiểm tra", "nam-dinh-ubnd-kh-kiem-tra", "Sở Tài chính")
unit.first("Công an tỉnh Hà Giang cấp căn cước công dân", "ha-giang", "Công an tỉnh")
unit.first("Sở Tư pháp Ninh Bình rà soát văn bản ba tỉnh", "ninh-binh-ubnd-kh", "Sở Tư pháp")
unit.first(
    "Phòng Kế hoạch - Tài chính hướng dẫn thu học phí qua tài khoản",
    "nghe-an-sgddt-kh-cchc-2023",
    "Phòng Kế hoạch - Tài chính",
)
unit.first(
    "đơn vị nào theo dõi thanh toán trực tuyến ở Sở Giáo dục Nghệ An",
    "nghe-an-sgddt-kh-cchc-2025",
    "Phòng Kế hoạch - Tài chính",
)
unit.must("ai chủ trì trợ lý ảo của tỉnh Ninh Bình", "ninh-binh-ubnd-kh", "trợ lý ảo")
unit.first("Sở Thông tin và Truyền thông Nghệ An nhắc việc hồ sơ sắp đến hạn", "nghe-an-ubnd-ct", "nhắc việc")
unit.first("Hội Liên hiệp Phụ nữ phường đảm nhận việc gì", "ninh-binh-phuong", "Hội Liên hiệp Phụ nữ")
unit.first("Đại học Đà Nẵng phối hợp với ai", "da-nang", "Đại học Đà Nẵng")
unit.must("trách nhiệm các bệnh viện ở Vĩnh Long", "vinh-long", "Các bệnh viện")
unit.order("Sở Nội vụ kiểm tra đột xuất xã vùng cao", ("ha-giang",), ("ninh-binh",))
unit.order("kế hoạch của sở tài chính năm 2024", ("hai-duong-stc",), ("hai-duong-snv",))
unit.order("kinh phí của phường", ("ninh-binh-phuong",), ("ninh-binh-ubnd-kh",))
unit.order("công chức của phường trễ hẹn hồ sơ", ("ninh-binh-phuong",), ("vinh-long",))

# --- years -----------------------------------------------------------------------------------------

year = Group("year")
year.must("Sở Giáo dục Nghệ An chỉ tiêu hồ sơ đúng hạn năm 2025", "nghe-an-sgddt-kh-cchc-2025", "98,5%")
year.first("Sở Giáo dục Nghệ An chỉ tiêu hồ sơ đúng hạn năm 2023", "nghe-an-sgddt-kh-cchc-2023")
year.must(
    "Sở Giáo dục Nghệ An chỉ tiêu hồ sơ đúng hạn năm 2021", "nghe-an-sgddt-kh-cchc-2021", "từ 95% trở lên", within=2
)
year.first("tuyên truyền cải cách hành chính năm 2023", "phu-yen")
year.first("tuyên truyền cải cách hành chính năm 2026", "lao-cai")
year.first("chuyển đổi số năm 2022", "binh-phuoc")
year.first("kế hoạch cải cách hành chính 06 tháng cuối năm 2025", "tuyen-quang")
year.first("kế hoạch kiểm tra CCHC năm 2022", "nam-dinh-ubnd-kh-kiem-tra")
year.must("báo cáo kết quả cải cách hành chính năm 2024", "hai-duong-snv", within=2)  # a plan orders such reports
year.order("chỉ tiêu năm 2023 ngành giáo dục", ("nghe-an-sgddt-kh-cchc-2023",), ("nghe-an-sgddt-kh-cchc-2025",))
year.order("chỉ tiêu năm 2021 ngành giáo dục", ("nghe-an-sgddt-kh-cchc-2021",), ("nghe-an-sgddt-kh-cchc-2025",))
year.must("dịch vụ công trực tuyến quyết định năm 2024", "quang-nam-ubnd", within=2)  # since replaced
year.order("dịch vụ công trực tuyến quyết định năm 2025", ("da-nang",), ("quang-nam-ubnd",))
year.must("đến năm 2030 tỷ lệ hồ sơ trực tuyến toàn trình", "dong-nai-skhcn|nam-dinh", "2030", within=5)
year.must("mục tiêu giai đoạn 2021 - 2025", "nam-dinh-ubnd-kh-cchc|nghe-an-sgddt-kh-cchc-2025", "2021 - 2025")
year.order("kế hoạch của Sở Y tế năm 2026", ("vinh-long",), ("ben-tre-syt-cv",))

# --- provinces -------------------------------------------------------------------------------------

province = Group("province")
province.first("chỉ tiêu SIPAS Nam Định", "nam-dinh", "SIPAS")
province.first("kinh phí dịch vụ công trực tuyến Đà Nẵng", "da-nang", "58,2 tỷ đồng")
province.first("kinh phí dịch vụ công trực tuyến Quảng Nam", "quang-nam-ubnd", "6,8 tỷ đồng")
province.first(
    "phát thanh bằng tiếng dân tộc ở Lào Cai",
    "lao-cai",
    "tiếng Mông",
    fails="other passages of the same plan have 'tiếng dân tộc'; this one names the languages",
)
province.must("cải cách hành chính tỉnh Lào Cai", "yen-bai", within=10)
province.must("dịch vụ công trực tuyến Đà Nẵng", "quang-nam-ubnd", within=10)
province.must("kế hoạch cải cách hành chính Ninh Bình", "nam-dinh", within=20)
province.must("chỉ thị của tỉnh Tuyên Quang", "ha-giang", within=10)
province.must("lệ phí trực tuyến An Giang", "kien-giang", within=3)
province.order("kế hoạch cải cách hành chính Ninh Bình", ("ninh-binh",), ("nam-dinh",))
province.order("kế hoạch cải cách hành chính Nam Định", ("nam-dinh",), ("ninh-binh",))
province.never("chỉ tiêu của Bến Tre năm 2024", "hai-duong", within=3)
province.order("sở y tế bến tre", ("ben-tre",), ("hai-duong",))

# --- punctuation and form --------------------------------------------------------------------------

punctuation = Group("punctuation")
punctuation.same("trễ hẹn, xin lỗi!!!", "trễ hẹn xin lỗi")
punctuation.same("«học bạ số»", '"học bạ số"')
punctuation.same("CẤM UỐNG RƯỢU BIA", "cấm uống rượu bia")
punctuation.same("  một   cửa \t liên thông  ", "một cửa liên thông")
punctuation.same("hoà giải ở cơ sở, uỷ ban", "hòa giải ở cơ sở, ủy ban")
punctuation.same("tỉ lệ hồ sơ đúng hạn Tuyên Quang", "tỷ lệ hồ sơ đúng hạn Tuyên Quang")
punctuation.same("05 bậc so với năm 2025 PAR INDEX", "5 bậc so với năm 2025 PAR INDEX")
punctuation.same("trả kết quả\u200b tại nhà", "trả kết quả tại nhà")
punctuation.same(normalize("NFD", "cải cách hành chính"), "cải cách hành chính")
punctuation.first('"chợ phiên hành chính công"', "lao-cai", "Chợ phiên hành chính công")
punctuation.first('tuyên truyền "rung chuông vàng"', "phu-yen", "rung chuông vàng")
punctuation.never('"rung chuông vàng"', "lao-cai|nghe-an|vinh-long", within=10)
punctuation.first("lệ phí (trực tuyến) - khai sinh?", "kien-giang")
punctuation.first("AND OR NOT camera*", "nghe-an-ubnd-ct", "camera")
punctuation.same("giảm 50% lệ phí", "giảm 50 % lệ phí")

# --- furniture is no answer ------------------------------------------------------------------------

furniture = Group("furniture")
for text in (
    "nơi nhận lưu VT",
    "cộng hòa xã hội chủ nghĩa việt nam độc lập tự do hạnh phúc",
    "lưu VT, VP8",
    "văn bản minh họa không có giá trị pháp lý",
    "kt. chủ tịch phó chủ tịch",
):
    furniture.never(text, "", "Nơi nhận:", within=10)
    furniture.never(text, "", "Độc lập - Tự do - Hạnh phúc", within=10)
furniture.never("giám đốc nguyễn văn an ký", "", "GIÁM ĐỐC Nguyễn Văn An", within=10)
furniture.first("báo cáo gửi Sở Nội vụ trước ngày 05 tháng cuối quý", "nam-dinh-ubnd-kh-cchc", "ngày 05 tháng cuối quý")
furniture.first("thường trực Tỉnh ủy nhận báo cáo gì về chỉ thị kỷ cương", "nghe-an-ubnd-ct")

# --- kinds of content ------------------------------------------------------------------------------

content = Group("content")
content.must("kế hoạch kiểm tra của Nam Định nhằm mục đích gì", "nam-dinh-ubnd-kh-kiem-tra", "MỤC ĐÍCH")
content.first("căn cứ pháp lý của nghị quyết thu lệ phí trực tuyến", "kien-giang", "Luật Phí và lệ phí")
content.must("kế hoạch tuyên truyền Lào Cai lấy kinh phí từ đâu", "lao-cai", "KINH PHÍ")
content.must("nguyên nhân mất điểm của Sở Văn hóa Yên Bái", "yen-bai", "Nguyên nhân")
content.must("hạn nộp kế hoạch chi tiết của các bệnh viện", "vinh-long", "10/02/2026")
content.first("yêu cầu của kế hoạch CCHC Sở Giáo dục 2021", "nghe-an-sgddt-kh-cchc-2021", "Yêu cầu")
content.must("bao nhiêu phần trăm hồ sơ nộp trực tuyến ở Quảng Nam năm 2025", "quang-nam-ubnd", "70%")
content.first("tuyên truyền cho ai", "phu-yen", "Tuyên truyền cho ai")
content.first("tuyên truyền để làm gì", "phu-yen", "Tuyên truyền để làm gì")
content.must("lịch phát sóng chuyên mục hỏi đáp", "lao-cai", "LỊCH PHÁT SÓNG", within=1)

# --- nothing to be found ---------------------------------------------------------------------------

out_of_scope = Group("out of scope")
out_of_scope.doubt(
    "cách làm nem rán giòn",
    "tỷ số trận chung kết cúp C1",
    "giá vàng SJC hôm nay",
    "luật nhập cư của Úc cho kỹ sư",
    "công thức tính diện tích tam giác",
    "phim hoạt hình hay cho bé",
    "trieu chung cam cum",
    "bai hat chuc mung sinh nhat",
    "máy tính xách tay nào chơi game mượt",
    "dự báo thời tiết cuối tuần ở Nha Trang",
    "how do I bake sourdough bread",
    "ai phát minh ra bóng đèn",
    "trồng cà chua trong thùng xốp",
    "lịch chiếu phim rạp CGV",
)
out_of_scope.doubt(
    "cách tán tỉnh qua tin nhắn", fails="half of its words, 'qua tin nhắn', stand in a plan side by side"
)
out_of_scope.sure(
    "trễ hẹn hồ sơ thì ai ký thư xin lỗi",
    "cam uong ruou bia trong gio lam viec",
    "chỉ tiêu SIPAS năm 2026",
    "kinh phí chuyển đổi số Bình Phước",
    "215/KH-SGDĐT",
    "lệ phí khai sinh trực tuyến",
    "một cửa",
    "cari cachs hanhf chinhs",
    '"rung chuông vàng"',
)

# --- as typed in haste -----------------------------------------------------------------------------

mistyped = Group("mistyped")
mistyped.same("cari cachs hanhf chinhs nawm 2026", "cải cách hành chính năm 2026")
mistyped.same("cai3 cach1 hanh2 chinh1 na8m 2026", "cải cách hành chính năm 2026")
mistyped.same("thuw xin looix treex hejn", "thư xin lỗi trễ hẹn")
mistyped.same("chợ phiên hành chính côgn", "chợ phiên hành chính công")
mistyped.same("chợ phieen hành chính công", "chợ phiên hành chính công")
mistyped.same("nghành giáo dục học bạ số", "ngành giáo dục học bạ số")
mistyped.same("sữa đổi kế hoạch 86", "sửa đổi kế hoạch 86")
mistyped.same("ngươi bệnh bí mật", "người bệnh bí mật")
mistyped.same("giai ngan von dau tu cogn", "giải ngân vốn đầu tư công")
mistyped.first("215/KH-SGDDT cari cachs", "nghe-an-sgddt-kh-cchc-2021")
mistyped.first("lệ phis khai sinh", "kien-giang", "khai sinh")

CASES: list[Case] = [
    case
    for group in (
        abbreviation, number, unaccented, paraphrase, unit, year, province, punctuation, furniture, content,
        out_of_scope, mistyped,
    )
    for case in group.cases
]  # fmt: skip
