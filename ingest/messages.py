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

# --- ingest/parse ------------------------------------------------------------------------------

HEADER_DOUBTFUL_DATE = "Ngày ban hành ghi “{written}” không phải là một ngày có thật; chỉ ghi nhận {read}."

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

INDEX_DAMAGED = "Chỉ mục tìm kiếm bị hỏng ({detail}). Hãy dựng lại từ kho: cchc rebuild."
INDEX_FALLBACK = "Chỉ mục mới nhất bị hỏng, đang dùng bản lành gần nhất. Hãy dựng lại từ kho: cchc rebuild."
INDEX_MISSING = "Chưa có chỉ mục tìm kiếm. Hãy dựng từ kho: cchc rebuild (hoặc nạp văn bản: cchc ingest THƯ_MỤC)."
INDEX_OTHER_MODEL = (
    "Chỉ mục được dựng bằng mô hình khác ({built}, đang đặt {wanted}), chỉ tìm theo từ. "
    "Hãy dựng lại chỉ mục: cchc rebuild."
)
INDEX_OTHER_STORE = "Chỉ mục không thuộc kho này (kho đã được khôi phục hoặc thay). Hãy dựng lại: cchc rebuild."
INDEX_WITHOUT_VECTORS = "Chỉ mục chưa có phần ngữ nghĩa, chỉ tìm theo từ. Hãy dựng lại chỉ mục: cchc rebuild."
INDICATOR_MERGE_TWO = "Hãy chọn ít nhất hai chỉ tiêu để gộp."
INDICATOR_SPLIT_SOME = "Hãy chọn ít nhất một cách viết để tách, và để lại ít nhất một cách viết."
INDICATOR_TOO_MANY = "Nhóm có quá nhiều cách viết (trên {limit} cặp). Hãy chọn ít hơn mỗi lần."
HIT_OF_PREDECESSOR = "Văn bản của {old}, nhập vào {new} từ 01/7/2025."
HIT_OF_SUCCESSOR = "Văn bản của {new}; {old} nhập vào đây từ 01/7/2025."
SEARCH_DOUBT = "Không thấy đoạn nào thật sự trả lời câu hỏi này. Dưới đây là những đoạn gần nhất."
INDEX_WITHOUT_MODEL = "Không mở được mô hình nhúng ({detail}), chỉ tìm theo từ. Hãy kiểm tra CCHC_MODEL."
MODEL_DAMAGED = "Mô hình nhúng ở {folder} bị hỏng hoặc thiếu tệp ({detail}). Hãy chép lại thư mục mô hình."
MODEL_LIBRARY_MISSING = "Mô hình này cần thư viện sentence-transformers, chưa dùng được ({detail}). Hãy cài lại."
MODEL_MISSING = (
    "Không có thư mục mô hình nhúng {folder}. Hãy kiểm tra CCHC_MODEL, hoặc bỏ trống để dùng mô hình sẵn có."
)
MODEL_NOT_ONE = "Thư mục {folder} không phải mô hình sentence-transformers (thiếu modules.json). Hãy chọn thư mục khác."
MODEL_NOTHING_TO_POOL = "Mô hình {model} không có bước gộp véc-tơ để đổi. Hãy bỏ trống CCHC_POOLING."
MODEL_UNUSABLE = "Không mở được mô hình nhúng {model}: {detail}. Hãy kiểm tra CCHC_MODEL và kết nối mạng."
TRAIN_CONTINUES = "Làm tiếp phần dở dang trong {folder}"
TRAIN_RESUMES = "Làm tiếp từ bước {step}"
TRAIN_PAIRS = "Cặp huấn luyện: {pairs}"
TRAIN_TEXTS = "{texts} đoạn chữ, {syllables} âm tiết khác nhau"
TRAIN_PIECES = "{pieces} mảnh từ, ví dụ: {examples}"
TRAIN_STEP = "Bước {step}/{total}, sai số {loss:.3f}, {milliseconds:.0f} ms mỗi bước, còn khoảng {minutes:.1f} phút"
TRAIN_WRITTEN = "Đã ghi mô hình vào {out}"
TRAIN_ALL_BEGINS = "Các giai đoạn sẽ chạy: {stages}"
TRAIN_ALL_NOTHING = "Mọi mô hình đã có sẵn, đúng với dữ liệu, tham số và mã nguồn hiện tại: không có gì phải làm."
TRAIN_ALL_STAGE = "Giai đoạn {place}/{of}: {name}"
TRAIN_ALL_DONE = "Xong. Phần trung gian còn ở {work}, giữ lại thì lần sau nhanh hơn, xóa đi cũng được."
TRAIN_ALL_MISSING = "Thiếu dữ liệu huấn luyện: {paths}. Hãy kiểm tra lại --shared."
TRAIN_ALL_LIBRARY = (
    'Chưa cài thư viện {library} mà việc huấn luyện cần. Hãy cài rồi chạy lại: pip install "cchc[train]"'
)
TRAIN_ALL_BUSY = "Một lệnh huấn luyện khác đang dùng {work}. Hãy chờ lệnh đó xong, hoặc chọn --work khác."
TRAIN_ALL_MADE = "mới huấn luyện"
TRAIN_ALL_SAME = "mới huấn luyện, giống bản cũ từng byte"
TRAIN_ALL_KEPT = "đã có sẵn"
TRAIN_ALL_ROW = "{name:10} {minutes:5.1f} phút {size:6.1f} MB  {output} ({state})"
TRAIN_EMPTY = "Không có cặp câu hỏi và đoạn nào để huấn luyện trong các tệp đã cho. Hãy kiểm tra lại --pairs."
TRAIN_INPUT = "Không đọc được tệp huấn luyện ({detail}). Hãy kiểm tra lại đường dẫn và nội dung tệp."
TRAIN_OTHER_INPUT = (
    "Thư mục {folder} có phần huấn luyện dở dang với dữ liệu hoặc tham số khác. "
    "Hãy xóa thư mục đó hoặc chọn --out khác."
)
COLLECT_CHANGED = "Tệp thay đổi trong lúc đọc. Hãy chờ việc sao chép hoặc lưu tệp xong rồi nạp lại."
COLLECT_DONE = (
    "Đã xem {files} tệp: {added} mới, {updated} cập nhật, {unchanged} không đổi, {duplicate} trùng, {failed} lỗi."
)
COLLECT_PROGRESS = "Nạp văn bản: {done}/{total} tệp, lỗi {failed}"
COLLECT_TITLE = "Nạp văn bản"
COLLECT_UNIT = "tệp"
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

