"""Words with which a duty begins, and before which a unit's name ends."""

from __future__ import annotations

import re

from ingest.clean.fold import strip_diacritics
from ingest.extract.unit_head import any_of, folded

# Words with which a duty begins: the name of a unit ends before them.
_STOPS = (
    "dựng nhà", "di dời", "sơ tán", "hiện đại hóa", "ký hợp đồng", "ký ban hành", "ký cam kết", "tham vấn", "thu hồi",
    "bàn giao", "mua sắm", "lắp đặt", "cải thiện", "cải tiến", "đồng bộ", "thay thế", "xác nhận", "xác minh",
    "xác thực", "tập hợp", "vinh danh", "biểu dương", "đối thoại", "khuyến cáo", "động viên", "hạn chế", "ngăn chặn",
    "khởi tạo", "phân loại", "phân cấp", "ủy quyền", "phấn đấu", "rút ngắn", "siết chặt", "tham dự", "quản trị",
    "thể chế hóa", "cụ thể hóa", "trả kết quả", "nhập dữ liệu", "kê khai", "lưu trữ", "nhắc nhở", "phản hồi",
    "tiếp thu", "giải trình", "hiệu chỉnh", "đặt hàng", "dành", "chú trọng", "kiên quyết", "quyết liệt",
    "nhanh chóng",
    "bổ nhiệm", "miễn nhiệm", "chủ trì", "chủ động", "phối hợp", "tham mưu", "tham gia", "có trách nhiệm",
    "chịu trách nhiệm", "căn cứ", "theo dõi", "hướng dẫn", "kiểm tra", "kiểm soát", "đôn đốc", "tổng hợp", "báo cáo",
    "xây dựng", "ban hành", "trình", "rà soát", "triển khai", "thực hiện", "tổ chức", "bố trí", "cân đối", "đảm bảo",
    "bảo đảm", "đề xuất", "tiếp tục", "thường xuyên", "định kỳ", "định kì", "khẩn trương", "kịp thời", "tăng cường",
    "đẩy mạnh", "nâng cao", "nghiên cứu", "cung cấp", "cập nhật", "công khai", "công bố", "đăng tải", "tuyên truyền",
    "phổ biến", "quán triệt", "chỉ đạo", "trực tiếp", "vận hành", "giám sát", "đánh giá", "thẩm định", "thẩm tra",
    "hoàn thiện", "hoàn thành", "lập", "gửi", "giúp", "hỗ trợ", "phát động", "vận động", "phát huy", "xử lý",
    "tiếp nhận", "giải quyết", "kiện toàn", "củng cố", "sắp xếp", "đào tạo", "bồi dưỡng", "tập huấn", "khảo sát",
    "nâng cấp", "kết nối", "tích hợp", "chia sẻ", "số hóa", "chuẩn hóa", "đơn giản", "cắt giảm", "hợp nhất", "xóa",
    "thu", "mở", "duy trì", "quan tâm", "ưu tiên", "lồng ghép", "chấp hành", "nghiêm túc", "tập trung", "phân công",
    "phân bổ", "lựa chọn", "bám sát", "tạo điều kiện", "huy động", "ký kết", "phải", "cần", "sẽ", "không",
    "thành lập", "quyết nghị",
    "xem xét", "phê duyệt", "đề nghị", "yêu cầu", "thông báo", "sử dụng", "khai thác", "ứng dụng", "áp dụng", "mời",
    "cử", "niêm yết", "biên tập", "để", "trong", "tại", "khi", "nhằm", "trước", "sau khi", "vào", "cho", "về", "được",
    "đã", "là", "bằng", "gắn", "như", "nếu", "trường hợp", "định hướng", "phát hiện", "phân tích", "xác định",
    "quy định", "quyết định", "tuân thủ", "đưa", "giao", "lấy", "làm", "làm cơ quan", "làm đầu mối",
    "làm chủ đầu tư", "thí điểm", "tự", "hằng năm", "hàng năm",
    "hằng tháng", "hàng tháng", "hằng quý", "hàng quý", "hằng tuần", "hàng tuần", "mỗi", "đồng thời", "tích cực",
    "nêu cao", "thì", "nhân rộng", "đổi mới", "kiểm kê", "thống nhất", "cụ thể", "tổng kết", "sơ kết", "kêu gọi",
    "trên cơ sở", "trên tinh thần",
    "đăng ký", "vận dụng", "thiết lập", "trang bị",
    "chuẩn bị", "bổ sung", "sửa đổi", "khắc phục", "chấn chỉnh", "cùng", "luân chuyển", "giới thiệu", "trao đổi",
    "liên hệ", "tính toán", "giảm", "tăng", "đạt", "thanh toán", "hoàn trả", "ghi nhận", "khen thưởng", "theo", "đến",
    "tiến hành", "giải đáp", "trả lời", "xin", "có ý kiến", "có kế hoạch", "có giải pháp", "có văn bản",
    "có phương án",
    "thống kê", "điều chỉnh", "chuyển đổi", "truyền thông", "tạo lập", "dự toán", "nộp", "bãi bỏ", "khuyến khích",
    "thông tin kịp thời", "thông tin cho",
    "thông tin về", "thông tin tình hình", "thông tin liên quan", "nắm",
    "phủ sóng", "lắp", "họp", "chưa", "vẫn", "đang", "bao gồm", "gồm có",
    "là đầu mối",
    "chăm lo", "tháo gỡ", "thông qua", "bầu", "phê chuẩn", "phát phóng sự", "phát sóng",
    "nhận xét", "lãnh đạo", "kiểm thử",
    "kiểm định",
    "vận hành thử", "phân khai",
    "đối chiếu", "nắm bắt", "nắm chắc", "tham khảo", "phản ánh", "kiến nghị",
    "hưởng ứng", "thu thập", "soạn thảo", "dự thảo", "điều tra", "cài đặt", "sao lưu", "chuyển hồ sơ", "chuyển giao",
    "cấp phát", "cấp giấy", "cấp mã", "cấp phép", "cấp tài khoản", "đẩy nhanh", "ngăn ngừa", "bảo trì", "tranh thủ",
    "hợp đồng", "làm việc", "quản lý", "đặt", "trân trọng", "kính", "dự kiến", "ra quyết định", "ra văn bản",
    "xuất bản", "hình thành", "hoàn tất", "gồm", "sớm", "tìm kiếm", "dự trù", "biên soạn", "cam kết", "chú ý",
    "chấm dứt", "chấm điểm", "chỉnh lý", "cảnh báo", "cố gắng", "ghi hình", "gia hạn", "giải ngân", "giải thích",
    "góp ý", "gương mẫu", "hoàn chỉnh", "hạch toán", "hệ thống hóa", "khai báo", "khoanh vùng", "khích lệ",
    "khơi dậy", "khơi thông", "khởi công", "kích hoạt", "kết hợp", "kết thúc", "loại bỏ", "lưu ý", "lắng nghe",
    "nghiêm cấm", "nghiệm thu", "nêu gương", "nạo vét", "nỗ lực", "quyết toán", "rút kinh nghiệm", "soát xét",
    "thúc đẩy", "thăm hỏi", "thắt chặt", "thực thi", "tiết giảm", "triệt để", "triệu tập", "trích xuất",
    "tuyên dương", "tuần tra", "tạm dừng", "tạo thuận lợi", "tận dụng", "tổng rà soát", "từ chối", "từng bước",
    "xuất trình", "xác lập", "xếp loại", "đình chỉ", "đính chính", "đảm nhiệm", "đảm nhận", "đề cao", "đốc thúc",
    "đối soát", "đồng chủ trì", "đồng hành", "đa dạng hóa", "kiểm điểm", "tinh gọn",
    "tiêm phòng", "tiêm chủng", "tiêu hủy", "tiêu độc", "khử trùng", "phun thuốc", "tháo dỡ", "kẻ vạch", "phân luồng",
    "thanh quyết toán", "khôi phục", "giữ gìn", "ra quân", "đấu tranh", "ứng trực", "chốt chặn", "mở rộng", "mở chuyên",
    "thẩm duyệt", "truy xuất", "truy thu", "xã hội hóa", "xóa bỏ", "xử phạt", "sưu tầm", "trưng bày", "phát quang",
    "trực ban", "trực gác", "trao quà", "trao tặng", "cắt tỉa", "dọn dẹp", "trang trí",
    "thừa ủy quyền", "đồng ý", "ký với", "ký văn bản", "ký các", "ký duyệt", "ký xác nhận", "ký phát hành", "ký nháy",
)  # fmt: skip


