"""Keys of units: variants of one unit meet, units of different organs and provinces stay apart."""

from __future__ import annotations

import pytest

from ingest.extract.unit_name import unit_key, unit_matches

SO = "Sở Giáo dục và Đào tạo tỉnh Sơn La"
UBND = "Ủy ban nhân dân tỉnh Lâm Đồng"
XA = "Ủy ban nhân dân xã Tân Hội"

# Each row: spellings of one unit, in the documents of one issuer, and their key.
SAME = [
    (
        ("Sở GDĐT", "Sở GD&ĐT", "SGDĐT", "SGD&ĐT", "Sở Giáo dục và Đào tạo", "Sở Giáo dục - Đào tạo",
        "so giao duc dao tao",
         "Giám đốc Sở Giáo dục và Đào tạo", "Lãnh đạo Sở GDĐT", "Sở Giáo dục & Đào tạo tỉnh Sơn La",
         "SỞ GIÁO DỤC VÀ ĐÀO TẠO",
         "Sở Giáo dục và Đào tạo tỉnh", "Sở Giáo dục và Đào tạo Sơn La", "Sở"),
        SO, "Sơn La", "so giao duc va dao tao @ son la",
    ),
    (
        ("Sở GD-ĐT", "Sở GD - ĐT", "Sở GD và ĐT", "Sở GD, ĐT", "SGD-ĐT", "SỞ GD–ĐT", "so gd-dt",
         "Sở GD/ĐT tỉnh Sơn La"),
        SO, "Sơn La", "so giao duc va dao tao @ son la",
    ),
    (
        ("Sở VH-TT-DL", "Sở VH, TT và DL", "Sở VH,TT&DL", "Sở VHTT và DL"),
        UBND, "Lâm Đồng", "so van hoa the thao va du lich @ lam dong",
    ),
    (
        ("Sở LĐ-TB&XH", "Sở LĐ - TB và XH", "Sở LĐ-TB-XH", "Sở LĐTB-XH"),
        UBND, "Lâm Đồng", "so lao dong thuong binh va xa hoi @ lam dong",
    ),
    (("Sở NN-MT", "Sở NN và MT"), UBND, "Lâm Đồng", "so nong nghiep va moi truong @ lam dong"),
    (("Sở NN-PTNT", "Sở NN và PTNT"), UBND, "Lâm Đồng", "so nong nghiep va phat trien nong thon @ lam dong"),
    (("CA tỉnh", "Công an tỉnh", "CA tỉnh Lâm Đồng"), UBND, "Lâm Đồng", "cong an tinh @ lam dong"),
    (
        ("TTHCC", "Trung tâm HCC", "Trung tâm Hành chính công", "Trung tâm Phục vụ hành chính công", "TTPVHCC"),
        UBND, "Lâm Đồng", "trung tam phuc vu hanh chinh cong @ lam dong",
    ),
    (
        ("Phòng KT-HT", "Phòng Kinh tế - Hạ tầng", "Phòng Kinh tế và Hạ tầng", "phòng kinh tế, hạ tầng"),
        XA, "Lâm Đồng", "phong kinh te ha tang / uy ban nhan dan xa tan hoi @ lam dong",
    ),
    (
        ("VP HĐND và UBND", "Văn phòng HĐND - UBND", "Văn phòng HĐND&UBND"),
        XA, "Lâm Đồng", "van phong hoi dong nhan dan va uy ban nhan dan / uy ban nhan dan xa tan hoi @ lam dong",
    ),
    (
        ("Sở KHCN", "Sở KH&CN", "SKHCN", "Sở Khoa học và Công nghệ", "Sở Khoa học, Công nghệ",
        "Sở Khoa học và Công nghệ (Phòng Chuyển đổi số)"),
        UBND, "Lâm Đồng", "so khoa hoc va cong nghe @ lam dong",
    ),
    (
        ("Sở VHTTDL", "Sở VHTT&DL", "Sở Văn hoá, Thể thao và Du lịch", "Sở Văn hóa - Thể thao và Du lịch"),
        UBND, "Lâm Đồng", "so van hoa the thao va du lich @ lam dong",
    ),
    (
        ("Sở NN&MT", "Sở NNMT", "Sở Nông nghiệp và Môi trường có liên quan", "Sở Nông nghiệp và Môi trường"),
        UBND, "Lâm Đồng", "so nong nghiep va moi truong @ lam dong",
    ),
    (
        ("Văn phòng UBND tỉnh", "Văn phòng Uỷ ban nhân dân tỉnh", "VP UBND tỉnh", "Chánh Văn phòng UBND tỉnh",
        "Văn phòng UBND tỉnh Lâm Đồng",
         "Văn phòng", "Văn phòng UBND tỉnh (Trung tâm Tin học)"),
        UBND, "Lâm Đồng", "van phong uy ban nhan dan tinh @ lam dong",
    ),
    (("Văn phòng", "Văn phòng Sở", "Chánh Văn phòng Sở", "VP Sở"), SO, "Sơn La",
    "van phong / so giao duc va dao tao @ son la"),
    (("Thanh tra", "Thanh tra Sở", "Chánh Thanh tra Sở"), SO, "Sơn La",
    "thanh tra / so giao duc va dao tao @ son la"),
    (("Phòng Kế hoạch - Tài chính", "phòng KHTC", "Trưởng phòng Kế hoạch - Tài chính"), SO, "Sơn La",
     "phong ke hoach tai chinh / so giao duc va dao tao @ son la"),
    (("Các phòng chuyên môn thuộc Sở", "các phòng chuyên môn trực thuộc Sở"), SO, "Sơn La",
     "cac phong chuyen mon / so giao duc va dao tao @ son la"),
    (("Phòng CCHC thuộc Sở Nội vụ", "Phòng Cải cách hành chính, Sở Nội vụ", "Phòng Cải cách hành chính - SNV"),
    UBND, "Lâm Đồng",
     "phong cai cach hanh chinh / so noi vu @ lam dong"),
    (("Phòng Tổ chức cán bộ",), SO, "Sơn La", "phong to chuc can bo / so giao duc va dao tao @ son la"),
    (("UBND cấp xã", "Ủy ban nhân dân các xã, phường", "Chủ tịch UBND các xã, phường, đặc khu", "UBND các phường, xã",
      "Ủy ban nhân dân các xã, phường và đặc khu", "UBND cấp xã[17]"), UBND, "Lâm Đồng",
      "uy ban nhan dan cap xa @ lam dong"),
    (("UBND tỉnh", "Ủy ban nhân dân tỉnh", "Chủ tịch UBND tỉnh", "UBND tỉnh Lâm Đồng"), UBND, "Lâm Đồng",
    "uy ban nhan dan tinh @ lam dong"),
    (("Công an tỉnh", "Giám đốc Công an tỉnh", "Công an tỉnh Lâm Đồng", "Công an Lâm Đồng"), UBND, "Lâm Đồng",
    "cong an tinh @ lam dong"),
    (("Mặt trận Tổ quốc tỉnh", "Ủy ban MTTQ Việt Nam tỉnh", "UBMTTQ tỉnh",
    "Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"),
     UBND, "Lâm Đồng", "uy ban mat tran to quoc viet nam tinh @ lam dong"),
    (("Báo và Phát thanh, Truyền hình tỉnh", "Báo và Đài Phát thanh, Truyền hình Lâm Đồng",
    "Báo và phát thanh - truyền hình Lâm Đồng"),
     UBND, "Lâm Đồng", "bao va phat thanh truyen hinh @ lam dong"),
    (("Ban Quản lý các khu công nghiệp", "BQL các KCN", "Trưởng Ban Quản lý các khu công nghiệp tỉnh"), UBND,
    "Lâm Đồng",
     "ban quan ly cac khu cong nghiep @ lam dong"),
    (("Bộ KH&CN", "Bộ Khoa học và Công nghệ", "Bộ trưởng Bộ Khoa học và Công nghệ", "BKHCN"), UBND, "Lâm Đồng",
    "bo khoa hoc va cong nghe"),
    (("Bộ Nội vụ", "BNV"), None, None, "bo noi vu"),
    (("Văn phòng Chính phủ", "VPCP"), UBND, "Lâm Đồng", "van phong chinh phu"),
    (("Bộ Chỉ huy Quân sự tỉnh", "Bộ CHQS tỉnh"), UBND, "Lâm Đồng", "bo chi huy quan su tinh @ lam dong"),
    (("Văn phòng Bộ", "Chánh Văn phòng Bộ"), "Bộ Nội vụ", None, "van phong / bo noi vu"),
    (("Vụ Pháp chế", "Vụ trưởng Vụ Pháp chế"), "Bộ Nội vụ", None, "vu phap che / bo noi vu"),
    (("Công an thành phố", "Công an Thành phố Cần Thơ", "Công an TP. Cần Thơ"), "Ủy ban nhân dân thành phố Cần Thơ",
    "Cần Thơ",
     "cong an thanh pho @ can tho"),
    (("UBND xã", "Ủy ban nhân dân xã Tân Hội"), XA, "Lâm Đồng", "uy ban nhan dan xa tan hoi @ lam dong"),
    (("Văn phòng HĐND và UBND",), XA, "Lâm Đồng",
     "van phong hoi dong nhan dan va uy ban nhan dan / uy ban nhan dan xa tan hoi @ lam dong"),
    (("Phòng Kinh tế",), XA, "Lâm Đồng", "phong kinh te / uy ban nhan dan xa tan hoi @ lam dong"),
    (("Sở Nội vụ", "Sở Nội vụ tỉnh Lâm Đồng"), XA, "Lâm Đồng", "so noi vu @ lam dong"),
    (("UBND các tỉnh, thành phố trực thuộc Trung ương",), "Bộ Nội vụ", None,
    "uy ban nhan dan cac tinh thanh pho truc thuoc trung uong"),
]  # fmt: skip