# --- facts and corrections

CORRECT_EMPTY = "Ô này không được để trống. Hãy nhập giá trị đúng như văn bản."
CORRECT_FIELD_UNKNOWN = "Không có mục '{field}' để sửa."
CORRECT_IN_FIELD = "{field}: {problem}"
CORRECT_NOTHING_TO_UNDO = "Lần sửa này không có hoặc đã được hoàn tác. Hãy tải lại trang."
CORRECT_NOT_A_DAY = "'{value}' không phải là một ngày. Hãy nhập như 31/01/2026."
CORRECT_NOT_A_DOCUMENT_NUMBER = "'{value}' không phải là số ký hiệu. Hãy nhập đủ, ví dụ 181/KH-SGDĐT."
CORRECT_NOT_A_NUMBER = "'{value}' không phải là một số. Hãy nhập như 80 hoặc 99,5."
CORRECT_NOT_A_YEAR = "'{value}' không phải là một năm. Hãy nhập đủ bốn chữ số, ví dụ 2026."
CORRECT_WRONG_CHOICE = "'{value}' không phải là lựa chọn hợp lệ. Hãy chọn trong danh sách."
EXTRACT_FAILED = {
    "find_citations": "Không đọc được các viện dẫn trong văn bản này. Vẫn tìm kiếm được; hãy báo cho người phát triển.",
    "find_targets": "Không đọc được các chỉ tiêu trong văn bản này. Vẫn tìm kiếm được; hãy báo cho người phát triển.",
    "find_tasks": "Không đọc được các nhiệm vụ trong văn bản này. Vẫn tìm kiếm được; hãy báo cho người phát triển.",
    "find_statements": "Không đọc được văn bản này nói gì về hiệu lực của văn bản khác. Hãy báo cho người phát triển.",
}

# --- drafts ------------------------------------------------------------------------------------

FINDINGS = {
    # code: (message, what to do about it)
    "number_unknown": (
        "{name} chưa có trong kho và chưa văn bản nào trong kho viện dẫn.",
        "Đối chiếu số, ngày, cơ quan với bản gốc; nên nạp văn bản này vào kho.",
    ),
    "number_elsewhere": (
        "{name} chưa có trong kho; {count} văn bản khác cũng viện dẫn.",
        "Nên nạp văn bản này vào kho để kiểm tra được nội dung và hiệu lực.",
    ),
    "number_differs": (
        "Văn bản cùng loại, cùng trích yếu mang số {known} ({who}); ở đây ghi {name}.",
        "Kiểm tra lại số, có thể là {known}.",
    ),
    "date_differs": (
        "{name} ở đây ghi ngày {given}, {who} ghi ngày {known}.",
        "Sửa thành ngày {known} nếu bản gốc ghi vậy.",
    ),
    "year_differs": (
        "Số {name} là của năm {year} nhưng ngày ghi {given}.",
        "Đối chiếu lại số và ngày với bản gốc.",
    ),
    "number_garbled": (
        "Không nhận ra số ký hiệu: {name}.",
        "Kiểm tra số, dấu gạch và năm trong số ký hiệu.",
    ),
    "citation_blank": (
        "Viện dẫn còn để trống số hoặc ngày.",
        "Ghi đủ số, ngày của văn bản được viện dẫn trước khi trình.",
    ),
    "assembly_differs": (
        "Số {name} là của năm {year}, nhưng QH{term} là Quốc hội nhiệm kỳ {first} - {last}.",
        "Đối chiếu lại số ký hiệu với bản gốc.",
    ),
    "issuer_differs": (
        "{name} do {known} ban hành, ở đây ghi {given}.",
        "Sửa cơ quan ban hành thành {known}.",
    ),
    "basis_replaced": (
        "{name} đã bị thay thế bởi {by} (theo {said}).",
        "Viện dẫn {by} thay cho {name}.",
    ),
    "basis_replaced_too": (
        "{name} đã bị thay thế bởi {by}, là văn bản cũng được viện dẫn ở đây.",
        "Bỏ {name} khỏi căn cứ, chỉ giữ {by}.",
    ),
    "basis_repealed": (
        "{name} đã hết hiệu lực hoặc bị bãi bỏ (theo {by}).",
        "Bỏ {name} khỏi căn cứ hoặc tìm văn bản đang có hiệu lực cùng nội dung.",
    ),
    "basis_amended": (
        "{name} đã được sửa đổi, bổ sung bởi {by}.",
        "Viện dẫn thêm {by} nếu nội dung liên quan.",
    ),
    "basis_common_missing": (
        "{count} trong {plans} văn bản tương tự lấy {name} làm căn cứ, dự thảo này chưa có.",
        "Cân nhắc bổ sung {name} {title}.",
    ),
    "law_newer": (
        "{name} ở đây là luật năm {year}; {count} văn bản khác trong kho viện dẫn luật cùng tên ngày {known}.",
        "Kiểm tra hiệu lực; thường phải viện dẫn luật ngày {known}.",
    ),
    "cited_twice": (
        "{name} được nêu hai lần trong phần căn cứ.",
        "Bỏ bớt một lần.",
    ),
    "two_spellings": (
        "Một số ký hiệu được viết hai cách: {first} và {second}.",
        "Viết thống nhất: {right}.",
    ),
    "section_twice": (
        "Hai mục liền nhau cùng đánh số {label} (mục trước: {other}).",
        "Đánh lại số thứ tự.",
    ),
    "section_gap": (
        "Số mục nhảy từ {last} sang {label}.",
        "Kiểm tra xem có thiếu mục hay đánh số nhầm.",
    ),
    "number_blank": ("Chưa có số văn bản.", "Bình thường với dự thảo; ghi số khi ban hành."),
    "date_blank": ("Chưa có đủ ngày, tháng, năm ban hành.", "Bình thường với dự thảo; ghi ngày khi ban hành."),
    "task_without_lead": (
        "Nhiệm vụ chưa có đơn vị chủ trì: {task}",
        "Ghi đơn vị chủ trì như các nhiệm vụ khác.",
    ),
    "task_without_deadline": (
        "Nhiệm vụ chưa có thời hạn: {task}",
        "Ghi thời hạn như các nhiệm vụ khác.",
    ),
    "target_below": (
        "Chỉ tiêu {when} ở đây là {given}, chưa đạt yêu cầu {asked} của văn bản cấp trên {number} (trang {page}): "
        "{indicator}.",
        "Điều chỉnh cho đạt {asked}, hoặc nêu lý do.",
    ),
}
DRAFT_IN_YEAR = "năm {year}"
DRAFT_IN_PERIOD = "giai đoạn {first} - {last}"