def _stop_pattern(words: tuple[str, ...]) -> str:
    # "có các quyền sau" ends a name, "có liên quan" belongs to it
    # without marks "co" is also the first syllable of "cơ quan" and "cơ sở"
    # "các đơn vị liên quan đầu tư ...": elsewhere "đầu tư" is part of names
    noun = r"liên quan|thẩm quyền|trụ sở|chức năng quản lý|quan(?!\s+hệ)|so(?!\s+lieu)"
    what = r"phương tiện|trang thiết bị|thiết bị|công nghệ|máy móc|cơ sở vật chất|nguồn lực|kinh phí"
    invest = rf"(?<=liên quan )đầu tư|(?<!dự án )(?<!quản lý )đầu tư(?=\s+(?:{what})(?!\w))"
    return rf"(?:{any_of(words)}|{invest}|có(?!\s+(?:{noun})\b))(?!\w)"


STOP_PATTERNS = {
    True: re.compile(_stop_pattern(_STOPS)),
    False: re.compile(strip_diacritics(_stop_pattern(_STOPS))),
}


# Stops that are nouns here: "các tổ chức chính trị - xã hội", "quản lý nhà nước", "cơ quan báo chí, truyền thông".
# Each: what must stand before or after the word for it to be a noun.
_INSTITUTE = (
    r"(?:viện|vien|cơ sở|co so|trung tâm|trung tam|(?<!môi )trường|(?<!moi )truong|cơ quan|co quan|đoàn|doan)\s+$"
)


