"""Phrases that decide what an indicator measures, each under the facet that it fills.

Written as documents write them; "và", "hoặc" and punctuation between words are dropped before phrases are looked for.
A phrase may fill several facets. Two indicators whose strict facets differ are never one (see `index.indicator_match`).
"""

from __future__ import annotations

#: Facets that must be equal, empty ones too: what restricts an indicator makes it another one.
STRICT = {
    "index": "khác chỉ số",
    "process": "khác mức độ trực tuyến (toàn trình, một phần)",
    "channel": "khác hình thức (trực tuyến, bưu chính, trực tiếp)",
    "level": "khác cấp (tỉnh, huyện, xã)",
    "timing": "khác tiến độ (đúng hạn, trước hạn, trễ hạn)",
    "action": "khác việc được đo (thanh toán, số hóa, công khai...)",
    "people": "khác đối tượng (cán bộ, công chức, viên chức)",
    "gender": "khác giới",
    "population": "khác đối tượng được hỏi hoặc phục vụ",
    "polarity": "khác chiều (có và không)",
    "aspect": "khác phạm vi đánh giá",
    "place": "khác địa phương",
}
#: Facets that differ only where both are said.
LENIENT = {"step": "khác bước (nộp, giải quyết)", "scope": "khác phạm vi (của tỉnh, của sở)"}

Concept = tuple[str, str]


def _table(rows: str) -> list[tuple[str, tuple[Concept, ...]]]:
    found: list[tuple[str, tuple[Concept, ...]]] = []
    for line in rows.strip().splitlines():
        concepts, _, phrases = line.partition("|")
        filled = tuple((facet, value) for facet, _, value in (part.partition(":") for part in concepts.split()))
        found += [(phrase.strip(), filled) for phrase in phrases.split(";")]
    return found


def _words(text: str) -> list[str]:
    return text.split()


