"""Ruled tables of a PDF page: drawn lines -> grid -> merged cells.

Word draws each cell edge as a thin filled rectangle and a dotted one as a thin picture, LibreOffice
strokes lines, others stroke whole rectangles, one path with many segments, or each dot and dash of a
line by itself; all come down to horizontal and vertical rules.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field

import pypdfium2.raw as pdfium_c

from ingest.read.pdf_words import Frame

THIN = 3.0  # points; a rectangle this thin is a line
SNAP = 2.5  # points; rules this close are one
REACH = 4.0  # points by which the ends of rules may miss each other
MAX_OBJECTS = 20_000  # per page
MAX_SEGMENTS = 20_000
MAX_DOTS = 8_000  # per page; more are a pattern
DASH = 8.0  # points; the longest dash, and the widest gap between dots or dashes of one line
FEWEST_DASHES = 5
OPEN = 8.0  # points by which rules run past the last one across them where an edge isn't drawn
_FORM_DEPTH = 4


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line: at `position` from `start` to `end` (y of a horizontal, x of a vertical one)."""

    position: float
    start: float
    end: float


@dataclass(slots=True)
class Grid:
    """A ruled table. `cells` are (row, column, row_span, column_span)."""

    xs: list[float]
    ys: list[float]
    cells: list[tuple[int, int, int, int]]

    @property
    def rows(self) -> int:
        """Number of rows."""
        return len(self.ys) - 1

    @property
    def columns(self) -> int:
        """Number of columns."""
        return len(self.xs) - 1


@dataclass(slots=True)
class Drawing:
    """What a page shows besides text."""

    horizontal: list[Rule] = field(default_factory=list)
    vertical: list[Rule] = field(default_factory=list)
    dots: list[tuple[float, float]] = field(default_factory=list)  # (x, y) of the middles of the smallest boxes
    images: int = 0
    image_area: float = 0.0  # square points, at most that of the page counts
    invisible_text: bool = False  # the text is drawn in render mode 3: a layer laid over a scan by OCR
    objects: int = 0
    segments: int = 0


def page_drawing(page: object, frame: Frame) -> Drawing:
    """Rules and images of a loaded pdfium page."""
    drawing = Drawing()
    raw = getattr(page, "raw", page)
    edges = [ctypes.c_float() for _ in range(4)]
    text_seen = 0
    for index in range(pdfium_c.FPDFPage_CountObjects(raw)):
        item = pdfium_c.FPDFPage_GetObject(raw, index)
        kind = pdfium_c.FPDFPageObj_GetType(item)
        if kind == pdfium_c.FPDF_PAGEOBJ_TEXT:
            if text_seen < 3:
                invisible = pdfium_c.FPDFTextObj_GetTextRenderMode(item) == pdfium_c.FPDF_TEXTRENDERMODE_INVISIBLE
                drawing.invisible_text = invisible and (drawing.invisible_text or text_seen == 0)
                text_seen += 1
            continue
        drawing.objects += 1
        if drawing.objects > MAX_OBJECTS:
            break
        _take(item, kind, frame, drawing, edges, None, 0)
    return drawing


_Matrix = tuple[float, float, float, float, float, float]


def _take(
    item: object,
    kind: int,
    frame: Frame,
    drawing: Drawing,
    edges: list[ctypes.c_float],
    outer: _Matrix | None,
    depth: int,
) -> None:
    if kind == pdfium_c.FPDF_PAGEOBJ_PATH:
        _take_path(item, frame, drawing, edges, outer)
    elif kind == pdfium_c.FPDF_PAGEOBJ_IMAGE:
        if pdfium_c.FPDFPageObj_GetBounds(item, *edges):
            x0, top, x1, bottom = _box(frame, edges, outer)
            if _add_thin(drawing, x0, top, x1, bottom):
                return
            drawing.images += 1
            drawing.image_area += max(0.0, x1 - x0) * max(0.0, bottom - top)
    elif kind == pdfium_c.FPDF_PAGEOBJ_FORM and depth < _FORM_DEPTH:
        matrix = _matrix_of(item)
        inner = _multiply(matrix, outer) if outer else matrix
        for index in range(min(pdfium_c.FPDFFormObj_CountObjects(item), MAX_OBJECTS)):
            child = pdfium_c.FPDFFormObj_GetObject(item, index)
            drawing.objects += 1
            if drawing.objects > MAX_OBJECTS:
                return
            _take(child, pdfium_c.FPDFPageObj_GetType(child), frame, drawing, edges, inner, depth + 1)


