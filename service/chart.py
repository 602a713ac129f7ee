"""A comparison drawn as SVG inside the page: years across, values up, a dot for each value, a line for each document.

No script and no style attribute; colours are classes of the style sheet, and every series has its own marker, so the
chart also works in print and for people who don't see colours. Every dot is a link with a name, reached by Tab.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 760, 380
LEFT, RIGHT, TOP, BOTTOM = 62, 24, 22, 40
COLOURS = 8
SHAPES = ("circle", "square", "diamond", "triangle", "wedge", "plus")


@dataclass(frozen=True, slots=True)
class Point:
    """A value at a year. `high`: upper end of a range; `sign`: comparator; `label`: what it says in words; `until`:
    the year to which it is to be maintained."""

    year: int
    value: float
    high: float | None
    sign: str
    label: str
    url: str
    until: int | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """Values of one document or province; where a year has several, the last one given is on the line."""

    name: str
    points: Sequence[Point]


@dataclass(frozen=True, slots=True)
class Dot:
    """A point placed. `bar`: y of a range's other end, or of the end of the tick that shows an open comparator."""

    x: float
    y: float
    high_y: float | None
    tick: tuple[float, float] | None
    until_x: float | None
    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """A series placed. `line`: points of a polyline, "" for a single dot."""

    name: str
    colour: int
    shape: str
    line: str
    dots: list[Dot]


@dataclass(frozen=True, slots=True)
class Chart:
    """Everything a template needs to draw."""

    width: int
    height: int
    left: int
    right: int
    bottom: int
    top: int
    years: list[tuple[float, int]]
    ticks: list[tuple[float, str]]
    series: list[Drawn]


def steps(low: float, high: float) -> list[float]:
    """Four to seven round values that hold the range.

    >>> steps(83, 97), steps(5, 20), steps(80, 80)
    ([80.0, 85.0, 90.0, 95.0, 100.0], [5.0, 10.0, 15.0, 20.0], [78.0, 79.0, 80.0, 81.0, 82.0])
    """
    if high <= low:
        low, high = low - 1.5, high + 1.5
    rough = (high - low) / 4
    power = 10 ** math.floor(math.log10(rough))
    step = next(power * n for n in (1, 2, 2.5, 5, 10) if power * n >= rough * 0.99)
    first, last = math.floor(low / step), math.ceil(high / step)
    return [float(round(n * step, 6)) for n in range(first, last + 1)]


def chart(series: Sequence[Series], *, percent: bool = False, rank: bool = False) -> Chart | None:
    """Place the series; None where no value has a year. `percent`: the scale stays within 0 and 100 where the values
    do; `rank`: the first place is on top."""
    points = [point for one in series for point in one.points]
    if not points:
        return None
    years = sorted({point.year for point in points} | {point.until for point in points if point.until})
    values = [value for point in points for value in (point.value, point.high) if value is not None]
    scale = steps(min(values), max(values))
    if percent and min(values) >= 0 and max(values) <= 100:
        scale = [value for value in scale if 0 <= value <= 100]
    elif min(values) >= 0:
        scale = [value for value in scale if value >= 0]
    low, high = min(scale[0], min(values)), max(scale[-1], max(values))
    span = (high - low) or 1.0
    first, last = years[0], years[-1]
    inner = WIDTH - LEFT - RIGHT - 2 * 28

    def x(year: int) -> float:
        share = (year - first) / (last - first) if last > first else 0.5
        return round(LEFT + 28 + inner * share, 1)

    def y(value: float) -> float:
        share = (value - low) / span
        share = 1 - share if rank else share
        return round(HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * share, 1)

    drawn = []
    places: dict[tuple[float, float], int] = {}
    for n, one in enumerate(series):
        dots = []
        by_year: dict[int, Dot] = {}  # of several documents the last one given
        for point in sorted(one.points, key=lambda p: p.year):
            at_x, at_y = x(point.year), y(point.value)
            same = places.get((at_x, at_y), 0)
            places[at_x, at_y] = same + 1
            at_x += (0, 9, -9, 18, -18, 27, -27)[same % 7]  # equal values stand beside each other
            up = {">=": -1, ">": -1, "<=": 1, "<": 1}.get(point.sign, 0) * (-1 if rank else 1)
            dots.append(
                Dot(
                    at_x,
                    at_y,
                    y(point.high) if point.high is not None else None,
                    (at_y + 6 * up, at_y + 15 * up) if up and point.high is None else None,
                    x(point.until) if point.until and point.until > point.year else None,
                    point.label,
                    point.url,
                )
            )
            by_year[point.year] = dots[-1]
        line = " ".join(f"{dot.x},{dot.y}" for dot in by_year.values()) if len(by_year) > 1 else ""
        drawn.append(Drawn(one.name, n % COLOURS, SHAPES[n // COLOURS % len(SHAPES)], line, dots))
    return Chart(
        WIDTH, HEIGHT, LEFT, WIDTH - RIGHT, HEIGHT - BOTTOM, TOP,
        [(x(year), year) for year in _thinned(years)], [(y(value), _tick(value)) for value in scale], drawn,
    )  # fmt: skip


def _thinned(years: list[int]) -> list[int]:
    every = -(-len(years) // 14)
    return years[::every]


def _tick(value: float) -> str:
    text = f"{value:,.2f}".rstrip("0").rstrip(".") if value % 1 else f"{value:,.0f}"
    return text.translate(str.maketrans(",.", ".,"))
