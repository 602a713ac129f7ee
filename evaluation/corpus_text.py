"""Source -> plain text, Markdown and HTML, each with the habits of its kind of archive copy."""

from __future__ import annotations

from html import escape

from evaluation.corpus_source import MARK, Item, Source, grid, plain

_MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")


def build_text(source: Source) -> bytes:
    """Text as a web copy gives it: the header in two columns of spaces (`header: columns`) or
    one under the other (`header: lines`)."""
    number, date = f"Số: {source.get('number')}", f"{source.get('place')}, {source.get('date')}"
    left = [*source.lines("parent"), *source.lines("issuer")]
    out: list[str] = []
    if source.get("header") == "columns":
        right = list(_MOTTO)
        left += [""] * (len(right) - len(left))
        right += [""] * (len(left) - len(right))
        out += [f"{a:<44}{b}".rstrip() for a, b in zip(left, right, strict=True)]
        out += ["", f"{number:<44}{date}"]
    else:
        out += [*left, "", *_MOTTO, "", number, "", date]
    out += ["", source.get("kind"), *source.lines("title"), ""]
    out += [*source.lines("authority"), ""] if source.get("authority") else []
    for item in source.items:
        out += [_line(item, source), ""]
    out += [MARK]
    return ("\n".join(out) + "\n").encode("utf-8")


def _line(item: Item, source: Source) -> str:
    if item.kind == "sign":
        *positions, name = source.lines("sign")
        return "\n".join(["Nơi nhận:", *source.lines("recipients"), "", *positions, "", name])
    if item.kind == "table":
        return "\n".join("\t".join(plain(cell) for cell in row if cell not in (">", "^")) for row in item.rows)
    if item.kind in ("page", "landscape", "portrait"):
        return ""
    return f"{item.label} {plain(item.text)}".strip()


def build_markdown(source: Source) -> bytes:
    """Markdown as a converter of Word files writes it: `|` tables, `#` headings, bold titles."""
    number, date = f"Số: {source.get('number')}", f"*{source.get('place')}, {source.get('date')}*"
    agency = "<br>".join([*source.lines("parent"), *(f"**{line}**" for line in source.lines("issuer"))])
    out = [f"| {agency} | **{_MOTTO[0]}**<br>**{_MOTTO[1]}** |", "| --- | --- |", f"| {number} | {date} |", ""]
    out += [f"**{source.get('kind')}**", "", *(f"**{line}**" for line in source.lines("title")), ""]
    for item in source.items:
        if item.kind == "heading":
            out += [f"{'#' * (item.level + 1)} {item.text}", ""]
        elif item.kind == "table":
            for index, row in enumerate(item.rows):
                out.append("| " + " | ".join("" if cell in (">", "^") else cell for cell in row) + " |")
                if index == 0:
                    out.append("| " + " | ".join("---" for _ in row) + " |")
            out.append("")
        elif item.kind == "italic":
            out += [f"*{item.text}*", ""]
        elif item.kind == "sign":
            *positions, name = source.lines("sign")
            people = "<br>".join(["*Nơi nhận:*", *source.lines("recipients")])
            signer = "<br>".join([*(f"**{p}**" for p in positions), "", f"**{name}**"])
            out += ["|  |  |", "| --- | --- |", f"| {people} | {signer} |", ""]
        else:
            out += [f"{item.label} {item.text}".strip(), ""]
    out += [f"*{MARK}*"]
    return ("\n".join(out) + "\n").encode("utf-8")


def build_html(source: Source) -> bytes:
    """A page as an official web site shows a document, with its menu around the text."""
    e = escape
    agency = "<br>".join([*map(e, source.lines("parent")), *(f"<b>{e(x)}</b>" for x in source.lines("issuer"))])
    out = [
        '<!DOCTYPE html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">',
        f"<title>{e(source.get('kind').capitalize())} {e(source.get('number'))}</title>",
        "<style>body{font-family:serif}table.data td,table.data th{border:1px solid #444}</style>\n</head>\n<body>",
        '<nav><a href="#">Trang chủ</a> | <a href="#">Văn bản</a> | <a href="#">Liên hệ</a></nav>',
        '<main>\n<table class="header" width="100%"><tr>',
        f'<td align="center">{agency}</td><td align="center"><b>{_MOTTO[0]}</b><br><b>{_MOTTO[1]}</b></td></tr>',
        f'<tr><td align="center">Số: {e(source.get("number"))}</td>',
        f'<td align="center"><i>{e(source.get("place"))}, {e(source.get("date"))}</i></td></tr></table>',
        f'<p align="center"><b>{e(source.get("kind"))}</b></p>',
        *(f'<p align="center"><b>{e(line)}</b></p>' for line in source.lines("title")),
        *(f'<p align="center"><b>{e(line)}</b></p>' for line in source.lines("authority")),
    ]
    out += [_element(item, source) for item in source.items]
    out += ["</main>", f"<footer><p><i>{MARK}</i></p></footer>", "</body>\n</html>"]
    return ("\n".join(out) + "\n").encode("utf-8")


def _element(item: Item, source: Source) -> str:
    text = escape(plain(item.text))
    if item.kind == "heading":
        return f"<h{item.level + 1}>{text}</h{item.level + 1}>"
    if item.kind == "italic":
        return f"<p><i>{text}</i></p>"
    if item.kind == "centre":
        return f'<p align="center"><b>{text}</b></p>'
    if item.kind == "sign":
        *positions, name = map(escape, source.lines("sign"))
        people = "<br>".join(["<b><i>Nơi nhận:</i></b>", *map(escape, source.lines("recipients"))])
        return (
            f'<table class="signature" width="100%"><tr><td>{people}</td><td align="center">'
            f"<b>{'<br>'.join(positions)}</b><br><br><br><b>{name}</b></td></tr></table>"
        )
    if item.kind == "table":
        rows: list[list[str]] = [[] for _ in item.rows]
        for row, _, down, across, cell in grid(item.rows):
            tag = "th" if row == 0 else "td"
            spans = (f' rowspan="{down}"' if down > 1 else "") + (f' colspan="{across}"' if across > 1 else "")
            rows[row].append(f"<{tag}{spans}>{escape(plain(cell)).replace('&lt;br&gt;', '<br>')}</{tag}>")
        return '<table class="data">' + "\n".join(f"<tr>{''.join(cells)}</tr>" for cells in rows) + "</table>"
    if item.kind in ("page", "landscape", "portrait"):
        return "<hr>"
    return f"<p>{escape(item.label + ' ') if item.label else ''}{text}</p>"