def _take_path(
    item: object, frame: Frame, drawing: Drawing, edges: list[ctypes.c_float], outer: _Matrix | None
) -> None:
    if not pdfium_c.FPDFPageObj_GetBounds(item, *edges):
        return
    x0, top, x1, bottom = _box(frame, edges, outer)
    width, height = x1 - x0, bottom - top
    if _add_thin(drawing, x0, top, x1, bottom):
        return
    if width <= THIN and height <= THIN:
        drawing.dots.append(((x0 + x1) / 2, (top + bottom) / 2))
        return
    count = pdfium_c.FPDFPath_CountSegments(item)
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium_c.FPDFPath_GetDrawMode(item, fill, stroke)
    if count <= 5 and not stroke.value:
        return  # a filled area: shading
    drawing.segments += count
    if drawing.segments > MAX_SEGMENTS:
        return
    _walk(item, count, bool(stroke.value), frame, drawing, outer)


def _walk(item: object, count: int, stroked: bool, frame: Frame, drawing: Drawing, outer: _Matrix | None) -> None:
    """Straight segments of a path; of a filled one, its thin subpaths."""
    matrix = _matrix_of(item)
    if outer:
        matrix = _multiply(matrix, outer)
    x, y = ctypes.c_float(), ctypes.c_float()
    subpath: list[tuple[float, float]] = []

    def close() -> None:
        if len(subpath) >= 2 and not stroked:
            across, down = [p[0] for p in subpath], [p[1] for p in subpath]
            _add_thin(drawing, min(across), min(down), max(across), max(down))

    for index in range(count):
        segment = pdfium_c.FPDFPath_GetPathSegment(item, index)
        kind = pdfium_c.FPDFPathSegment_GetType(segment)
        pdfium_c.FPDFPathSegment_GetPoint(segment, x, y)
        a, b, c, d, e, f = matrix
        px, py = a * x.value + c * y.value + e, b * x.value + d * y.value + f
        point = frame.box(px, py, px, py)[:2]
        if kind == pdfium_c.FPDF_SEGMENT_MOVETO:
            close()
            subpath = [point]
            continue
        if stroked and kind == pdfium_c.FPDF_SEGMENT_LINETO and subpath:
            _add_line(drawing, subpath[-1], point)
        subpath.append(point)
        if stroked and pdfium_c.FPDFPathSegment_GetClose(segment) and len(subpath) > 2:
            _add_line(drawing, point, subpath[0])
    close()


def _add_line(drawing: Drawing, a: tuple[float, float], b: tuple[float, float]) -> None:
    _add_thin(drawing, min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1]))


def _add_thin(drawing: Drawing, x0: float, top: float, x1: float, bottom: float) -> bool:
    width, height = x1 - x0, bottom - top
    if height <= THIN and width > THIN:
        drawing.horizontal.append(Rule((top + bottom) / 2, x0, x1))
        return True
    if width <= THIN and height > THIN:
        drawing.vertical.append(Rule((x0 + x1) / 2, top, bottom))
        return True
    return False