# --- service -----------------------------------------------------------------------------------

API_BAD_PARAMETER = "Tham số {name} không hợp lệ: {problem}."
API_BAD_REQUEST = "Dữ liệu gửi lên không đúng dạng. Hãy tải lại trang rồi gửi lại."
API_DOCUMENT_UNKNOWN = "Không có văn bản với mã {id}. Hãy xem danh sách văn bản để lấy mã đúng."
API_FAILED = "Máy chủ gặp lỗi ngoài dự kiến. Hãy thử lại; nếu lặp lại, báo người quản trị mã lỗi {reference}."
API_METHOD = "Địa chỉ này không nhận kiểu yêu cầu {method}."
API_MISSING_PARAMETER = "thiếu tham số này"
API_NOT_FOUND = "Không có trang hoặc tệp này. Hãy kiểm tra lại địa chỉ."
API_NOT_READY = "Kho dữ liệu chưa sẵn sàng để tìm kiếm."
API_NOT_WHOLE_NUMBER = "phải là số nguyên"
API_NO_DAY = "phải là ngày như 2026-01-31 hoặc 31/01/2026"
API_ORIGINAL_GONE = "Tệp gốc của văn bản này không còn trong kho. Hãy nạp lại tệp."
API_TOO_BUSY = "Máy chủ đang bận, lần tìm quá {seconds} giây. Hãy thử lại với câu hỏi ngắn hơn."
API_TOO_LARGE = "phải không quá {limit}"
API_TOO_SMALL = "phải từ {limit} trở lên"
API_FORM_BAD = "Không đọc được biểu mẫu gửi lên. Mỗi lần gửi một tệp, hoặc dán không quá {limit_mb} MB chữ."
API_UPLOAD_CROSS_SITE = "Không nhận tệp do một trang web khác gửi tới."
API_UPLOAD_EMPTY = "Chưa có tệp nào được gửi. Hãy gửi tệp ở trường 'file' (multipart/form-data)."
API_UPLOAD_EXTENSION = "Không nhận tệp đuôi {extension}. Các đuôi được nhận: {allowed}."
API_UPLOAD_LOCAL = (
    "Máy chủ này chỉ nhận tệp từ chính máy đang chạy. Để nhận từ máy khác, người quản trị đặt CCHC_UPLOAD_TOKEN."
)
API_UPLOAD_TOKEN = "Thiếu hoặc sai mã tải lên. Hãy gửi đầu mục 'Authorization: Bearer <mã>'."
API_UPLOAD_TOO_LARGE = "Tệp lớn quá {limit_mb} MB. Hãy tách tệp, hoặc nâng CCHC_MAX_UPLOAD_MB."
API_NOT_ONE_OF = "phải là một trong: {allowed}"
API_WRONG_VALUE = "giá trị không dùng được"
BACKUP_DONE = "Đã sao lưu {documents} văn bản vào {file} ({size})."
BACKUP_EXISTS = "Tệp {file} đã có. Hãy chọn tên khác hoặc xóa tệp cũ rồi chạy lại."
BACKUP_FOLDER_MISSING = "Không có thư mục {folder} để ghi bản sao lưu. Hãy tạo thư mục đó rồi chạy lại."
CLI_ABOUT = "Kho tri thức và tìm kiếm văn bản cải cách hành chính."
CLI_ABOUT_BACKUP = "Sao lưu kho dữ liệu và các tệp gốc vào một tệp .zip"
CLI_ABOUT_GOLD = "Đo chất lượng trích nhiệm vụ, chỉ tiêu, viện dẫn theo nhãn gán tay"
CLI_ABOUT_TASKS = "Nhiệm vụ: ai chủ trì, ai phối hợp, thời hạn, sản phẩm; xuất CSV, Excel"
CLI_ARG_AS_TYPED = "tìm đúng như đã gõ: không thêm dấu, không sửa lỗi gõ"
CLI_ARG_CSV = "ghi danh sách vào tệp CSV này"
CLI_ARG_DOCUMENT = "chỉ trong văn bản có mã này"
CLI_ARG_DUE = "thời hạn: soon (30 ngày tới), past (đã qua), dated (có ngày), undated (không có ngày)"
CLI_ARG_DUE_FROM = "hạn từ ngày này (31/01/2026 hoặc 2026-01-31)"
CLI_ARG_DUE_TO = "hạn đến hết ngày này"
CLI_ARG_DUPLICATES = "kể cả các bản trùng của một văn bản (dự thảo, bản Word, bản PDF)"
CLI_ARG_GOLD_DOCUMENTS = "thư mục văn bản mà các nhãn nói tới"
CLI_ARG_GOLD_SPLIT = "chỉ đo một phần: tune, held hoặc corpus"
CLI_ABOUT_MODELS = "So các mô hình nhúng trên câu hỏi của đơn vị, với văn bản đã nạp"
CLI_ARG_MODELS_QUESTIONS = "tệp câu hỏi; mỗi dòng: câu hỏi, dấu tab, số ký hiệu hoặc tên tệp đúng, dấu tab, từ phải có"
CLI_ARG_MODELS_MODEL = "thư mục hoặc tên mô hình sentence-transformers; nêu được nhiều lần"
CLI_ABOUT_BEIR = "Đo chất lượng tìm kiếm trên bộ dữ liệu dạng BEIR"
CLI_ABOUT_DEMO = "Nạp các văn bản minh họa vào một kho riêng rồi mở trang web"
CLI_ABOUT_DOCTOR = "Kiểm tra môi trường, kho dữ liệu và chỉ mục"
CLI_ABOUT_DOCUMENT = "Xem một văn bản: thông tin, dàn mục, toàn văn"
CLI_ABOUT_DOCUMENTS = "Liệt kê văn bản trong kho và các tệp không đọc được"
CLI_ABOUT_EVALUATE = "Đo chất lượng"
CLI_ABOUT_INGEST = "Nạp tệp và thư mục vào kho; chạy lại chỉ xử lý phần mới hoặc đã đổi"
CLI_ABOUT_REBUILD = "Dựng lại chỉ mục tìm kiếm từ kho dữ liệu"
CLI_ABOUT_REMOVE = "Gỡ một văn bản khỏi kho"
CLI_ABOUT_RESTORE = "Phục hồi kho dữ liệu từ bản sao lưu"
CLI_ABOUT_SEARCH = "Tìm đoạn văn bằng câu hỏi tiếng Việt, có dấu hoặc không dấu"
CLI_ABOUT_SERVE = "Mở trang web và HTTP API"
CLI_ABOUT_TRAIN = "Huấn luyện mô hình đi kèm"
CLI_ABOUT_TRAIN_ALL = "Huấn luyện mọi mô hình đi kèm từ dữ liệu chung, làm tiếp được khi bị ngắt"
CLI_ABOUT_TRAIN_DIACRITICS = "Huấn luyện mô hình thêm dấu cho câu hỏi không dấu"
CLI_ABOUT_TRAIN_RANKER = "Huấn luyện bộ xếp lại kết quả từ câu hỏi đã có đáp án"
CLI_ABOUT_TRAIN_EMBEDDING = "Huấn luyện mô hình nhúng tĩnh từ các cặp câu hỏi - đoạn văn"
CLI_ADVICE = "{problem}. Gõ '{command} --help' để xem cách dùng."
CLI_ARG_BACKUP_FILE = "tệp .zip sẽ ghi"
CLI_ARG_BEIR_CORPUS = "tệp văn bản BEIR (.jsonl hoặc .jsonl.gz)"
CLI_ARG_BEIR_DIACRITICS = "giữ, bỏ một nửa hoặc bỏ hết dấu của câu hỏi"
CLI_ARG_BEIR_QRELS = "tệp đáp án BEIR (.tsv)"
CLI_ARG_BEIR_QUERIES = "tệp câu hỏi BEIR (.jsonl hoặc .jsonl.gz)"
CLI_ARG_DATA = "thư mục dữ liệu (mặc định: $CCHC_DATA, rồi ./var)"
CLI_ARG_FORCE = "đọc lại mọi tệp, kể cả tệp không đổi"
CLI_ARG_HOST = "địa chỉ lắng nghe"
CLI_ARG_ID = "mã văn bản"
CLI_ARG_ISSUER = "một phần tên cơ quan ban hành"
CLI_ARG_JSON = "in JSON ra đầu ra chuẩn"
CLI_ARG_K = "số kết quả"
CLI_ARG_KIND = "loại nội dung của mục"
CLI_ARG_LONG_TEXTS = "tệp văn bản dài (.jsonl.gz, trường text), được cắt theo đề mục"
CLI_ARG_FOLD_MODELS = "n mô hình nhúng: mô hình thứ i (từ 0) chưa học các câu hỏi mà crc32 của mã câu hỏi chia n dư i"
CLI_ARG_OUT = "thư mục ghi mô hình"
CLI_ARG_OUT_FILE = "tệp mô hình sẽ ghi (.npz)"
CLI_ARG_PAIRS = "tệp các cặp câu hỏi - đoạn văn (.jsonl hoặc .jsonl.gz)"
CLI_ARG_PATH = "tệp hoặc thư mục"
CLI_ARG_PORT = "cổng lắng nghe"
CLI_ARG_PRUNE = "bỏ khỏi kho những văn bản mà tệp trong PATH không còn nữa"
CLI_ARG_QUERY = "câu hỏi hoặc số ký hiệu; cụm từ trong ngoặc kép là bắt buộc"
CLI_ARG_RESTORE_FILE = "tệp sao lưu do 'cchc backup' ghi"
CLI_ARG_ROLE = "vai trò của đơn vị: lead (chủ trì), coordinate (phối hợp), monitor (theo dõi)"
CLI_ARG_TASK_QUERY = "từ khóa hoặc câu hỏi, có dấu hoặc không; để trống là tất cả"
CLI_ARG_TASK_SORT = "thứ tự: relevance (hợp nhất trước), due (hạn gần nhất trước), document (theo văn bản)"
CLI_ARG_TEXTS = "tệp văn bản (.txt, .jsonl, .jsonl.gz)"
CLI_ARG_SHARED = "thư mục dữ liệu chung (có training/ và bench/)"
CLI_ARG_MODELS_OUT = "thư mục ghi các mô hình, ví dụ index/models"
CLI_ARG_WORK = "thư mục cho phần trung gian (mặc định: bên cạnh --out, thêm đuôi .partial)"
CLI_MODEL = "MÔ_HÌNH"
CLI_ARG_ONLY = "chỉ làm các mô hình này (embedding, diacritics, ranker)"
CLI_STAGE = "BƯỚC"
CLI_ARG_AGAIN = "chạy lại bước này (prepare, folds, embedding, diacritics, ranker) và các bước cần đến nó, dù đã có sẵn"
CLI_ARG_TRAIN_CORPUS = "tệp văn bản BEIR; tiêu đề được dùng làm câu hỏi"
CLI_ARG_TRAIN_QUESTIONS = "câu hỏi BEIR và đáp án trên tệp --corpus"
CLI_ARG_TYPE = "loại văn bản: mã hoặc tên (KH, QĐ, kế hoạch...)"
CLI_ARG_UNIT = "một đơn vị, viết tắt hoặc không dấu đều được"
CLI_ARG_VERSION = "in phiên bản"
CLI_ARG_XLSX = "ghi danh sách vào tệp Excel này"
CLI_ARG_YEAR = "năm của văn bản"
CLI_CHOICE = "{0} không nhận giá trị {1}, chỉ nhận {2}"
CLI_COMMANDS = "Các lệnh"
CLI_CONFLICT = "{0} không dùng cùng {1}"
CLI_DATA_BAD = "Không dùng được thư mục dữ liệu {data}: {detail}. Hãy chọn thư mục khác bằng --data."
CLI_DATA_MISSING = "Chưa có kho dữ liệu ở {data}. Hãy nạp văn bản trước: cchc ingest THƯ_MỤC --data {data}"
CLI_DAY = "{value!r} không phải ngày; hãy gõ như 31/01/2026 hoặc 2026-01-31"
CLI_EXPECTED = "{0} cần có giá trị theo sau"
CLI_EXPLICIT = "{0} không nhận giá trị {1}"
CLI_FAILED = "Lỗi ngoài dự kiến: {detail}. Đặt CCHC_DEBUG=1 rồi chạy lại để xem chi tiết."
CLI_FILE_MISSING = "Không có tệp {path}. Hãy kiểm tra lại đường dẫn."
CLI_FOLDER_MISSING = "Không có thư mục {path}. Hãy kiểm tra lại đường dẫn hoặc tạo thư mục trước."
CLI_HELP = "hiện trợ giúp này"
CLI_INTERRUPTED = "Đã dừng theo yêu cầu. Chạy lại lệnh để làm tiếp phần còn lại."
CLI_NO_COMMAND = "Thiếu tên lệnh"
CLI_OPTIONS = "Tùy chọn"
CLI_OS_FAILED = "Không thực hiện được với {path}: {detail}. Hãy kiểm tra quyền truy cập và dung lượng đĩa."
CLI_POSITIONALS = "Đối số"
CLI_REQUIRED = "thiếu {0}"
CLI_UNRECOGNIZED = "không hiểu {0}"
CLI_USAGE = "Cách dùng: "
CLI_VALUE = "giá trị {1} của {0} không hợp lệ"
CLI_WHOLE = "'{value}' phải là số nguyên từ {low} đến {high}"
DAY_DAYS = "ngày"
DAY_LEFT = "còn {count} {unit}"
DAY_MONTHS = "tháng"
DAY_PAST = "đã qua {count} {unit}"
DAY_TODAY = "hôm nay"
DAY_YEARS = "năm"
DEMO_CORPUS_MISSING = "Bản cài đặt này không có thư mục corpus/. Hãy chạy 'cchc demo' từ bản sao đầy đủ của dự án."
DEMO_INGESTING = "Nạp các văn bản minh họa vào {data} ..."
DEMO_QUERIES = [
    "trễ hẹn hồ sơ thì ai ký thư xin lỗi",
    "ti le nguoi benh noi tru hai long",
    "58/KH-SYT",
]
DEMO_TRY = "Thử hỏi: {query}"
DOCTOR_ALL_GOOD = "Mọi thứ đều tốt."
DOCTOR_DOC_TOOL = "Đọc tệp .doc bằng {tools}"
DOCTOR_DOC_TOOL_MISSING = "Chưa đọc được tệp .doc. Cài một trong hai gói: antiword hoặc libreoffice-writer."
DOCTOR_FAILED_FILES = "{count} tệp không đọc được (xem 'cchc documents')"
DOCTOR_FONTS = "Có {count} bộ chữ hiển thị được tiếng Việt"
DOCTOR_FONTS_MISSING = "Máy này chưa có bộ chữ tiếng Việt; nên cài gói fonts-noto-core nếu xem trang web trên máy này."
DOCTOR_INDEX_BAD = "Chỉ mục không dùng được: {detail}"
DOCTOR_INDEX_GOOD = "Chỉ mục dùng được, khớp với kho dữ liệu"
DOCTOR_INDEX_OLD = "Chỉ mục cũ hơn kho dữ liệu. Chạy: cchc rebuild"
DOCTOR_MISSING_FILES = "{count} tệp nguồn không còn ở chỗ cũ (văn bản vẫn còn trong kho)"
DOCTOR_MODEL = "Mô hình nhúng {model} ({dimension} chiều)"
DOCTOR_MODEL_BAD = "Không nạp được mô hình nhúng {model}: {detail}"
DOCTOR_NO_FAILED_FILES = "Mọi tệp đã nạp đều đọc được"
DOCTOR_ORIGINALS_GONE = "Thiếu {count} tệp gốc trong kho. Hãy nạp lại thư mục nguồn."
DOCTOR_ORIGINALS_GOOD = "Đủ tệp gốc của {count} văn bản"
DOCTOR_OTHER_MODEL = "Chỉ mục dựng bằng mô hình {model}, khác thiết lập hiện tại. Chạy: cchc rebuild"
DOCTOR_OWN_MODEL = "đi kèm"
DOCTOR_PYTHON = "Python {version}, chương trình {program}"
DOCTOR_SPACE = "Đĩa còn trống {free}"
DOCTOR_SPACE_LOW = "Đĩa chỉ còn trống {free}. Hãy giải phóng dung lượng trước khi nạp tiếp."
DOCTOR_STORE_BAD = "Kho dữ liệu bị hỏng: {detail}. Hãy phục hồi từ bản sao lưu: cchc restore TỆP"
DOCTOR_STORE_GOOD = "Kho dữ liệu nguyên vẹn: {documents} văn bản, {passages} đoạn, {pages} trang"
DOCTOR_TROUBLE = "{count} điểm cần xử lý."
DOCUMENTS_FAILED = "Không đọc được {count} tệp:"
DOCUMENTS_NONE = "Kho chưa có văn bản nào. Hãy nạp: cchc ingest THƯ_MỤC"
DOCUMENTS_TOTAL = "{count} văn bản."
API_DOCUMENT_UNNAMED = "Không có văn bản nào với mã, số ký hiệu hoặc trích yếu “{text}”. Hãy xem danh sách văn bản."
DOCUMENT_UNKNOWN = "Không có văn bản với mã {id}. Gõ 'cchc documents' để xem các mã."
DRAFT = "dự thảo"
EVALUATE_BEIR_BAD = (
    "Không đọc được tệp BEIR, tại {detail}. Mỗi dòng .jsonl là một JSON có _id và text; đáp án .tsv có query-id, "
    "corpus-id, score."
)
EVALUATE_GOLD_ALONE = "Không có thư mục văn bản thật bên cạnh dự án: chỉ đo trên văn bản mẫu của dự án."
EVALUATE_GOLD_HELD = "{count} chỗ sai hoặc sót, không liệt kê để phần này còn dùng được cho số đo cuối"
EVALUATE_GOLD_SPLIT = "{split}: {count} văn bản"
EVALUATE_GOLD_UNREAD = "    không đọc được {path}"
EVALUATE_INDEXED = "Đã lập chỉ mục {count} văn bản ..."
EVALUATE_MODELS_BAD = (
    "Tệp câu hỏi {path}, dòng {line}: cần câu hỏi, dấu tab, rồi số ký hiệu hoặc tên tệp của văn bản đúng (sau đó "
    "có thể thêm dấu tab và các từ phải có, cách nhau bằng dấu chấm phẩy)."
)
EVALUATE_MODELS_BUILDING = "Đang lập chỉ mục bằng {model} ..."
EVALUATE_MODELS_EMPTY = "Tệp câu hỏi {path} không có câu hỏi nào."
EVALUATE_MODELS_FAILED = "Không đo được {model}: {detail}"
EVALUATE_MODELS_NOTE = (
    "p: khả năng chênh lệch so với mô hình đi kèm chỉ là ngẫu nhiên; trên .05 thì chưa đủ câu hỏi để nói "
    "mô hình nào hơn."
)
EVALUATE_MODELS_SHIPPED = "đi kèm"
EVALUATE_MODELS_UNKNOWN = "Không có văn bản nào trong kho với số ký hiệu hoặc tên tệp này, câu hỏi bị bỏ: {names}"
EVALUATE_MODELS_WORDS = "chỉ từ khóa"
EVALUATE_SIZE = "{queries} câu hỏi, {documents} văn bản"
EXPORT_DONE = "Đã ghi {count} dòng vào {file}."
INGEST_FACTS_REFRESHED = "Đã đọc lại nhiệm vụ, chỉ tiêu, viện dẫn của {count} văn bản nạp bằng bản cũ của chương trình."
INGEST_INDEXING = "Dựng chỉ mục tìm kiếm ..."
INGEST_NOTHING = "Không thấy tệp nào đọc được trong các đường dẫn đã cho."
INGEST_PRUNED = "Đã bỏ khỏi kho {count} văn bản mà tệp không còn."
INGEST_STATUS = {
    "added": "thêm mới",
    "updated": "cập nhật",
    "unchanged": "không đổi",
    "duplicate": "trùng",
    "failed": "LỖI",
}
INGEST_TOTAL = "Xong: {counts}."
NO_NUMBER = "chưa có số"
NO_TITLE = "(không có trích yếu)"
OS_REASONS = {
    "EACCES": "không có quyền",
    "EDQUOT": "đã hết hạn mức đĩa",
    "EEXIST": "đã có một tệp trùng tên",
    "EISDIR": "đây là thư mục, không phải tệp",
    "ENOENT": "không có đường dẫn này",
    "ENOSPC": "đĩa đã đầy",
    "ENOTDIR": "một phần đường dẫn là tệp, không phải thư mục",
    "EPERM": "không có quyền",
    "EROFS": "đĩa chỉ cho đọc",
}
REBUILD_DONE = "Đã dựng lại chỉ mục: {documents} văn bản, {passages} đoạn."
REMOVE_DONE = "Đã gỡ {title}. Nếu tệp nguồn còn trong thư mục đã nạp, lần nạp sau sẽ thêm lại."
RESTORE_BAD = "Tệp sao lưu {file} không dùng được ({detail}). Kho hiện tại được giữ nguyên."
RESTORE_NOT_WHOLE = "không phải tệp .zip, hoặc đã bị hỏng, bị cắt cụt"
RESTORE_DONE = "Đã phục hồi {documents} văn bản vào {data}."
RESTORE_RESTART = "Nếu máy chủ đang chạy, hãy khởi động lại để dùng kho vừa phục hồi."
RESTORE_KEPT = "Kho cũ được giữ ở {folder}; xóa khi không cần nữa."
SEARCH_EMPTY = 'Câu hỏi đang trống. Hãy nhập vài từ, ví dụ: cchc search "cải cách thủ tục hành chính"'
SEARCH_NUMBER_ABSENT = "Kho chưa có văn bản số {number}."
SEARCH_NUMBER_CITED = " {count} văn bản trong kho viện dẫn số này."
SEARCH_NOTHING = "Không tìm thấy đoạn nào. Hãy thử ít từ hơn, bỏ ngoặc kép hoặc bỏ bớt bộ lọc."
SEARCH_RESTORED = "Hiển thị kết quả cho: {text} (tìm đúng như đã gõ: thêm --as-typed)"
SEARCH_TOTAL = "{total} đoạn, {took} ms."
INTENT_CHIPS = {
    "type": "Loại: {value}",
    "year": "Năm: {value}",
    "unit": "Cơ quan: {value}",
    "level": "Văn bản {value}",
    "province": "Địa phương: {value}",
    "kind": "Hỏi về: {value}",
}
INTENT_LEVELS = {"department": "cấp sở", "province": "cấp tỉnh", "commune": "cấp xã", "ministry": "của bộ"}
INTENT_MERGED = "{value} (gồm cả {others} trước 01/7/2025)"
INTENT_NOW = "{value} (nay thuộc {successor})"
SECTION_KINDS = {
    "legal_basis": "Căn cứ",
    "situation": "Tình hình, kết quả",
    "purpose": "Mục đích",
    "requirement": "Yêu cầu",
    "target": "Mục tiêu, chỉ tiêu",
    "task": "Nhiệm vụ, giải pháp",
    "responsibility": "Tổ chức thực hiện",
    "schedule": "Tiến độ, thời gian",
    "funding": "Kinh phí",
    "appendix": "Phụ lục",
    "recipients": "Nơi nhận",
    "other": "Nội dung khác",
}
AUDIT_ACTIONS = {"correct": "sửa", "undo": "hoàn tác", "merge": "gộp chỉ tiêu", "split": "tách chỉ tiêu"}
FACT_CORRECTED = "đã sửa"
CORRECT_MEANWHILE = (
    "Trong lúc bạn sửa, người khác đã đổi: {fields}. Giá trị đang dùng ghi dưới từng ô. Hãy xem lại, rồi bấm Lưu "
    "nếu vẫn muốn thay bằng giá trị bạn gõ."
)
CORRECT_BODY = "Nội dung gửi lên phải là JSON có kind, document_id, fact_key, changes và author."
CORRECT_NO_AUTHOR = "Hãy ghi tên người sửa, để người khác biết ai đã sửa."
CORRECT_TOO_LONG = "Nội dung quá dài. Hãy rút gọn, tối đa {limit}."
CORRECT_UNKNOWN = "Không tìm thấy nội dung cần sửa. Có thể văn bản vừa được nạp lại; hãy mở lại từ danh sách."
EDIT_CODE_WRONG = "Mã sửa dữ liệu chưa đúng. Hãy hỏi người quản trị máy chủ (thiết lập CCHC_EDIT_CODE)."
EDIT_LOCAL = "Chỉ sửa được trên chính máy chủ. Để sửa từ máy khác, hãy đặt mã CCHC_EDIT_CODE trên máy chủ."
FACT_KINDS = {"document": "Thông tin văn bản", "task": "Nhiệm vụ", "target": "Chỉ tiêu", "citation": "Viện dẫn"}
FACT_FIELDS = {
    "number": "Số ký hiệu",
    "type": "Loại văn bản",
    "issuer": "Cơ quan ban hành",
    "issued_on": "Ngày ban hành",
    "title": "Trích yếu",
    "year": "Năm",
    "task": "Nhiệm vụ",
    "lead": "Chủ trì",
    "coordinate": "Phối hợp",
    "monitor": "Theo dõi",
    "deadline": "Thời hạn (như văn bản viết)",
    "due_on": "Hạn vào ngày",
    "product": "Sản phẩm",
    "indicator": "Tên chỉ tiêu",
    "comparator": "So sánh",
    "value": "Giá trị",
    "value_to": "Đến giá trị",
    "unit": "Đơn vị tính",
    "change": "Tăng hay giảm",
    "baseline": "So với",
    "maintain_until": "Duy trì đến năm",
    "relation": "Quan hệ",
    "hidden": "Ẩn",
    "draft": "Tình trạng",
}
FACT_HINTS = {
    "issued_on": "ví dụ 31/01/2026; chỉ biết tháng thì 01/2026",
    "due_on": "ví dụ 31/01/2026; để trống nếu văn bản không ghi rõ ngày",
    "lead": "mỗi đơn vị một dòng",
    "coordinate": "mỗi đơn vị một dòng",
    "monitor": "mỗi đơn vị một dòng",
    "value_to": "khi văn bản ghi một khoảng, như 35-40%",
    "baseline": "mốc để so, như 2025",
}
FACT_CHOICES = {
    "draft": {"false": "đã ban hành", "true": "dự thảo"},
    "comparator": {
        "=": "đạt đúng (=)",
        ">=": "từ, tối thiểu (≥)",
        ">": "trên (>)",
        "<=": "tối đa (≤)",
        "<": "dưới (<)",
    },
    "change": {"": "không, là mức đạt", "increase": "tăng thêm", "decrease": "giảm đi"},
    "relation": {
        "basis": "căn cứ",
        "implements": "thực hiện, triển khai",
        "amends": "sửa đổi, bổ sung",
        "replaces": "thay thế",
        "repeals": "bãi bỏ",
        "attached_to": "kèm theo",
        "refers": "nhắc đến",
    },
}
SERVE_ADDRESS = "Mở trình duyệt tại {address} (dừng bằng Ctrl+C)"
SERVE_OPEN = "Lưu ý: máy chủ mở cho cả mạng và chưa có đăng nhập; ai vào được địa chỉ này cũng đọc được kho."
SERVE_PORT_TAKEN = "Cổng {port} của {host} đang được dùng hoặc không mở được. Hãy chọn cổng khác: --port {other}"
SETTING_NOT_A_NUMBER = "Thiết lập {name} phải là số, đang là '{value}'. Hãy sửa hoặc bỏ biến môi trường này."
SETTING_NOT_ONE_OF = "Thiết lập {name} = '{value}' không có. Hãy chọn một trong: {allowed}, hoặc bỏ trống."
SETTING_OUT_OF_RANGE = "Thiết lập {name} = {value} ngoài khoảng {low} đến {high} ({unit}). Hãy sửa lại."
TASKS_NONE = "Không có nhiệm vụ nào phù hợp."
TASKS_SHEET = "Nhiệm vụ"
TASKS_TOTAL = "{count} nhiệm vụ."
TASK_ANY_UNIT = "bất kỳ đơn vị nào"
TASK_COLUMNS = {
    "task": "Nhiệm vụ",
    "lead": "Chủ trì",
    "coordinate": "Phối hợp",
    "monitor": "Theo dõi",
    "deadline": "Thời hạn",
    "due_on": "Hạn cuối",
    "product": "Sản phẩm",
    "section": "Mục",
    "number": "Số ký hiệu",
    "document": "Văn bản",
    "issuer": "Cơ quan ban hành",
    "issued_on": "Ngày ban hành",
    "page": "Trang",
    "corrected": "Người dùng đã sửa",
    "source": "Nguồn",
}
TASK_DUES = {
    "soon": "Đến hạn trong 30 ngày tới",
    "past": "Đã qua hạn",
    "dated": "Ghi rõ ngày",
    "undated": "Không ghi rõ ngày",
}
TASK_UNITS_LIKE = "Có thể là đơn vị: {units}."
TASK_DUES_SHORT = {"soon": "Trong 30 ngày tới"}  # in a narrow field with a heading "Thời hạn"
TASK_DUE_FROM = "hạn từ {day}"
TASK_DUE_TO = "hạn đến {day}"
TASK_ORDERS = {"relevance": "Hợp câu hỏi nhất trước", "due": "Hạn gần nhất trước", "document": "Theo văn bản"}
TASK_ROLES = {"lead": "Chủ trì", "coordinate": "Phối hợp", "monitor": "Theo dõi, đôn đốc"}
TASK_SOURCE = "Mở đúng chỗ"
TASK_UNIT = "Đơn vị"
TRAIN_QUESTIONS_ALONE = "--questions cần có --corpus. Hãy thêm tệp văn bản mà các câu hỏi dẫn tới."
CITATIONS_TOTAL = "{count} viện dẫn."
CITATION_HELD = "có trong kho: {id}"
CITATION_MISSING = "không có trong kho"
CLI_ABOUT_CITATIONS = "Văn bản được viện dẫn (căn cứ, thực hiện, sửa đổi, thay thế, bãi bỏ) và hiệu lực"
CLI_ARG_NUMBER = "chỉ viện dẫn tới số ký hiệu này, viết kiểu nào cũng được"
PAGE = "trang {page}"
RELATIONS = FACT_CHOICES["relation"]
STATUSES = {
    "in_force": "Còn hiệu lực",
    "amended": "Đã được sửa đổi, bổ sung",
    "replaced": "Đã bị thay thế",
    "repealed": "Đã bị bãi bỏ",
    "unknown": "Chưa rõ hiệu lực",
}
TARGET_COLUMNS = {
    "indicator": "Chỉ tiêu",
    "comparator": "So sánh",
    "value": "Giá trị",
    "value_to": "Đến",
    "unit": "Đơn vị",
    "change": "Chiều",
    "baseline": "So với",
    "year": "Năm",
    "period": "Giai đoạn",
    "maintain_until": "Duy trì đến",
    "text": "Nguyên văn",
    "section": "Mục",
    "province": "Tỉnh, thành phố",
    "number": "Số ký hiệu",
    "document": "Văn bản",
    "issuer": "Cơ quan ban hành",
    "issued_on": "Ngày ban hành",
    "page": "Trang",
    "corrected": "Người dùng đã sửa",
    "source": "Nguồn",
    "shown": "Mức",
}
TARGET_CHANGES = {"increase": "tăng", "decrease": "giảm"}
TARGETS_SHEET = "Chỉ tiêu"
TARGETS_TOTAL = "{count} chỉ tiêu."
TARGETS_NONE = "Không có chỉ tiêu nào phù hợp. Hãy thử ít từ hơn hoặc bỏ bớt điều kiện."
TARGET_SOURCE = "Mở đúng chỗ"
TARGET_SINCE = "so với {baseline}"
TARGET_PERIOD = "giai đoạn {first}-{last}"
TARGET_MAINTAIN = "duy trì đến {year}"
COMPARE_NONE = 'Không có chỉ tiêu nào khớp. Hãy thử tên ngắn hơn, ví dụ: cchc compare "hồ sơ trực tuyến"'
COMPARE_NO_PLACE = "Kho chưa có mức nào của {places} cho chỉ tiêu này."
COMPARE_OTHER_PLACES = "Kho chưa có mức nào của {places} cho chỉ tiêu này; dưới đây là mức của nơi khác."
COMPARE_NO_QUERY = 'Chưa có tên chỉ tiêu. Hãy gõ tên, ví dụ: cchc compare "hồ sơ trực tuyến"'
API_COMPARE_NO_QUERY = "Chưa có tên chỉ tiêu. Hãy cho biết cần so sánh chỉ tiêu nào."
COMPARE_SHEET = "So sánh"
COMPARE_GROUP = "Chỉ tiêu (gộp)"
COMPARE_NO_YEAR = "Chưa rõ năm"
COMPARE_OLD_PROVINCE = "{province} (nay thuộc {successor})"
COMPARE_NO_PROVINCE = "Trung ương hoặc chưa rõ tỉnh"
CHART_TEXT = "{count} mức trong {documents} văn bản, từ năm {first} đến {last}; thấp nhất {low}, cao nhất {high}."
CLI_ABOUT_TARGETS = "Liệt kê chỉ tiêu trong các văn bản"
CLI_ABOUT_COMPARE = "So sánh một chỉ tiêu qua các năm, văn bản và địa phương"
CLI_ARG_TARGET_QUERY = "từ khóa hoặc câu hỏi; bỏ trống để lấy tất cả"
CLI_ARG_COMPARE_QUERY = "tên chỉ tiêu, có dấu hoặc không, viết tắt được (SIPAS, DVCTT...)"
CLI_ARG_TARGET_YEAR = "năm của chỉ tiêu"
CLI_ARG_TARGET_UNIT = "đơn vị tính (%, điểm, hạng...)"
CLI_ARG_TARGET_ISSUER = "một phần tên cơ quan, hoặc một tỉnh (kể cả các tỉnh cũ đã nhập vào tỉnh đó)"
BASIS_COUNT = "{count} văn bản viện dẫn"
BASIS_NONE = "Không thấy văn bản nào về chủ đề này có ghi căn cứ. Hãy thử ít từ hơn."
BASIS_NO_TOPIC = "Chưa có chủ đề. Hãy cho biết soạn văn bản về việc gì."
BASIS_TOTAL = "{plans} văn bản cùng chủ đề viện dẫn {count} văn bản."
CLI_ABOUT_BASIS = "Văn bản cùng chủ đề thường lấy gì làm căn cứ"
CLI_ARG_TOPIC = "chủ đề, ví dụ: kế hoạch cải cách hành chính năm 2026"
LEVELS = {
    "party": "Đảng (Trung ương)",
    "assembly": "Quốc hội",
    "government": "Chính phủ, Thủ tướng Chính phủ",
    "ministry": "Bộ, cơ quan trung ương",
    "province": "Tỉnh, thành phố",
    "department": "Sở, ban, ngành",
    "commune": "Xã, phường và cấp dưới tỉnh",
    "other": "Cơ quan khác",
}
SEVERITIES = {"error": "Cần sửa", "warning": "Nên xem lại", "info": "Để biết"}
CHECK_NONE = "Không thấy điều gì cần sửa."
CHECK_TOTAL = "{count} phát hiện."
CHECK_WHERE = "trang {page}: {text}"
CLI_ABOUT_CHECK = "Soát dự thảo: căn cứ, số ký hiệu, hiệu lực, đánh số mục, nhiệm vụ, chỉ tiêu; không lưu gì"
CLI_ARG_DRAFT = "tệp dự thảo (docx, pdf, txt, ...)"
DRAFT_EMPTY = "Chưa có dự thảo. Hãy chọn tệp hoặc dán nội dung."
DRAFT_LINES_TOO_MANY = "Phần căn cứ quá dài. Hãy bỏ bớt dòng."
DRAFT_NO_LINES = "Chưa chọn dòng căn cứ nào."
STATUS_BY = " bởi {number}"
YES_NO = {True: "có", False: "không"}

# --- filters that can't be understood ----------------------------------------------------------

FILTER_LABELS = {
    "year": "Năm", "due_from": "Hạn từ ngày", "due_to": "Đến hết ngày", "role": "Vai trò của đơn vị", "due": "Thời hạn",
    "sort": "Sắp xếp", "kind": "Loại nội dung", "by": "Xếp theo",
}  # fmt: skip
FILTER_LEFT_OUT = "Bỏ qua “{value}” ở ô {label}: {problem}."
FILTER_NO_DAY = "phải là ngày như 31/01/2026"
FILTER_NO_YEAR = "phải là năm có bốn chữ số, như 2026"
FILTER_NO_CHOICE = "không có lựa chọn này, hãy chọn trong danh sách"
FILTER_DAYS_TURNED = "Hạn từ ngày đứng sau ngày cuối nên không có nhiệm vụ nào. Hãy đổi lại hai ngày."
FILTER_NO_TYPE = (
    "Không có loại văn bản “{value}”. Hãy dùng mã hoặc tên, ví dụ KH (Kế hoạch), QĐ (Quyết định), CV (Công văn)."
)
