"""Every Vietnamese sentence that code shows a user: errors, advice, progress. Templates hold their own.

A message says what happened and what to do next. `{name}` parts are filled by `str.format`.
Grouped by the room that uses them; keep each group sorted by name.
"""

from __future__ import annotations

# --- ingest/read -------------------------------------------------------------------------------

READ_BINARY = "Tệp chứa dữ liệu nhị phân, không phải văn bản. Hãy mở bằng phần mềm gốc và lưu lại thành .docx."
READ_DAMAGED = "Tệp {format} bị hỏng hoặc bị cắt cụt. Hãy tải lại bản gốc, hoặc mở và lưu lại tệp rồi nạp lại."
READ_EMPTY = "Tệp rỗng (0 byte). Hãy kiểm tra lại việc sao chép hoặc tải tệp."
READ_ENCRYPTED = "Tệp {format} đặt mật khẩu. Hãy mở tệp, bỏ mật khẩu, lưu lại rồi nạp lại."
READ_FAILED = "Không đọc được tệp."
READ_FORBIDDEN = "Không có quyền đọc tệp. Hãy cấp quyền đọc cho tài khoản chạy chương trình."
READ_LEGACY_FONT = (
    "Văn bản gõ bằng phông mã cũ ({encoding}), chưa phải Unicode. "
    "Hãy chuyển mã sang Unicode (ví dụ bằng UniKey) rồi lưu và nạp lại."
)
READ_MISSING = "Không tìm thấy tệp. Hãy kiểm tra lại đường dẫn."
READ_NEEDS_OCR = (
    "Tệp PDF là ảnh quét, không có lớp chữ ({pages} trang). "
    "Hãy nạp bản Word hoặc bản PDF điện tử, hoặc nhận dạng chữ (OCR) tiếng Việt trước khi nạp."
)
READ_NO_TEXT = "Tệp mở được nhưng không có chữ nào. Hãy kiểm tra lại nội dung tệp."
READ_PAGES_WITHOUT_TEXT = (
    "Các trang không có lớp chữ (ảnh quét), chưa đọc được: {pages}. Hãy nhận dạng chữ (OCR) các trang này rồi nạp lại."
)
READ_SUSPICIOUS = "Tệp {format} có cấu trúc bất thường ({reason}), không đọc để giữ an toàn. Hãy lưu lại tệp bằng Word."
READ_TOO_LARGE = "Tệp lớn quá giới hạn ({size_mb} MB, tối đa {limit_mb} MB). Hãy tách tệp hoặc nâng giới hạn."
READ_TOO_MANY_PAGES = "Tệp có quá nhiều trang ({pages} trang, tối đa {limit} trang). Hãy tách tệp hoặc nâng giới hạn."
READ_TOOL_FAILED = "{tool} không chuyển được tệp {format}. Hãy mở tệp bằng Word và lưu lại thành .docx rồi nạp lại."
READ_TOOL_MISSING = (
    "Máy chưa có chương trình đọc tệp {format}. "
    "Hãy cài gói Debian {package} (sudo apt install {package}), hoặc lưu tệp thành .docx rồi nạp lại."
)
READ_UNSUPPORTED = "Chưa đọc được định dạng này ({found}). Hãy lưu thành .docx, .pdf hoặc .txt rồi nạp lại."
READ_USELESS_TEXT = (
    "Lớp chữ trong tệp PDF không dùng được (chỉ {share}% âm tiết đọc ra là tiếng Việt). "
    "Hãy nạp bản Word hoặc bản PDF điện tử, hoặc nhận dạng chữ (OCR) tiếng Việt lại trước khi nạp."
)
READ_WRONG_FORMAT = "Tệp mang đuôi {extension} nhưng nội dung là {found}. Hãy tải lại đúng tệp hoặc đổi lại đuôi tệp."

# --- ingest/sandbox ----------------------------------------------------------------------------

SANDBOX_CRASHED = (
    "Chương trình đọc dừng đột ngột vì tệp này; các tệp khác không sao. Hãy mở và lưu lại tệp rồi nạp lại."
)
SANDBOX_DEFECT = "Lỗi ngoài dự kiến khi đọc tệp: {detail}. Hãy báo cho người quản trị kèm tệp này."
SANDBOX_TOO_MUCH_MEMORY = (
    "Đọc tệp cần quá nhiều bộ nhớ (giới hạn {limit_mb} MB). Hãy mở và lưu lại tệp, tách nhỏ, hoặc nâng giới hạn."
)
SANDBOX_TOO_SLOW = "Đọc tệp quá lâu (giới hạn {seconds} giây). Hãy mở và lưu lại tệp, tách nhỏ, hoặc nâng giới hạn."

# --- index -------------------------------------------------------------------------------------

STORE_BUSY = "Kho đang được một tiến trình khác ghi{holder}. Hãy chờ tiến trình đó xong rồi chạy lại."
STORE_DAMAGED = (
    "Tệp kho {path} bị hỏng ({detail}). Hãy khôi phục từ bản sao lưu (cchc restore), hoặc nạp lại vào thư mục mới."
)
STORE_DISK_FULL = "Đĩa chứa {path} đã đầy; chưa có gì bị ghi dở. Hãy dọn bớt đĩa rồi chạy lại."
STORE_FAILED = "Không dùng được kho {path}: {detail}."
STORE_FORBIDDEN = (
    "Không được phép ghi hoặc mở {path}. "
    "Hãy cấp quyền cho tài khoản chạy chương trình, hoặc chọn thư mục khác (--data)."
)
STORE_HOLDER = " (tiến trình {pid}, bắt đầu lúc {since})"
STORE_MISSING = "Chưa có kho ở {path}. Hãy nạp văn bản trước: cchc ingest THƯ_MỤC."
STORE_VERSION = (
    "Kho {path} có phiên bản {found}, chương trình này dùng phiên bản {expected}. "
    "Hãy cập nhật chương trình nếu kho mới hơn; nếu kho cũ hơn, hãy chạy một lệnh ghi (cchc ingest) để nâng cấp kho."
)

# --- service -----------------------------------------------------------------------------------