#: facet:value ... | phrase; phrase. Facet "object" is what is counted, "term" a word with several spellings,
#: "noise" says nothing about what is measured, "opening" nothing where a name begins with it.
PHRASES = _table("""
object:hồ_sơ | hồ sơ; hồ sơ giấy tờ; giấy tờ hồ sơ; hồ sơ thủ tục hành chính; hồ sơ giải quyết thủ tục hành chính
object:hồ_sơ | hồ sơ thủ tục; hồ sơ giao dịch
object:hồ_sơ | hồ sơ dịch vụ công; hồ sơ của thủ tục hành chính; hồ sơ đề nghị giải quyết thủ tục hành chính
object:hồ_sơ channel:trực_tuyến | hồ sơ dịch vụ công trực tuyến; hồ sơ thủ tục hành chính trực tuyến
object:hồ_sơ channel:trực_tuyến process:toàn_trình | hồ sơ dịch vụ công trực tuyến toàn trình
object:hồ_sơ channel:trực_tuyến process:một_phần | hồ sơ dịch vụ công trực tuyến một phần
object:hồ_sơ_công_việc | hồ sơ công việc
object:thành_phần_hồ_sơ | thành phần hồ sơ
object:sổ_sức_khỏe | hồ sơ sức khỏe điện tử; sổ sức khỏe điện tử; hồ sơ sức khỏe
object:thủ_tục | thủ tục hành chính; thủ tục; quy trình thủ tục hành chính
object:thủ_tục_nội_bộ | thủ tục hành chính nội bộ; thủ tục nội bộ
object:dịch_vụ_công | dịch vụ công
object:dịch_vụ_công channel:trực_tuyến | dịch vụ công trực tuyến
object:kết_quả | kết quả giải quyết thủ tục hành chính; kết quả giải quyết hồ sơ; kết quả thủ tục hành chính
object:kết_quả | kết quả giải quyết; kết quả giải quyết hồ sơ thủ tục hành chính
object:kết_quả | kết quả xử lý hồ sơ thủ tục hành chính
object:giao_dịch | giao dịch; giao dịch thanh toán
object:văn_bản | văn bản
object:văn_bản_qppl | văn bản quy phạm pháp luật; văn bản quy phạm; văn bản pháp luật
object:văn_bản_trái | văn bản trái pháp luật
object:cơ_quan | cơ quan; đơn vị; cơ quan đơn vị; cơ quan đơn vị địa phương; đơn vị địa phương; cơ quan nhà nước
object:cơ_quan | cơ quan hành chính; cơ quan hành chính nhà nước; cơ quan tổ chức hành chính
object:cơ_quan_chuyên_môn | cơ quan chuyên môn; sở ban ngành; sở ngành; các sở
object:sự_nghiệp | đơn vị sự nghiệp; đơn vị sự nghiệp công lập; đơn vị sự nghiệp trực thuộc
object:thời_gian | thời gian; thời gian giải quyết; thời gian xử lý; thời gian thực hiện
object:chi_phí_tuân_thủ | chi phí tuân thủ; chi phí tuân thủ thủ tục hành chính
object:điều_kiện_kinh_doanh | điều kiện kinh doanh; điều kiện đầu tư kinh doanh
object:nhiệm_vụ | nhiệm vụ
object:phản_ánh | phản ánh kiến nghị; ý kiến phản ánh kiến nghị; phản ánh; kiến nghị phản ánh; PAKN
object:báo_cáo | báo cáo; chế độ báo cáo
object:cơ_sở_dữ_liệu | cơ sở dữ liệu
term:dữ_liệu | dữ liệu; thông tin dữ liệu; dữ liệu thông tin; dữ liệu điện tử
object:tài_khoản | tài khoản
object:doanh_nghiệp | doanh nghiệp
object:sáng_kiến | sáng kiến; sáng kiến giải pháp; sáng kiến mô hình; sáng kiến mô hình giải pháp
object:biên_chế | biên chế
object:hộ_nghèo | hộ nghèo
object:hộ_nghèo term:đa_chiều | hộ nghèo đa chiều; hộ nghèo theo chuẩn nghèo đa chiều; hộ nghèo theo chuẩn đa chiều
object:hộ_nghèo term:đa_chiều | hộ nghèo theo tiêu chí đa chiều; hộ nghèo tiếp cận đa chiều
object:trường | trường học; nhà trường; trường
term:thị_trường | thị trường
term:môi_trường | môi trường
term:trường_hợp | trường hợp
term:hiện_trường | hiện trường
term:internet | internet; kết nối internet; mạng internet; đường truyền internet
term:tham_gia_bhyt | được cấp thẻ bảo hiểm y tế; cấp thẻ bảo hiểm y tế
term:tham_gia_bhyt | tham gia bảo hiểm y tế; có thẻ bảo hiểm y tế; có bảo hiểm y tế
term:tham_gia_bhyt population:dân | bao phủ bảo hiểm y tế; bao phủ bảo hiểm y tế toàn dân; bảo hiểm y tế toàn dân
index:par scope:tỉnh | PAR INDEX; chỉ số PAR INDEX; PARINDEX; chỉ số PARINDEX; chỉ số cải cách hành chính PAR INDEX
index:par scope:tỉnh | chỉ số CCHC PAR INDEX; chỉ số cải cách hành chính PARINDEX
index:par scope:tỉnh | chỉ số cải cách hành chính cấp tỉnh
index:par | chỉ số cải cách hành chính; chỉ số CCHC; kết quả chỉ số cải cách hành chính; điểm cải cách hành chính
index:papi | PAPI; chỉ số PAPI; chỉ số hiệu quả quản trị hành chính công; hiệu quả quản trị hành chính công cấp tỉnh
index:papi | chỉ số hiệu quả quản trị hành chính công cấp tỉnh PAPI; chỉ số hiệu quả quản trị hành chính công PAPI
index:pci | PCI; chỉ số PCI; chỉ số năng lực cạnh tranh cấp tỉnh; chỉ số năng lực cạnh tranh cấp tỉnh PCI
index:pgi | PGI; chỉ số xanh; chỉ số PGI; chỉ số xanh cấp tỉnh; chỉ số xanh cấp tỉnh PGI
index:dti | DTI; chỉ số DTI; chỉ số chuyển đổi số; chỉ số chuyển đổi số DTI; chỉ số chuyển đổi số cấp tỉnh
index:dti | chỉ số chuyển đổi số cấp tỉnh DTI; chỉ số đánh giá chuyển đổi số; mức độ chuyển đổi số
index:ddci | DDCI; chỉ số DDCI; chỉ số năng lực cạnh tranh cấp sở ngành địa phương
index:pii | PII; chỉ số PII; chỉ số đổi mới sáng tạo cấp địa phương; chỉ số đổi mới sáng tạo
index:sipas | SIPAS; chỉ số SIPAS
index:hài_lòng | hài lòng; chỉ số hài lòng; mức độ hài lòng; tỷ lệ hài lòng; rất hài lòng hài lòng; sự hài lòng
index:hài_lòng | hài lòng rất hài lòng; mức hài lòng; độ hài lòng; chỉ số đánh giá sự hài lòng; hài lòng trở lên
noise: | đối với sự phục vụ; về sự phục vụ; sự phục vụ; sự phục vụ hành chính; phục vụ hành chính
noise: | phục vụ của cơ quan; sự phục vụ của cơ quan nhà nước; phục vụ của cơ quan nhà nước
noise: | sự phục vụ của các cơ quan nhà nước
noise: | phục vụ của cơ quan hành chính; phục vụ của cơ quan hành chính nhà nước; phục vụ của các cơ quan hành chính
noise: | phục vụ của cơ quan hành chính nhà nước các cấp; sự phục vụ của cơ quan hành chính nhà nước
noise: | sự phục vụ của cơ quan hành chính; sự phục vụ của các cơ quan hành chính nhà nước; sự phục vụ của cơ quan
population:dân | người dân; công dân; cá nhân; nhân dân
population:dân population:tổ_chức | người dân tổ chức; tổ chức công dân; cá nhân tổ chức; tổ chức cá nhân
population:dân population:tổ_chức | tổ chức người dân
population:dân population:tổ_chức | người dân doanh nghiệp; doanh nghiệp người dân; cá nhân doanh nghiệp
population:dân population:tổ_chức | dân doanh nghiệp
population:dân population:tổ_chức | người dân tổ chức doanh nghiệp; người dân doanh nghiệp tổ chức; công dân tổ chức
population:dân population:tổ_chức | tổ chức cá nhân doanh nghiệp; cá nhân tổ chức doanh nghiệp
population:dân population:tổ_chức | công dân doanh nghiệp
population:tổ_chức | tổ chức doanh nghiệp; doanh nghiệp tổ chức
population:người_bệnh | người bệnh; bệnh nhân
channel:trực_tuyến | trực tuyến; qua mạng; trên mạng; hình thức trực tuyến; phương thức trực tuyến
channel:trực_tuyến | theo hình thức trực tuyến
channel:trực_tuyến | bằng hình thức trực tuyến; dưới hình thức trực tuyến; theo phương thức trực tuyến
term:cổng_quốc_gia | cổng dịch vụ công quốc gia; cổng dịch vụ công
channel:bưu_chính | bưu chính công ích; dịch vụ bưu chính công ích; BCCI; dịch vụ BCCI; bưu chính; bưu điện
channel:trực_tiếp | trực tiếp
channel:điện_tử | môi trường mạng; môi trường điện tử; môi trường số; điện tử; dạng điện tử; bản điện tử; trên mạng
channel:không_tiền_mặt | không dùng tiền mặt; không tiền mặt
process:toàn_trình channel:trực_tuyến | trực tuyến toàn trình; hoàn toàn trực tuyến; toàn trình trực tuyến
process:toàn_trình channel:trực_tuyến | trực tuyến hoàn toàn
process:toàn_trình channel:trực_tuyến | trực tuyến ở mức toàn trình; trực tuyến mức toàn trình; toàn trình
process:toàn_trình channel:trực_tuyến | trực tuyến mức độ toàn trình; theo hình thức toàn trình
process:toàn_trình channel:điện_tử | toàn trình trên môi trường điện tử; toàn trình trên môi trường mạng
process:toàn_trình channel:điện_tử | toàn trình trên môi trường số; hoàn toàn trên môi trường mạng
process:toàn_trình channel:điện_tử | hoàn toàn trên môi trường điện tử
process:một_phần channel:trực_tuyến | trực tuyến một phần; một phần trực tuyến; một phần
process:mức_34 channel:trực_tuyến | mức độ 3 4; mức độ 3 mức độ 4; mức 3 4; mức độ ba bốn; mức độ 3 độ 4
process:mức_34 channel:trực_tuyến | trực tuyến mức độ 3 4; trực tuyến mức độ 3 mức độ 4; trực tuyến mức 3 4
process:mức_4 channel:trực_tuyến | mức độ 4; mức 4; trực tuyến mức độ 4; trực tuyến mức 4
process:mức_3 channel:trực_tuyến | mức độ 3; mức 3; trực tuyến mức độ 3; trực tuyến mức 3
level:tỉnh | cấp thành phố; tại cấp thành phố; ở cấp thành phố
level:huyện | cấp quận huyện; ở cấp quận huyện; tại cấp quận huyện; quận huyện; các quận huyện
level:xã | cấp phường xã; ở cấp phường xã; cấp xã phường; ở cấp xã phường
level:tỉnh | cấp tỉnh; tuyến tỉnh; tại cấp tỉnh; ở cấp tỉnh; các cơ quan chuyên môn cấp tỉnh
level:huyện | cấp huyện; tuyến huyện; các huyện; huyện thị xã thành phố; các huyện thị xã thành phố; tại cấp huyện
level:xã | cấp xã; tuyến xã; xã phường; xã phường thị trấn; xã phường đặc khu; các xã; các xã phường; phường xã
level:xã | tại cấp xã; UBND cấp xã; UBND các xã; UBND các xã phường; UBND xã phường; UBND các xã phường đặc khu
level:xã | UBND xã phường đặc khu; UBND các xã phường thị trấn; các xã phường đặc khu
level:huyện | UBND cấp huyện; UBND các huyện; UBND các huyện thị xã thành phố
level:sở | cấp sở; cấp sở ngành; đối với sở ngành
level:bộ | cấp bộ; bộ ngành
level:tỉnh_xã | cấp tỉnh cấp xã; tỉnh xã; hai cấp; 2 cấp; 02 cấp
noise: | cả ba cấp; ở cả ba cấp; ba cấp; 3 cấp; 03 cấp; cấp tỉnh cấp huyện cấp xã
noise: | từ tỉnh đến xã
timing:đúng_hạn | đúng hạn; đúng thời hạn; trước hạn đúng hạn; đúng hạn trước hạn; trước đúng hạn; đúng trước hạn
timing:đúng_hạn | sớm đúng hạn; đúng hạn sớm hạn; trước đúng thời hạn; đúng thời hạn trước thời hạn; đúng hẹn
timing:đúng_hạn | trước thời hạn đúng thời hạn; đúng trước thời hạn; đúng hạn sớm hơn
timing:trước_hạn | trước hạn; sớm hạn; trước thời hạn; sớm hơn thời hạn; sớm hơn quy định
timing:trễ_hạn | trễ hạn; quá hạn; trễ hẹn; chậm hạn; chậm muộn; quá thời hạn
timing:đúng_hạn | đúng tiến độ; đúng kế hoạch đúng tiến độ; đúng tiến độ đúng hạn
step:nộp | nộp; tiếp nhận; gửi; nộp hồ sơ; được tiếp nhận; phát sinh; tiếp nhận hồ sơ
step:nộp | khi tiếp nhận; ngay khi tiếp nhận; tại thời điểm tiếp nhận; thời điểm tiếp nhận; ngay từ khi tiếp nhận
step:giải_quyết | lập xử lý; tạo lập xử lý; lập giải quyết; tạo lập giải quyết
step:giải_quyết | giải quyết; xử lý; thực hiện giải quyết; được giải quyết
action:tiếp_nhận_trả | tiếp nhận trả kết quả; tiếp nhận trả
action:thanh_toán channel:trực_tuyến | thanh toán trực tuyến; thanh toán phí lệ phí trực tuyến
action:thanh_toán channel:trực_tuyến | nộp phí lệ phí trực tuyến
action:thanh_toán channel:trực_tuyến | thanh toán điện tử; thanh toán lệ phí trực tuyến
action:thanh_toán channel:trực_tuyến | thanh toán trực tuyến phí lệ phí
action:thanh_toán channel:trực_tuyến | giao dịch thanh toán trực tuyến; giao dịch thanh toán điện tử
action:thanh_toán | thanh toán; thanh toán phí lệ phí
action:trả | trả kết quả; trả; được trả
action:trả channel:điện_tử | cấp bản điện tử; được cấp bản điện tử; cấp dưới dạng điện tử
action:trả object:kết_quả | trả kết quả giải quyết thủ tục hành chính; trả kết quả giải quyết; cấp kết quả
action:trả object:kết_quả | cấp kết quả giải quyết thủ tục hành chính; cấp kết quả giải quyết
action:trả object:kết_quả | cấp kết quả thủ tục hành chính; trả kết quả thủ tục hành chính
action:trả object:kết_quả | trả kết quả giải quyết hồ sơ thủ tục hành chính; trả kết quả giải quyết hồ sơ
action:số_hóa | số hóa; được số hóa; số hoá
action:tái_sử_dụng | tái sử dụng; sử dụng lại; khai thác sử dụng lại; khai thác tái sử dụng; khai thác lại
action:cung_cấp | cung cấp; được cung cấp; đưa lên
action:công_khai | công khai; niêm yết; niêm yết công khai; được công khai
action:công_bố | công bố; được công bố
action:công_bố action:công_khai | công bố công khai; công bố niêm yết công khai; công bố cập nhật công khai
action:ký_số | chữ ký số chữ ký điện tử cá nhân; có chữ ký số chữ ký điện tử cá nhân
action:ký_số | chữ ký điện tử cá nhân; có chữ ký điện tử cá nhân; có chữ ký chữ ký điện tử cá nhân
action:ký_số | chữ ký số cá nhân; có chữ ký số cá nhân; chứng thư số cá nhân; chứng thư chữ ký số
action:ký_số | ký số; chữ ký số; có ký số; được ký số; ký số điện tử; có chữ ký số
action:đồng_bộ | đồng bộ; kết nối đồng bộ; tích hợp; kết nối chia sẻ; liên thông
action:xin_lỗi | xin lỗi; thư xin lỗi
action:kiểm_tra | kiểm tra; thanh tra kiểm tra; kiểm tra thanh tra; được kiểm tra
action:kiến_nghị_thanh_tra term:kiến_nghị_thanh_tra | kiến nghị sau thanh tra kiểm tra; kết luận thanh tra
action:kiến_nghị_thanh_tra term:kiến_nghị_thanh_tra | sau thanh tra kiểm tra kiểm toán
action:đào_tạo | đào tạo; bồi dưỡng; tập huấn; đào tạo bồi dưỡng; tập huấn bồi dưỡng; bồi dưỡng tập huấn
action:đào_tạo | tập huấn nghiệp vụ; bồi dưỡng nghiệp vụ; tập huấn kiến thức; bồi dưỡng kiến thức
action:đào_tạo | đào tạo tập huấn; đào tạo bồi dưỡng tập huấn; đào tạo tập huấn bồi dưỡng
action:bố_trí | bố trí; sắp xếp; bố trí sắp xếp
action:bổ_nhiệm | bổ nhiệm
action:giải_ngân | giải ngân
action:cắt_giảm | cắt giảm; rút ngắn
action:đơn_giản | đơn giản hóa; phương án đơn giản hóa; đề xuất đơn giản hóa; rà soát đơn giản hóa
action:rà_soát | rà soát
action:đơn_giản | rà soát đề xuất đơn giản hóa; rà soát đề xuất phương án đơn giản hóa; đề xuất phương án đơn giản hóa
action:đơn_giản | rà soát cắt giảm đơn giản hóa; cắt giảm đơn giản hóa; rà soát phương án đơn giản hóa
action:tuyên_truyền | tuyên truyền; phổ biến; được phổ biến; được tuyên truyền
action:đánh_giá | đánh giá; được đánh giá
action:kiểm_soát | tự kiểm tra
action:khảo_sát | khảo sát; lấy ý kiến; hỏi ý kiến
people:công_chức | công chức
people:viên_chức | viên chức
people:cán_bộ | cán bộ
people:cán_bộ people:công_chức | cán bộ công chức; CBCC
people:cán_bộ people:công_chức people:viên_chức | cán bộ công chức viên chức; CBCCVC; công chức viên chức cán bộ
people:công_chức people:viên_chức | công chức viên chức; CCVC
people:lãnh_đạo | lãnh đạo; lãnh đạo quản lý; người đứng đầu
people:giáo_viên | giáo viên; nhà giáo
gender:nữ | nữ; phụ nữ; trẻ em gái; bé gái
gender:nam | nam giới; trẻ em trai; bé trai
gender:nam gender:nữ | nam nữ
polarity:không | không; chưa; không có; chưa có; không phải
term:phi_địa_giới | không phụ thuộc địa giới hành chính; phi địa giới hành chính
term:phi_địa_giới | không phụ thuộc vào địa giới hành chính
scope:sở | của sở; khối sở ngành; khối sở ban ngành; của ngành; của đơn vị; các cơ quan đơn vị địa phương
scope:tỉnh | của tỉnh; của thành phố
term:có_phí | nghĩa vụ tài chính; phát sinh phí; phát sinh phí lệ phí; yêu cầu nghĩa vụ tài chính
term:có_phí | phát sinh nghĩa vụ tài chính
term:có_phí | phải nộp phí lệ phí; có thu phí lệ phí; yêu cầu thanh toán
term:vốn_đầu_tư_công | vốn đầu tư công; kế hoạch vốn đầu tư công; kế hoạch đầu tư công; đầu tư công
term:vốn_đầu_tư_công | vốn kế hoạch đầu tư công
term:đủ_điều_kiện | đủ điều kiện
term:còn_hiệu_lực | còn hiệu lực; đang còn hiệu lực; đang có hiệu lực; còn hiệu lực có giá trị sử dụng
term:còn_hiệu_lực | đang còn hiệu lực có giá trị sử dụng; còn giá trị; còn giá trị sử dụng
term:định_danh | định danh; định danh điện tử; định danh xác thực điện tử; định danh xác thực
noise: | không mật
term:phê_duyệt | phê duyệt
term:danh_hiệu | danh hiệu
term:đề_xuất | đề xuất
term:phương_án | phương án
term:đề_nghị | đề nghị
term:hiện_hành | hiện hành
term:thực_tế | thực tế
term:trước_thuế | trước thuế
term:sau_thuế | sau thuế
population:dân | dân số; dân cư
term:sử_dụng | sử dụng; ứng dụng; áp dụng; dùng
term:trẻ_em | trẻ em; trẻ dưới; trẻ em dưới; trẻ từ; trẻ em từ; trẻ trong độ tuổi; trẻ em trong độ tuổi; trẻ nhỏ
term:tăng_trưởng_grdp | tăng trưởng kinh tế; tốc độ tăng trưởng kinh tế; tăng trưởng GRDP
term:tăng_trưởng_grdp | tốc độ tăng trưởng GRDP; tốc độ tăng GRDP; tăng trưởng tổng sản phẩm trên địa bàn
term:tăng_trưởng_grdp | tăng trưởng kinh tế GRDP; tốc độ tăng trưởng kinh tế GRDP
term:tăng_trưởng_grdp | tốc độ tăng trưởng tổng sản phẩm trên địa bàn; tốc độ tăng tổng sản phẩm trên địa bàn
term:tăng_trưởng_grdp | tốc độ tăng trưởng tổng sản phẩm trên địa bàn GRDP; tốc độ tăng tổng sản phẩm trên địa bàn GRDP
term:vạn_dân | vạn dân; 1 vạn dân; một vạn dân; 10.000 dân; 10 000 dân; 10000 dân
term:quy_chuẩn | quy chuẩn; đạt quy chuẩn; theo quy chuẩn; đáp ứng quy chuẩn
term:hộ | hộ gia đình; hộ dân; hộ
term:chuẩn | đạt chuẩn; đạt tiêu chuẩn; tiêu chuẩn; chuẩn; công nhận đạt chuẩn
term:chuẩn | được công nhận đạt chuẩn; công nhận chuẩn; được công nhận đạt tiêu chuẩn; công nhận đạt tiêu chuẩn
term:ngân_sách | ngân sách; ngân sách nhà nước; NSNN
term:đơn_thư | đơn thư; đơn
term:xuất_khẩu | xuất khẩu; xuất khẩu hàng hóa
term:nhập_khẩu | nhập khẩu; nhập khẩu hàng hóa
term:nước_sạch | nước sạch; cấp nước sạch; cung cấp nước sạch; sử dụng nước sạch; dùng nước sạch
term:khách_du_lịch | khách du lịch; lượt khách du lịch; lượt khách; du khách; lượt du khách; khách tham quan du lịch
term:đối_thoại | đối thoại; hội nghị đối thoại; cuộc đối thoại; buổi đối thoại; tổ chức đối thoại
term:ô_nhiễm | ô nhiễm; ô nhiễm môi trường
noise: | đến tỉnh; đến địa bàn; đến địa bàn tỉnh
term:nông_thôn_mới | nông thôn mới
term:thành_thị | thành thị; khu vực thành thị; ở thành thị
term:nông_thôn | nông thôn; khu vực nông thôn; ở nông thôn
term:thất_nghiệp | thất nghiệp; thất nghiệp trong độ tuổi; thất nghiệp trong độ tuổi lao động
term:một_cửa | bộ phận một cửa; trung tâm phục vụ hành chính công; bộ phận tiếp nhận trả kết quả; một cửa
term:người_trưởng_thành | người dân trưởng thành; dân số trưởng thành; người trưởng thành
noise: | tỷ lệ; tỷ trọng; chỉ tiêu; phấn đấu; mức độ; số lượng; tổng số; thứ hạng; xếp hạng; thứ bậc; công tác
noise: | ổn định
opening: | số; tổng; mức; kết quả; nâng cao; nâng; tăng cường; đẩy mạnh; tiếp tục; duy trì; giao; giữ vững; hoàn thành
opening: | tổ chức; tiến hành; triển khai; thực hiện; quy mô
noise: | theo quy định; đúng quy định; theo đúng quy định; theo quy định của pháp luật; theo quy định pháp luật
noise: | quy định
noise: | kịp thời; đầy đủ; đầy đủ kịp thời; kịp thời đầy đủ; bảo đảm; đảm bảo; thực hiện; triển khai
noise: | triển khai thực hiện
term:hoànthành | hoàn thành
noise: | thuộc thẩm quyền; thuộc thẩm quyền giải quyết; thuộc phạm vi quản lý; thuộc phạm vi
noise: | phạm vi quản lý
noise: | thuộc thẩm quyền giải quyết của tỉnh; thuộc thẩm quyền giải quyết của sở
noise: | thuộc thẩm quyền tiếp nhận giải quyết
noise: | trên địa bàn tỉnh; trên địa bàn; địa bàn tỉnh; địa bàn thành phố; trên địa bàn thành phố; toàn tỉnh
noise: | toàn ngành
noise: | của cơ quan có thẩm quyền; do cơ quan có thẩm quyền; cơ quan có thẩm quyền; có thẩm quyền
noise: | phạm vi tỉnh; phạm vi cấp tỉnh; trong phạm vi tỉnh; trong phạm vi cấp tỉnh; phạm vi toàn tỉnh
noise: | trong phạm vi toàn tỉnh; trong toàn tỉnh; toàn thành phố; trong toàn ngành; của địa phương
noise: | của cơ quan đơn vị
noise: | giữa các cơ quan hành chính nhà nước; giữa các cơ quan nhà nước; giữa các cơ quan; giữa các cơ quan đơn vị
noise: | của các cơ quan hành chính nhà nước; trong năm; hằng năm; hàng năm; mỗi năm; cả năm; bình quân; trung bình
noise: | tối thiểu
noise: | ít nhất; trên tổng số; trong tổng số; so với tổng số; trở lên; năm; tiếp tục; duy trì; hiện có
noise: | đề ra
noise: | VNeID
noise: | từng bước; được giao; giai đoạn; kế hoạch năm
""")