def _box(frame: Frame, edges: list[ctypes.c_float], outer: _Matrix | None) -> tuple[float, float, float, float]:
    left, bottom, right, top = (edge.value for edge in edges)
    if outer:
        a, b, c, d, e, f = outer
        across = [a * x + c * y + e for x in (left, right) for y in (bottom, top)]
        up = [b * x + d * y + f for x in (left, right) for y in (bottom, top)]
        left, right, bottom, top = min(across), max(across), min(up), max(up)
    return frame.box(left, bottom, right, top)


def _matrix_of(item: object) -> _Matrix:
    matrix = pdfium_c.FS_MATRIX()
    if not pdfium_c.FPDFPageObj_GetMatrix(item, matrix):
        return (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _multiply(inner: _Matrix, outer: _Matrix) -> _Matrix:
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def find_grids(drawing: Drawing) -> list[Grid]:
    """Ruled tables of a page, from top to bottom; a lone line or an underline is none."""
    horizontal, vertical = _dashed(drawing.horizontal), _dashed(drawing.vertical)
    if FEWEST_DASHES <= len(drawing.dots) <= MAX_DOTS:
        horizontal = horizontal + _dotted(drawing.dots)
        vertical = vertical + _dotted([(y, x) for x, y in drawing.dots])
    if len(horizontal) < 2 or len(vertical) < 2:
        return []
    horizontal, vertical = _joined(horizontal), _joined(vertical)
    grids = []
    for across, down in _connected(horizontal, vertical):
        if len(across) < 2 or len(down) < 2:
            continue
        across, down = _closed(across, down)
        xs, ys = _snapped([rule.position for rule in down]), _snapped([rule.position for rule in across])
        if len(xs) < 2 or len(ys) < 2 or (len(xs) - 1) * (len(ys) - 1) > 20_000:
            continue
        grids.append(Grid(xs, ys, _cells(xs, ys, across, down)))
    return sorted(grids, key=lambda grid: grid.ys[0])


def _dashed(rules: list[Rule]) -> list[Rule]:
    """The rules and, for each run of dashes along one line, the line that they show."""
    dashes = [rule for rule in rules if rule.end - rule.start <= DASH]
    return rules + _runs([(r.position, r.start, r.end) for r in dashes]) if len(dashes) >= FEWEST_DASHES else rules


def _dotted(dots: list[tuple[float, float]]) -> list[Rule]:
    """Lines that dots show: `dots` are (place along the line, place across it)."""
    return _runs([(across, along, along) for along, across in dots])


def _runs(pieces: list[tuple[float, float, float]]) -> list[Rule]:
    """Rules through runs of (position, start, end) that follow each other closely.

    The corners of the cells, which Word draws as dots, stand farther apart.
    """
    runs: list[Rule] = []
    count, position, start, end = 0, 0.0, 0.0, 0.0
    for across, first, last in sorted((round(across), first, last) for across, first, last in pieces):
        if count and across == position and first - end <= DASH:
            # Boxes that overlap or are drawn twice are one.
            count += first - end > 0.2
            end = max(end, last)
            continue
        if count >= FEWEST_DASHES and end - start > 2 * DASH:
            runs.append(Rule(position, start, end))
        count, position, start, end = 1, across, first, last
    if count >= FEWEST_DASHES and end - start > 2 * DASH:
        runs.append(Rule(position, start, end))
    return runs


def _joined(rules: list[Rule]) -> list[Rule]:
    """Pieces of one line put together: cell edges are often drawn one by one."""
    joined: list[Rule] = []
    lanes: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda r: r.position):
        if lanes and rule.position - lanes[-1][-1].position <= 0.7 and rule.position - lanes[-1][0].position <= SNAP:
            lanes[-1].append(rule)
        else:
            lanes.append([rule])
    for lane in lanes:
        lane.sort(key=lambda r: r.start)
        position = sum(rule.position for rule in lane) / len(lane)
        start, end = lane[0].start, lane[0].end
        for rule in lane[1:]:
            if rule.start <= end + THIN:
                end = max(end, rule.end)
            else:
                joined.append(Rule(position, start, end))
                start, end = rule.start, rule.end
        joined.append(Rule(position, start, end))
    return [rule for rule in joined if rule.end - rule.start > 2 * THIN]