@pytest.mark.parametrize(("units", "issuer", "province", "key"), SAME, ids=[row[3] for row in SAME])
def test_variants_meet(units: tuple[str, ...], issuer: str | None, province: str | None, key: str) -> None:
    assert {unit: unit_key(unit, issuer, province) for unit in units} == dict.fromkeys(units, key)


APART = [
    (("Sở Nội vụ", UBND, "Lâm Đồng"), ("Sở Nội vụ", "Ủy ban nhân dân tỉnh Sơn La", "Sơn La")),
    (("Sở Nội vụ", UBND, "Lâm Đồng"), ("Bộ Nội vụ", UBND, "Lâm Đồng")),
    (("Văn phòng", SO, "Sơn La"), ("Văn phòng", "Sở Nội vụ tỉnh Sơn La", "Sơn La")),
    (("Văn phòng", SO, "Sơn La"), ("Văn phòng", "Ủy ban nhân dân tỉnh Sơn La", "Sơn La")),
    (("UBND tỉnh", UBND, "Lâm Đồng"), ("UBND cấp xã", UBND, "Lâm Đồng")),
    (("UBND xã", XA, "Lâm Đồng"), ("UBND xã", "Ủy ban nhân dân xã Đơn Dương", "Lâm Đồng")),
    (("Văn phòng HĐND và UBND", XA, "Lâm Đồng"), ("Văn phòng HĐND và UBND", "Ủy ban nhân dân xã Đơn Dương",
    "Lâm Đồng")),
    (("Trung tâm Phục vụ hành chính công tỉnh", UBND, "Lâm Đồng"), ("Trung tâm Phục vụ hành chính công cấp xã",
    UBND, "Lâm Đồng")),
    (("Sở Văn hóa và Thể thao", None, "Hà Nội"), ("Sở Văn hóa, Thể thao và Du lịch", None, "Hà Nội")),
    (("Văn phòng Bộ", "Bộ Nội vụ", None), ("Văn phòng Bộ", "Bộ Y tế", None)),
    (("Đại học Huế", None, None), ("Đại học", None, "Huế")),
    (("Sở Nội vụ tỉnh Bình Thuận", UBND, "Lâm Đồng"), ("Sở Nội vụ", UBND, "Lâm Đồng")),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), APART)