#: Words that say nothing alone.
STOP = frozenset(
    _words("""
    của các những mọi mỗi từng và hoặc hay thì là mà để nhằm với cùng tại ở trong trên dưới về đối cho theo từ đến tới
    qua bằng do bởi vào ra lên được bị có phải cần đã sẽ đang đều còn khi nếu như này đó kể so việc sự nhất đạt gồm bao
    trở năm cả một hết vẫn rất hơn sau trước giữa cũng toàn thuộc tính chiếm
""")
)

#: Words that hardly restrict what is measured: who agreed to it, by what act. A name that has them and one that lacks
#: them measure the same, if nothing else parts them.
WEAK = frozenset(_words("phê_duyệt danh_hiệu đề_xuất phương_án đề_nghị ngay hiện_hành thực_tế cấp"))
WEIGHT_OF_WEAK = 0.34
#: Words of several spellings that say little.
LIGHT = {"sử_dụng": 0.5, "quy_chuẩn": 0.5, "hoànthành": 0.5}

#: Single syllables that make another thing of what they stand beside: "kinh tế số", "doanh nghiệp mới", "cận nghèo".
MODIFIERS = frozenset(
    _words("""
    số mới cũ cận trẻ già lớn nhỏ vừa cao thấp trong ngoài nội ngoại đầu cuối công tư xanh sạch lại chính phụ tăng giảm
    nâng thu chi nhập xuất đi đến vào ra đơn liên mở kín đỏ thô tinh thật giả dài ngắn nhanh chậm sớm muộn tái siêu đa
    lẻ chung riêng thường khẩn mật phi bán toàn cấp dạy học khác điểm cụm phân hiệu nhóm
""")
)

#: Measures that say nothing without what they measure: such an indicator equals no other document's.
MEASURES = frozenset(
    _words("""
    diện tích sản lượng tốc độ tăng trưởng tổng đàn năng suất giá trị quy mô thời gian chi phí kinh phí dịch vụ kế hoạch
    nội dung nhu cầu tiến hạn đúng thời lượng khối người cơ cấu trung tâm xã nhiệm vụ hoànthành giao
""")
)