NOUN_STOPS: tuple[tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (re.compile(word), re.compile(before), re.compile(after))
    for word, before, after in (
        (
            r"t[ổo] ch[ứu]c",
            r"",
            r"\s*(?:chính trị|chinh tri|xã hội|xa hoi|đoàn thể|doan the|hội(?! nghị| thảo| thi| đàm)|hoi(?! nghi"
            r"| thao| thi| dam)|chi tr|hành nghề|hanh nghe|có liên"
            r"|co lien|liên quan|lien quan|tương|tuong|cung (?:cấp|cap|ứng|ung) (?:dịch|dich)|tín|tin dung|quốc"
            r"|quoc|thành viên|thanh vien|kinh|tôn"
            r"|khác"
            r"|khac|đảng|dang|khoa học|khoa hoc|sự nghiệp|su nghiep|trực thuộc|truc thuoc|hành chính"
            r"|,\s*(?:cá nhân|ca nhan|đơn vị|don vi|doanh))",
        ),
        (r"t[ổo] ch[ứu]c", r"(?:các|cac|những|nhung|của|cua|thuộc|thuoc) $", r""),
        (
            r"truyền thông|truyen thong",
            r"(?:báo chí|bao chi)[,\s]+(?:và |va )?$|(?:cơ quan|co quan|thông tin|thong tin|thông tin,|thong tin,) $",
            r"",
        ),
        (r"đào tạo|dao tao", r"(?:giáo dục|giao duc)(?:,| và| va) $", r""),
        (
            r"thực hiện|thuc hien",
            r"",
            r"\s*(?:công tác|cong tac|chức năng|chuc nang|nhiệm vụ|nhiem vu) quản lý nhà nước(?!\w)",
        ),
        (
            r"nghiên cứu|nghien cuu|đào tạo|dao tao|kiểm tra|kiem tra|giám sát|giam sat|đánh giá",
            _INSTITUTE,
            r"(?!\s*(?:các|cac|những|nhung|một số|mot so|việc|viec|đề xuất|de xuat|chính sách|chinh sach)(?!\w))",
        ),
        (r"bằng|bang", r"(?:đồng|dong) $", r""),
        (
            r"trong",
            r"(?:tỉnh|tinh|thành phố|thanh pho|trung ương|trung uong|địa phương|dia phuong) $",
            r"\s*(?:vùng|vung)(?!\w)",
        ),
        (r"trong", r"", r"\s*(?:nước|nuoc)(?!\w)"),
        (r"tại|tai", r"", r"\s*(?:phụ lục|phu luc)(?: \S+)?\s*:"),
        (
            r"xây dựng|xay dung|thống kê|thong ke|thanh toán",
            r"(?:ngành|nganh|công ty|cong ty|chi cục|dự án đầu tư|du an dau tu|quản lý đầu tư|quan ly dau tu|qlda"
            r"|qlda đầu tư|qlda dau tu) $",
            r"",
        ),
        (
            r"cung cấp|cung cap",
            r"(?:tổ chức|to chuc|doanh nghiệp|doanh nghiep) $",
            r"\s*(?:dịch vụ|dich vu|chữ ký|chu ky)",
        ),
        (
            r"quản lý|quan ly",
            r"(?:ban|cơ quan|co quan|đơn vị|don vi|phòng|phong|cục|cuc|trung tâm|trung tam|bộ phận|bo phan"
            r"|tổ chức|to chuc"
            r"|cán bộ|can bo|người|nguoi|hội đồng|hoi dong|doanh nghiệp|doanh nghiep|năng|nang|tổ|to|viện|vien"
            r"|lãnh đạo|lanh dao"
            r"|chủ thể|chu the|các|cac|chuyên ngành|chuyen nganh|công ty|cong ty|đội|doi|chức năng|chuc nang) $",
            r"",
        ),
        (r"quản lý|quan ly", r"", r"\s*(?:thị trường|thi truong|nhà nước|nha nuoc|nhà ở|nha o|đê|rừng|rung)"),
        (
            r"quản lý|quan ly",
            r"(?:sở|so|bộ|bo|ngành|nganh|chuyên môn|chuyen mon) $",
            r"\s*(?:(?:(?:chuyên|chuyen) )?(?:ngành|nganh)|(?:cơ sở dữ liệu|co so du lieu|csdl))(?!\w)",
        ),
        (r"chỉ đạo|chi dao", r"(?:ban) $", r""),
        (r"quyết định|quyet dinh|quản lý|quan ly", r"(?:thẩm quyền|tham quyen) $", r"\s*(?:của|cua)(?!\w)"),
        (r"tham mưu|tham muu", r"(?:tổng|tong) $", r""),
        (
            r"lãnh đạo|lanh dao",
            r"(?:các|cac|những|nhung|và|va|cấp|cap|của|cua|đồng chí|dong chi|cán bộ|can bo|công chức|cong chuc|người"
            r"|nguoi|,) ?$",
            r"",
        ),
        (r"truyền thông|truyen thong", r"(?:hệ thống|he thong|cơ quan|co quan|doanh nghiệp|doanh nghiep) $", r""),
        (r"đăng ký|dang ky", r"(?:văn phòng|van phong|cơ quan|co quan) $", r""),
        (r"làm|lam", r"(?:việc|viec) $", r""),
        (
            r"thẩm định|tham dinh",
            r"(?:hội đồng|hoi dong) $",
            r"\s*(?:bảng |bang )?(?:giá đất|gia dat)(?!\w)",
        ),
        (r"cụ thể|cu the", r"(?:giá đất|gia dat) $", r""),
        (r"tiến hành|tien hanh", r"(?:thẩm quyền|tham quyen) $", r"\s*(?:tố tụng|to tung)(?!\w)"),
        (r"họp|hop", r"(?:cuộc|cuoc|buổi|buoi|tham dự|tham du) $", r""),
        (r"lập|lap", r"(?:công|cong) $", r""),
        (
            r"sử dụng|su dung",
            r"(?:cơ quan|co quan|đơn vị|don vi|tổ chức|to chuc|người|nguoi|doanh nghiệp|doanh nghiep) $",
            r"\s*(?:lao động|lao dong|ngân sách|ngan sach)(?!\w)",
        ),
        (r"về|ve", r"(?:chuyên môn|chuyen mon) $", r""),
        (
            r"xây dựng|xay dung|thống kê|thong ke|đào tạo|dao tao|lưu trữ|luu tru|truyền thông|truyen thong|quản lý"
            r"|quan ly",
            r"(?:chuyên môn về|chuyen mon ve) $",
            r"",
        ),
        (r"cung cấp|cung cap", r"(?:phát triển|phat trien|sản xuất|san xuat) (?:và|va) $", r""),
        (r"thu", r"(?:dịch vụ|dich vu) $", r"\s*gom(?!\w)"),
        (r"giúp|giup", r"(?:trợ|tro) $", r""),
        (r"giúp|giup", r"(?:tổ|to|bộ phận|bo phan|cơ quan|co quan|ban) $", r"\s*(?:việc|viec)(?!\w)"),
        (r"tự|tu", r"(?:trật|trat) $", r""),
        (r"thường xuyên|thuong xuyen", r"(?:giáo dục|giao duc) $", r""),
        (r"trực ban|truc ban", r"(?:thường|thuong) $", r""),  # "cơ quan thường trực Ban Chỉ huy"
        (
            r"cung cấp|cung cap",
            r"(?<!các )(?<!cac )(?:đơn vị|don vi|nhà|nha) $",
            r"\s*(?:phần mềm|phan mem|hạ tầng|ha tang|giải pháp|giai phap|nền tảng|nen tang"
            r"|dịch vụ công nghệ|dich vu cong nghe)(?!\w)",
        ),
        (r"công (?:bố|khai)|cong (?:bo|khai)", r"(?:phục vụ|phuc vu) (?:hành chính|hanh chinh) $", r""),
        (
            r"kiểm tra|kiem tra|giám sát|giam sat|tuyên truyền|tuyen truyen|kiểm soát|kiem soat|phản ứng|phan ung",
            r"(?:tổ|to|đoàn|doan|đội|doi|tổ công tác|to cong tac) $",
            r"\s*(?:liên ngành|lien nganh|cộng đồng|cong dong|lưu động|luu dong)(?!\w)",
        ),
        (r"chuyển đổi|chuyen doi", r"(?:chỉ đạo|chi dao|tổ|to|ban|về|ve|trung tâm|trung tam) $", r"\s*(?:số|so)(?!\w)"),
        (
            r"triển khai|trien khai|thực hiện|thuc hien",
            r"(?:tổ công tác|to cong tac|chỉ đạo|chi dao|giúp việc|giup viec) $",
            r"\s*(?:đề án|de an) 06(?!\w)",
        ),
        (r"tổng hợp|tong hop", r"(?:dịch vụ|dich vu) $", r""),
        (r"giao", r"(?:ngoại|ngoai) $", r""),
        (r"giao", r"", r"\s*(?:thông|thong|dịch|dich)(?!\w)"),
        (r"điều tra|dieu tra", r"(?:cơ quan|co quan) $", r""),
        (r"tham mưu|tham muu", r"(?:cơ quan|co quan|đơn vị|don vi) $", r"\s*,\s*(?:giúp việc|giup viec)"),
        (r"giúp|giup", r"(?:tham mưu|tham muu), $", r"\s*(?:việc|viec)"),
        (r"quản lý|quan ly", r"(?:phạm vi|pham vi) $", r"\s*(?:của|cua|nhà nước|nha nuoc)"),
        (  # "thuộc lĩnh vực, địa bàn quản lý chủ động ..."
            r"quản lý|quan ly",
            r"(?:địa bàn|dia ban|lĩnh vực|linh vuc|phạm vi|pham vi|ngành|nganh) $",
            r"\s*(?:chủ động|chu dong|chủ trì|chu tri|phối hợp|phoi hop|có trách|co trach|thực hiện|thuc hien"
            r"|rà soát|ra soat|triển khai|trien khai|báo cáo|bao cao|nghiêm túc|nghiem tuc"
            r"|khẩn trương|khan truong|tăng cường|tang cuong|căn cứ|can cu"
            r"|kịp thời|kip thoi|thường xuyên|thuong xuyen)(?!\w)",
        ),
        (
            r"t[ổo] ch[ứu]c",
            r"(?:cơ quan|co quan|đơn vị|don vi)(?:,| và| va) $",
            r"\s*(?:đang|dang|được|duoc|có|co|thuộc|thuoc|trong|không|khong|nêu|neu|quy định|quy dinh|nhận|khi"
            r"|phải|phai|theo quy|nếu|đã|da|chưa|chua|liên quan|lien quan|trực|truc|sử dụng|su dung|hoạt động|hoat dong"
            r"|tham gia)(?!\w)",
        ),
        (
            r"kiểm tra|kiem tra|quyết định|quyet dinh|phê duyệt|phe duyet|cấp phép|cap phep",
            r"(?:thẩm quyền|tham quyen) $",
            r"\s*(?:phối hợp|phoi hop|có trách nhiệm|co trach nhiem|chủ trì|chu tri|thông báo|thong bao"
            r"|báo cáo|bao cao)(?!\w)",
        ),
        (r"dự toán", r"(?:đơn vị|don vi) $", r""),
        (r"trình|trinh", r"(?:công|cong|chương|chuong|quy|quá|qua|giáo|giao|lịch|lich|tiến|tien) $", r""),
        (r"trong", r"", r"\s*(?:và|va) (?:ngoài|ngoai)(?!\w)"),
        (
            r"bảo đảm|bao dam|đảm bảo|dam bao",
            r"(?:đơn vị|don vi|bộ phận|bo phan|trung tâm|trung tam|phòng|phong|ban) $",
            r"\s*(?:chất lượng|chat luong)(?!\w)",
        ),
        (
            r"chủ trì|chu tri",
            r"(?:cơ quan|co quan|đơn vị|don vi|được giao|duoc giao|được phân công|duoc phan cong) $",
            r"\s*(?:soạn thảo|soan thao|thẩm định|tham dinh|xây dựng (?:dự|văn)|xay dung (?:du|van))(?!\w)",
        ),
        (r"soạn thảo|soan thao|thẩm định|tham dinh", r"(?:chủ trì|chu tri) $", r""),
        (
            r"kiểm soát|kiem soat|kiểm toán|kiem toan",
            r"(?:phòng|phong|bộ phận|bo phan|pháp chế,|phap che,|hoặc|hoac) $",
            r"\s*(?:nội bộ|noi bo|hoặc|hoac)(?!\w)",
        ),
        (r"có|co", r"(?:nơi|noi) $", r""),
        (r"tại|tai", r"(?:sở|so) $", r""),
        (r"xuất bản|xuat ban", r"(?:báo chí,|bao chi,|báo chí và|bao chi va|nhà|nha|cơ quan|co quan) $", r""),
        (r"quản lý|quan ly|khai thác|khai thac", r"(?:thành viên|thanh vien|quản lý|quan ly) $", r""),
        (r"quản trị|quan tri", r"(?:hội đồng|hoi dong|văn phòng|van phong|ban) $", r""),
        (r"trực tiếp|truc tiep", r"(?:cấp trên|cap tren) $", r""),
        (
            r"tham dự|tham du",
            r"(?:đơn vị|don vi|địa phương|dia phuong|cơ quan|co quan) $",
            r"\s*(?:cuộc |cuoc |buổi |buoi )?(?:họp|hop|làm việc|lam viec)(?!\w)",
        ),
    )
)


def starts_duty(text: str, at: int) -> bool:
    """True where the word at `at` is one with which duties begin ("chủ trì", "rà soát")."""
    rest = text[at : at + 40].lstrip(" ,")
    form, accented = folded(rest)
    return STOP_PATTERNS[accented].match(form) is not None