def test_units_apart(one: tuple[str, str | None, str | None], other: tuple[str, str | None, str | None]) -> None:
    assert unit_key(*one) != unit_key(*other)


QUERIES = [
    ("so gddt", "Sở Giáo dục và Đào tạo", SO, True),
    ("SGDDT", "Sở Giáo dục và Đào tạo", SO, True),
    ("sở gd&đt sơn la", "Sở GDĐT", SO, True),
    ("sở gd&đt lào cai", "Sở GDĐT", SO, False),
    ("van phong", "Văn phòng Sở", SO, True),
    ("văn phòng sở", "Văn phòng", SO, True),
    ("văn phòng sở giáo dục", "Văn phòng", SO, True),
    ("văn phòng sở nội vụ", "Văn phòng", SO, False),
    ("sở giáo dục", "Văn phòng", SO, False),
    ("văn phòng", "Văn phòng UBND tỉnh", UBND, True),
    ("vp ubnd", "Văn phòng UBND tỉnh", UBND, True),
    ("ubnd tỉnh", "Văn phòng UBND tỉnh", UBND, False),
    ("ubnd tinh", "UBND tỉnh", UBND, True),
    ("ubnd xã", "UBND các xã, phường, đặc khu", UBND, True),
    ("UBND các xã", "Chủ tịch UBND các xã, phường", UBND, True),
    ("UBND xã Đơn Dương", "UBND các xã, phường", UBND, False),
    ("UBND xã", "UBND xã Đơn Dương", UBND, True),
    ("snv", "Sở Nội vụ", UBND, True),
    ("sở nội vụ", "Bộ Nội vụ", UBND, False),
    ("nội vụ", "Sở Nội vụ", UBND, True),
    ("cong an", "Công an tỉnh", UBND, True),
    ("thanh tra", "Thanh tra tỉnh", UBND, True),
    ("sở nội vụ lâm đồng", "Sở Nội vụ", UBND, True),
    ("sở nội vụ tỉnh lâm đồng", "Sở Nội vụ", UBND, True),
    ("sở nội vụ lâm đồng", "Sở Nội vụ", None, False),
    ("bo noi vu", "Bộ Nội vụ", UBND, True),
    ("skhcn", "Sở KH&CN", UBND, True),
    ("phong", "Văn phòng UBND tỉnh", UBND, False),
    ("  ", "Sở Nội vụ", UBND, False),
]


@pytest.mark.parametrize(("query", "unit", "issuer", "expected"), QUERIES)
def test_typed_units(query: str, unit: str, issuer: str | None, expected: bool) -> None:
    assert unit_matches(query, unit_key(unit, issuer)) is expected