def _connected(horizontal: list[Rule], vertical: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Groups of rules that cross or touch."""
    parent = list(range(len(horizontal) + len(vertical)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    for h, across in enumerate(horizontal):
        for v, down in enumerate(vertical):
            if (
                across.start - REACH <= down.position <= across.end + REACH
                and down.start - REACH <= across.position <= down.end + REACH
            ):
                parent[root(h)] = root(len(horizontal) + v)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for h, across in enumerate(horizontal):
        groups.setdefault(root(h), ([], []))[0].append(across)
    for v, down in enumerate(vertical):
        groups.setdefault(root(len(horizontal) + v), ([], []))[1].append(down)
    return list(groups.values())


def _closed(across: list[Rule], down: list[Rule]) -> tuple[list[Rule], list[Rule]]:
    """The rules of a table and the edges that are not drawn though the rules across them reach there.

    A page break may leave the upper or lower row open, and a table too wide for the page has no right edge.
    """
    return across + _missing(across, down), down + _missing(down, across)


def _missing(edges: list[Rule], crossing: list[Rule]) -> list[Rule]:
    """Edges parallel to `edges` at the common ends of the rules that cross them."""
    found: list[Rule] = []
    first, last = min(rule.position for rule in edges), max(rule.position for rule in edges)
    start, end = min(rule.start for rule in edges), max(rule.end for rule in edges)
    for ends, out in (([r.start for r in crossing], -1.0), ([r.end for r in crossing], 1.0)):
        reach = max(ends) if out > 0 else min(ends)
        past = (reach - last) if out > 0 else (first - reach)
        common = sum(1 for at in ends if abs(at - reach) <= SNAP)
        if past > OPEN and common >= 3 and common > 0.5 * len(ends):
            found.append(Rule(reach, start, end))
    return found


def _snapped(values: list[float]) -> list[float]:
    """Distinct positions, those within `SNAP` of each other as one."""
    snapped: list[list[float]] = []
    for value in sorted(values):
        if snapped and value - snapped[-1][-1] <= SNAP:
            snapped[-1].append(value)
        else:
            snapped.append([value])
    return [sum(group) / len(group) for group in snapped]


def _cells(xs: list[float], ys: list[float], across: list[Rule], down: list[Rule]) -> list[tuple[int, int, int, int]]:
    rows, columns = len(ys) - 1, len(xs) - 1
    parent = list(range(rows * columns))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    down_at = [[rule for rule in down if abs(rule.position - x) <= SNAP] for x in xs]
    across_at = [[rule for rule in across if abs(rule.position - y) <= SNAP] for y in ys]
    for row in range(rows):
        middle = (ys[row] + ys[row + 1]) / 2
        for column in range(columns - 1):
            if not any(rule.start <= middle <= rule.end for rule in down_at[column + 1]):
                parent[root(row * columns + column + 1)] = root(row * columns + column)
    for column in range(columns):
        middle = (xs[column] + xs[column + 1]) / 2
        for row in range(rows - 1):
            if not any(rule.start <= middle <= rule.end for rule in across_at[row + 1]):
                parent[root((row + 1) * columns + column)] = root(row * columns + column)
    members: dict[int, list[tuple[int, int]]] = {}
    for row in range(rows):
        for column in range(columns):
            members.setdefault(root(row * columns + column), []).append((row, column))
    cells = []
    for group in members.values():
        top, left = min(r for r, _ in group), min(c for _, c in group)
        height, width = max(r for r, _ in group) - top + 1, max(c for _, c in group) - left + 1
        if height * width == len(group):
            cells.append((top, left, height, width))
        else:
            # Not a rectangle: a missing edge somewhere. Separate cells lose less than one big one.
            cells.extend((row, column, 1, 1) for row, column in group)
    return sorted(cells)
