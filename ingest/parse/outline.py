"""The section tree of a document whose outline is damaged.

Three passes over the blocks that are body (`furniture.roles`):

1. Candidates. A block that starts with a label (`label.read_label`), or an unlabelled heading: a
   short block that is bold, in capitals or marked by the format, and ends no sentence. Labels
   inside a quotation ("Điều 8. ..." quoted in a letter) are none.
2. Nesting. Levels are inferred from the sequence of label styles, not from a fixed table,
   because offices nest them differently. A stack holds the open candidates. A label goes beside
   the deepest open one of its style that it continues (III after II); a decimal label goes under
   the one whose numbers are its prefix (1.2 under 1); the first label of a style not yet open
   goes under the deepest open one, after closing those that rank inside it (`Style` is in rank
   order) unless the sequence ahead continues one of these (a "1." is followed by "I." and then
   by "2.": the "I." is inside). A restart (1 again) is a list inside the deepest open one where
   the outer sequence is continued after it, else a repeated outline: a sibling. Appendices and
   attached documents open new roots.
3. Heading or list item. Candidates of one style under one parent are decided together: a run
   whose members are bold, in capitals, or short and followed by text of their own are sections;
   a run of plain sentences is a list, and its members go back to the text. So "a) Nội dung" with
   bullets below is a section, and "a) Chủ tịch Hội đồng là ..." is not.

The preamble of legal bases becomes a section without label, recipients one of their own.

Checked by hand: in three plans of departments all 74 sections are found and none is made up; of 336
sections drawn from 112 documents of all types (at most three a document, two levels deep), 6 are
none (lines of forms to fill in, a bold sentence).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from ingest.models import Block, BlockKind, Reading, Section, SectionKind
from ingest.parse.furniture import Role, is_attachment_note, is_type_line, is_upper, plain, roles
from ingest.parse.label import DECIMALS, Label, Style, read_label
from ingest.parse.section_kind import names_unit, section_kind

LEGAL_BASIS_HEADING = "Căn cứ"
RECIPIENTS_HEADING = "Nơi nhận"
_MAX_HEADING_WORDS = 35
_MAX_UNENDED_WORDS = 60  # a heading without a full stop may be longer
_CLIP_WORDS = 20
_MAX_DEPTH = 12  # sections inside each other; more is damage, and recursion has its limits
_QUOTE_BLOCKS = 60  # a quotation that is not closed within so many blocks is a typing slip

# Ranks of what has no label. A sample is a whole document inside an appendix of forms.
_ATTACHED, _SAMPLE, _CAPS, _BOLD = -1.0, 0.5, 4.5, 8.5
_UNLABELLED = (_CAPS, _BOLD)
_CLOSING = (Role.RECIPIENTS, Role.SIGNATURE, Role.CHROME)
_BASIS = re.compile(r"(?:can cu|thuc hien|theo|xet|tiep theo|tren co so|trien khai|can cu vao)\b")
_STRICT_BASIS = re.compile(
    r"(?:can cu|xet (?:de nghi|to trinh)|theo (?:de nghi|quy dinh)|(?:tiep tuc |trien khai )?thuc hien|trien khai)\b"
)
_REPORT_TITLE = re.compile(r"(?:^|[\n|])[\s*]*BÁO CÁO[\s*:]*(?:$|[\n|])")
_NAMES_WORK = re.compile(r"nhiem vu|giai phap|phuong huong|cong viec")
_MIN_BROKEN = 9  # words of a first line that the margin broke
_INTRODUCES = re.compile(r"(?:bao gom|gom|nhu sau|sau day|sau|cu the|la|dinh|rang|gom co)\s*:?\s*$")
_TERMINAL = re.compile(r"[.;,…]\W*$")
_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{2})[.;](?=\s+[^\W\d_a-zà-ỹđ])|(?<=[”\"»)])\.(?=\s)")


@dataclass(slots=True, eq=False)
class _Node:
    """A candidate: a block that may open a section."""

    index: int
    rank: float
    numbers: tuple[int, ...]
    label: str | None
    heading: str
    strong: bool
    score: float  # 0 sentence .. 1 heading by its looks
    words: int
    last: int  # last block of a heading over several blocks
    level: int | None = None  # the format's own level, for unlabelled headings
    kind: SectionKind | None = None
    parent: _Node | None = None
    children: list[_Node] = field(default_factory=list)

    @property
    def value(self) -> int:
        return self.numbers[-1] if self.numbers else 1


def parse_outline(reading: Reading) -> list[Section]:
    """Top sections of a laid-out reading, in order; see the module for the method.

    Sections of one level don't overlap, children lie inside their parents, `start` is where the
    label begins, `page` the page of that place.
    """
    blocks = reading.blocks
    if not blocks:
        return []
    parts = roles(blocks)
    candidates = _candidates(blocks, parts)
    root = _nest(candidates)
    bounds = _closings(parts)
    _demote(root, blocks, candidates, bounds)
    _add_legal_basis(root, blocks, parts)
    _add_recipients(root, blocks, parts)
    return _sections(root.children, reading, len(blocks), bounds, [], 1, _is_report(blocks, parts))


def _is_report(blocks: list[Block], parts: list[Role]) -> bool:
    """True where the header names the type "BÁO CÁO"."""
    for block, role in zip(blocks, parts, strict=True):
        if role is Role.BODY:
            return False
        if role is Role.HEADER and _REPORT_TITLE.search(block.text):
            return True
    return False


# --- candidates --------------------------------------------------------------------------------


def _candidates(blocks: list[Block], parts: list[Role]) -> list[_Node]:
    nodes: list[_Node] = []
    quoted_until = -1
    body_seen = False
    index = 0
    while index < len(blocks):
        block, role = blocks[index], parts[index]
        if role is Role.HEADER and body_seen and is_type_line(block.text):
            node = _attached(blocks, parts, index)
            nodes.append(node)
            index = node.last + 1
            continue
        if role is not Role.BODY or block.table is not None:
            body_seen = body_seen or (role is Role.BODY)
            index += 1
            continue
        if index > quoted_until:
            quoted_until = max(quoted_until, _quotation_end(blocks, index))
        if index <= quoted_until:
            body_seen = True
            index += 1
            continue
        node_or_none = _candidate(blocks, parts, index, body_seen)
        body_seen = True
        if node_or_none is None:
            index += 1
        else:
            nodes.append(node_or_none)
            index = node_or_none.last + 1
    return _without_lists_of_forms(nodes, blocks)


def _without_lists_of_forms(nodes: list[_Node], blocks: list[Block]) -> list[_Node]:
    """Drop "Mẫu số 01: Đơn ...;" and its like where they list the forms that follow later."""
    listed: set[int] = set()
    for node, following in pairwise(nodes):
        if node.rank == following.rank == float(Style.APPENDIX) and following.index == node.last + 1:
            listed.add(node.index)
            if blocks[following.last].text.rstrip().endswith((".", ";", "|")):
                listed.add(following.index)
    return [node for node in nodes if node.index not in listed]


def _quotation_end(blocks: list[Block], index: int) -> int:
    """Last block of a quotation that `index` opens with its first character, else `index - 1`."""
    text = blocks[index].text.lstrip("* ")
    if not text.startswith(("“", '"', "«")):
        return index - 1
    if _closes_quotation(text[1:]):
        return index  # a quotation of one block is no heading either
    for later in range(index + 1, min(index + _QUOTE_BLOCKS, len(blocks))):
        if _closes_quotation(blocks[later].text):
            return later
    return index - 1


def _closes_quotation(text: str) -> bool:
    return bool(re.search(r"[”\"»][\s.,;:)*]*$", text)) and text.count("”") + text.count("»") > text.count(
        "“"
    ) + text.count("«") - (text.count('"') % 2)


def _candidate(blocks: list[Block], parts: list[Role], index: int, body_seen: bool) -> _Node | None:
    block = blocks[index]
    label = read_label(block.text)
    if label is not None and label.style is Style.BULLET:
        return None
    if label is None:
        return _unlabelled(blocks, parts, index, body_seen)
    rest = block.text[label.end :].strip(" *_")
    words = len(rest.split())
    caps = is_upper(rest)
    strong = caps or (bool(block.bold) and words <= _MAX_HEADING_WORDS) or block.level is not None
    if label.style is Style.APPENDIX:
        return _appendix(blocks, parts, index, label)
    if label.style in (Style.ROMAN, Style.UPPER) and not strong and (words > 40 or _is_clause(rest)):
        return None
    last, heading = index, rest
    if not rest or (caps and (not _TERMINAL.search(rest) or rest.endswith(","))):
        last, heading = _continued(blocks, parts, index, rest)
    elif block.bold and _breaks_off(rest):
        last, heading = _broken(blocks, parts, index, rest)
    return _Node(
        index,
        float(label.style),
        label.numbers,
        label.text,
        heading.rstrip(" .:;/") if strong and words <= _MAX_HEADING_WORDS else _heading_of(heading),
        strong,
        _score(rest, strong),
        words,
        last,
    )


def _is_clause(rest: str) -> bool:
    return bool(rest) and (rest[0].islower() or rest.endswith(","))


def _score(rest: str, strong: bool) -> float:
    """How much the words after a label look like a heading, 0..1."""
    words = len(rest.split())
    if strong or not rest:
        return 1.0
    if rest[0].islower():
        return 0.0
    if words <= 25 and rest.endswith(":"):
        return 0.5 if _INTRODUCES.search(plain(rest)) else 0.9
    if words <= 25 and not _TERMINAL.search(rest):
        return 1.0
    if words <= 10 and rest.endswith("."):
        return 0.8
    colon = rest.find(":")
    if colon > 0 and len(rest[:colon].split()) <= 12:
        return 0.5
    return 0.0


def _heading_of(rest: str) -> str:
    """The heading in the words after a label: all of a short text, the run-in part of a long one."""
    words = rest.split()
    whole = _MAX_HEADING_WORDS if _TERMINAL.search(rest) else _MAX_UNENDED_WORDS
    if len(words) <= whole and not _SENTENCE_END.search(rest):
        colon = rest.find(":")
        if 0 < colon < len(rest) - 1 and len(rest[:colon].split()) <= 15 and rest[colon + 1] == " ":
            return rest[:colon].strip(" *_")
        return rest.rstrip(" *_").rstrip(".:;/").strip(" *_")
    colon = rest.find(": ")
    if colon > 0 and len(rest[:colon].split()) <= 15:
        return rest[:colon].strip(" *_")
    end = _SENTENCE_END.search(rest)
    if end and len(rest[: end.start()].split()) <= 30:
        return rest[: end.start()].strip(" *_")
    return " ".join(words[:_CLIP_WORDS]).rstrip(",;: ") + "…"


def _continued(blocks: list[Block], parts: list[Role], index: int, heading: str) -> tuple[int, str]:
    """A heading goes on in the next block where that has no label and the same looks."""
    last = index
    for later in range(index + 1, min(index + 4, len(blocks))):
        block = blocks[later]
        if parts[later] is not Role.BODY or block.table is not None or read_label(block.text) is not None:
            break
        text = block.text.strip(" *_")
        if is_type_line(text) or is_attachment_note(text) or len(text.split()) > 30:
            break
        first_line = not heading and bool(block.bold or block.centered or is_upper(text) or not _TERMINAL.search(text))
        if not (
            first_line or (heading and is_upper(text) and (not _TERMINAL.search(heading) or heading.endswith(",")))
        ):
            break
        heading = f"{heading} {text}".strip()
        last = later
        if not is_upper(text):
            break
    return last, heading


def _breaks_off(heading: str) -> bool:
    """True for a line that may have been broken at the margin: long, and no mark at its end but a comma."""
    return _MIN_BROKEN <= len(heading.split()) <= _MAX_HEADING_WORDS and heading[-1:] not in ".;:…?!”)"


def _broken(blocks: list[Block], parts: list[Role], index: int, heading: str) -> tuple[int, str]:
    """A long bold heading goes on in the next block where that is bold too, without a label, and
    has the looks of a line's end: a short rest, no capitals, its text below it."""
    if index + 2 >= len(blocks):
        return index, heading
    block = blocks[index + 1]
    text = block.text.strip(" *_")
    if (
        parts[index + 1] is Role.BODY
        and block.table is None
        and block.bold
        and block.level is None
        and block.kind is not BlockKind.LIST_ITEM
        and read_label(block.text) is None
        and not is_upper(text)
        and len((heading + text).split()) <= _MAX_HEADING_WORDS
        and not blocks[index + 2].bold
    ):
        return index + 1, f"{heading} {text}"
    return index, heading


def _unlabelled(blocks: list[Block], parts: list[Role], index: int, body_seen: bool) -> _Node | None:
    block = blocks[index]
    text = block.text.strip(" *_")
    words = len(text.split())
    caps = is_upper(text)
    marked = bool(block.bold) or block.level is not None
    if not (caps or marked) or not text or words > 25 or block.kind is BlockKind.LIST_ITEM:
        return None
    if body_seen and caps and index and parts[index - 1] in _CLOSING and words >= 2:
        return _attached(blocks, parts, index)  # what comes after a signature is another document
    if is_type_line(text):
        if body_seen and any(is_attachment_note(b.text) for b in blocks[index + 1 : index + 7]):
            return _attached(blocks, parts, index)
        return None
    if (
        plain(text).startswith("kinh gui")
        or text.startswith(("(", "["))
        or is_attachment_note(text)
        or not any(c.isalpha() for c in text)
    ):
        return None
    if _TERMINAL.search(text) or text[0].islower() or (words < 2 and block.level is None):
        return None
    if index + 1 >= len(blocks) or parts[index + 1] not in (Role.BODY, Role.NOTE):
        return None
    following = read_label(blocks[index + 1].text)
    if following is not None and following.style is Style.APPENDIX:
        return None  # the issuer's name above "PHỤ LỤC I"
    last, heading = _continued(blocks, parts, index, text) if caps else (index, text)
    rank = _CAPS if caps or (block.level is not None and block.level <= 2) else _BOLD
    return _Node(index, rank, (), None, heading.rstrip(" :"), True, 1.0, words, last, block.level)


def _appendix(blocks: list[Block], parts: list[Role], index: int, label: Label) -> _Node:
    rest = blocks[index].text[label.end :].strip(" *_")
    if is_attachment_note(rest):
        rest = ""
    last, heading = _title(blocks, parts, index, rest)
    return _Node(index, float(label.style), label.numbers, label.text, heading, True, 1.0, len(heading.split()), last)


def _attached(blocks: list[Block], parts: list[Role], index: int) -> _Node:
    text = blocks[index].text.strip(" *_:")
    last, heading = _title(blocks, parts, index, text, header=True)
    noted = any(is_attachment_note(b.text) for b in blocks[index + 1 : index + 7])
    rank = _ATTACHED if noted or parts[index - 1] in _CLOSING else _SAMPLE
    # A title tells of the whole document: "QUY ĐỊNH CHỨC NĂNG, NHIỆM VỤ" is no section of tasks.
    kind = SectionKind.OTHER
    return _Node(index, rank, (), None, heading, True, 1.0, len(heading.split()), last, kind=kind)


def _title(blocks: list[Block], parts: list[Role], index: int, heading: str, header: bool = False) -> tuple[int, str]:
    """The title lines below "PHỤ LỤC I" or "KẾ HOẠCH", up to the note of what it is attached to."""
    last = index
    allowed = (Role.BODY, Role.HEADER) if header else (Role.BODY,)
    for later in range(index + 1, min(index + 6, len(blocks))):
        block = blocks[later]
        text = block.text.strip(" *_")
        if parts[later] not in allowed or block.table is not None:
            break
        if is_attachment_note(text) or not any(c.isalpha() for c in text):
            last = later
            continue
        if read_label(text) is not None or len(text.split()) > 45 or last != later - 1:
            break
        titled = (
            is_upper(text) or block.bold or block.centered or (not _TERMINAL.search(text) and not text.endswith(":"))
        )
        if not titled or (_STRICT_BASIS.match(plain(text)) and not is_upper(text)):
            break
        if later > index + 1 and not (is_upper(text) or block.bold or block.centered):
            break
        heading = f"{heading} {text}".strip()
        last = later
    return last, heading.rstrip(" :")


# --- nesting -----------------------------------------------------------------------------------


def _nest(candidates: list[_Node]) -> _Node:
    root = _Node(-1, -9.0, (), None, "", True, 1.0, 0, -1)
    stack = [root]
    for position, node in enumerate(candidates):
        depth = min(_depth(stack, node, candidates, position), _MAX_DEPTH)
        del stack[depth:]
        node.parent = stack[-1]
        stack[-1].children.append(node)
        stack.append(node)
    return root


def _depth(stack: list[_Node], node: _Node, candidates: list[_Node], position: int) -> int:
    """How many entries of the stack stay open: `node` becomes a child of the last of them."""
    if node.rank in (_ATTACHED, _SAMPLE, float(Style.APPENDIX)):
        return _depth_of_root(stack, node)
    if node.rank in [float(s) for s in (*DECIMALS, Style.ROMAN_DECIMAL, Style.LOWER_DECIMAL)]:
        return _depth_of_decimal(stack, node)
    hosts = [d for d in range(len(stack) - 1, 0, -1) if stack[d].rank == node.rank and stack[d].level == node.level]
    hosts = [d for d in hosts if not _separated(stack, d)]
    if node.rank in _UNLABELLED:
        # The format's own levels: a Heading 2 lies inside the Heading 1 above it.
        outer = [
            d
            for d in range(len(stack) - 1, 0, -1)
            if node.level and (stack[d].level or node.level) < node.level and not _separated(stack, d)
        ]
        if outer and (not hosts or hosts[0] < outer[0]):
            return outer[0] + 1
        return hosts[0] if hosts else _depth_by_rank(stack, node, candidates, position)
    for depth in hosts:
        if node.value == stack[depth].value + 1:
            return depth
    if hosts and node.value == 1:
        if node.rank > Style.MUC and _resumed_after(candidates, position, {stack[d].value + 1 for d in hosts}):
            return len(stack)
        return hosts[-1] if node.rank <= Style.ROMAN else hosts[0]
    for depth in hosts:
        if node.value > stack[depth].value:
            return depth
    if hosts:
        return hosts[0]
    return _depth_by_rank(stack, node, candidates, position)


def _separated(stack: list[_Node], depth: int) -> bool:
    """True where an appendix or attached document was opened inside the entry."""
    return any(n.rank <= Style.APPENDIX for n in stack[depth + 1 :])


def _depth_of_root(stack: list[_Node], node: _Node) -> int:
    if node.rank == _SAMPLE:
        return next((d + 1 for d in range(1, len(stack)) if stack[d].rank == float(Style.APPENDIX)), 1)
    if node.rank == float(Style.APPENDIX):
        # Forms and appendices of an attached plan stay inside it.
        for depth in range(1, len(stack)):
            if stack[depth].rank == float(Style.APPENDIX):
                return depth
        return 2 if len(stack) > 1 and stack[1].rank == _ATTACHED else 1
    return 1


def _depth_of_decimal(stack: list[_Node], node: _Node) -> int:
    prefix = node.numbers[:-1]
    outer = {
        float(Style.ROMAN_DECIMAL): (Style.ROMAN,),
        float(Style.LOWER_DECIMAL): (Style.LOWER,),
    }.get(node.rank, (Style.ARABIC, Style.ARABIC_PAREN))
    for depth in range(len(stack) - 1, 0, -1):
        open_node = stack[depth]
        if open_node.rank == node.rank and open_node.numbers[:-1] == prefix:
            return depth
        if open_node.numbers == prefix and (
            open_node.rank in [float(s) for s in outer] or (len(prefix) > 1 and open_node.rank == node.rank - 1)
        ):
            return depth + 1
    for styles in ((Style.ROMAN, Style.ARTICLE, Style.UPPER, Style.MUC, Style.CHAPTER),):
        for depth in range(len(stack) - 1, 0, -1):
            if stack[depth].numbers == prefix and stack[depth].rank in [float(s) for s in styles]:
                return depth + 1
    # The outer label is missing: close what ranks at or inside the level it would have had.
    depth = len(stack)
    while depth > 1 and stack[depth - 1].rank >= min(node.rank, float(Style.ARABIC)) and stack[depth - 1].rank != _BOLD:
        depth -= 1
    return depth


def _depth_by_rank(stack: list[_Node], node: _Node, candidates: list[_Node], position: int) -> int:
    depth = len(stack)
    while depth > 1:
        inner = stack[depth - 1]
        if inner.rank in _UNLABELLED and node.rank not in _UNLABELLED:
            # A fresh sequence below an unlabelled heading belongs to it, unless it opens the outline.
            if node.rank > Style.ROMAN or (
                inner.rank == _CAPS and node.rank > Style.MUC and _restarts(candidates, position)
            ):
                break
        elif inner.rank < node.rank or (
            node.rank > Style.MUC and _resumed_after(candidates, position, {inner.value + 1}, inner.rank)
        ):
            break
        depth -= 1
    return depth


def _resumed_after(candidates: list[_Node], position: int, wanted: set[int], rank: float | None = None) -> bool:
    """True where a sequence that is open outside goes on after the one that starts at `position`.

    With `rank`, the open sequence has another style: its next label decides. Without, it has the
    same style: the inner run 1, 2, .. ends at the first value that doesn't follow.
    """
    own = candidates[position]
    inner = own.value
    for later in candidates[position + 1 :]:
        if later.rank <= Style.MUC and own.rank > Style.MUC:
            return False
        if rank is not None:
            if later.rank == rank:
                return later.value in wanted
            continue
        if later.rank == own.rank:
            if later.value == inner + 1:
                inner += 1
                continue
            return later.value in wanted and later.value > inner
        if later.rank < own.rank and later.rank not in _UNLABELLED:
            return False
    return False


def _restarts(candidates: list[_Node], position: int) -> bool:
    """True where the sequence that starts here starts again later in the document."""
    own = candidates[position]
    return any(n.rank == own.rank and n.value == 1 for n in candidates[position + 1 :]) or any(
        n.rank == own.rank for n in candidates[:position]
    )


# --- heading or list item ----------------------------------------------------------------------


def _closings(parts: list[Role]) -> list[int]:
    """Blocks where a recipients or signature part begins: a section ends there."""
    closing = (Role.RECIPIENTS, Role.SIGNATURE, Role.CHROME, Role.HEADER)
    return [i for i in range(1, len(parts)) if parts[i] in closing and parts[i - 1] not in closing]


def _demote(root: _Node, blocks: list[Block], candidates: list[_Node], bounds: list[int]) -> None:
    """Take list items out of the tree, innermost decisions last."""
    positions = {id(node): n for n, node in enumerate(candidates)}
    starts = [node.index for node in candidates]

    def content_words(node: _Node) -> int:
        """Words that follow the heading before the next candidate at its level or outside."""
        position = positions[id(node)] + 1
        inside = _size(node)
        end = starts[position + inside] if position + inside < len(starts) else len(blocks)
        end = next((b for b in bounds if node.index < b < end), end)
        words = 0
        for block in blocks[node.last + 1 : end]:
            words += len(block.text.split())
            if words > 60:
                break
        return words

    def visit(parent: _Node, in_article: bool) -> None:
        while True:
            items: set[int] = set()
            for run in _runs(parent.children):
                if not _are_headings(run, in_article, [content_words(node) for node in run]):
                    items.update(id(node) for node in run)
            if not items:
                break
            remaining: list[_Node] = []
            for node in parent.children:
                if id(node) not in items:
                    remaining.append(node)
                    continue
                # What is inside a list item is inside the list, unless it looks like headings itself.
                kept = [child for child in node.children if child.strong and child.rank < node.rank]
                for child in kept:
                    child.parent = parent
                remaining += kept
            parent.children = remaining
        for child in parent.children:
            visit(child, in_article or child.rank == float(Style.ARTICLE))

    visit(root, False)


def _size(node: _Node) -> int:
    return sum(1 + _size(child) for child in node.children)


def _runs(children: list[_Node]) -> list[list[_Node]]:
    """Children of one style, in order, restarts apart."""
    runs: list[list[_Node]] = []
    latest: dict[float, list[_Node]] = {}
    for node in children:
        run = latest.get(node.rank)
        if run is None or (node.numbers and node.value <= run[-1].value and node.value == 1):
            run = []
            runs.append(run)
            latest[node.rank] = run
        run.append(node)
    return runs


def _are_headings(run: list[_Node], in_article: bool, content: list[int]) -> bool:
    rank = run[0].rank
    if rank in _UNLABELLED or rank <= Style.ARTICLE:
        return True
    strong = sum(node.strong for node in run)
    if rank in (float(Style.ROMAN), float(Style.UPPER)):
        return strong > 0 or len(run) > 1 or run[0].value == 1 or content[0] > 0
    if rank in (float(Style.PARENTHESES), float(Style.LOWER_DECIMAL)):
        return strong == len(run) and all(content)
    if len(run) == 1 and run[0].value != 1 and not run[0].strong and not content[0]:
        return False
    if strong >= 0.5 * len(run) and sum(1 for c in content if c) >= 0.5 * len(run):
        return True
    votes = 0.0
    for node, words in zip(run, content, strict=True):
        if words:
            if node.score >= 0.8:
                votes += 1.0
            elif in_article:
                continue
            elif node.score >= 0.5 or node.words <= 40:
                votes += 0.8
        elif node.score == 0.5 and not in_article and rank < Style.LOWER:
            votes += 0.6  # run in: "1. Văn phòng Sở: chủ trì ..."
    return votes >= (0.6 if in_article else 0.5) * len(run)


# --- preamble and closing ----------------------------------------------------------------------


def _add_legal_basis(root: _Node, blocks: list[Block], parts: list[Role]) -> None:
    """The lines between header and outline that say on what a document rests."""
    first_section = root.children[0].index if root.children else len(blocks)
    body = [i for i in range(first_section) if parts[i] is Role.BODY]
    body = body[
        : next((n for n, i in enumerate(body) if n and parts[i - 1] in (Role.RECIPIENTS, Role.SIGNATURE)), len(body))
    ]
    basis = [i for i in body if _STRICT_BASIS.match(plain(blocks[i].text[:60]))]
    if not basis or basis[0] not in body[:12]:
        return
    first = basis[0]
    if root.children and sum(len(blocks[i].text.split()) for i in body if i > basis[-1]) <= 150:
        last = first_section - 1
    else:
        last = first
        while last + 1 < first_section and _BASIS.match(plain(blocks[last + 1].text[:60])):
            last += 1
    if root.children or last > first or plain(blocks[first].text).startswith("can cu"):
        node = _Node(first, 0.0, (), None, LEGAL_BASIS_HEADING, True, 1.0, 0, last, kind=SectionKind.LEGAL_BASIS)
        node.words = last
        root.children.insert(0, node)


def _add_recipients(root: _Node, blocks: list[Block], parts: list[Role]) -> None:
    closing = (Role.RECIPIENTS, Role.SIGNATURE)
    index = 0
    while index < len(parts):
        if parts[index] not in closing:
            index += 1
            continue
        last = index
        while last + 1 < len(parts) and parts[last + 1] in closing:
            last += 1
        if any(parts[i] is Role.RECIPIENTS for i in range(index, last + 1)):
            node = _Node(index, 0.0, (), None, RECIPIENTS_HEADING, True, 1.0, 0, last, kind=SectionKind.RECIPIENTS)
            _insert(root, node)
        index = last + 1


def _insert(parent: _Node, node: _Node) -> None:
    """Put a closing after what it closes: inside a section only where that goes on behind it."""
    at = sum(1 for child in parent.children if child.index < node.index)
    before = parent.children[at - 1] if at else None
    if before is not None and any(inner.index > node.index for inner in _walk(before)):
        _insert(before, node)
    else:
        parent.children.insert(at, node)


# --- sections ----------------------------------------------------------------------------------


def _sections(
    nodes: list[_Node],
    reading: Reading,
    stop: int,
    bounds: list[int],
    ancestors: list[Section],
    level: int,
    report: bool,
) -> list[Section]:
    """Nodes -> sections; `stop` is the first block after the parent.

    Units that head their duties are responsibilities, also where the section above calls them its
    contents ("II. NỘI DUNG THỰC HIỆN: 1. Sở Nội vụ"); where it says tasks they stay tasks.
    """
    sections: list[Section] = []
    blocks = reading.blocks
    units = [node.label is not None and names_unit(node.heading) for node in nodes]
    by_units = sum(units) >= max(2, 0.6 * len(nodes)) and not (
        ancestors and _NAMES_WORK.search(plain(ancestors[-1].heading))
    )
    for position, node in enumerate(nodes):
        end = nodes[position + 1].index if position + 1 < len(nodes) else stop
        if node.kind in (SectionKind.LEGAL_BASIS, SectionKind.RECIPIENTS):
            end = min(end, node.last + 1)
        else:
            # A closing ends a section, but not one with children that begin after it.
            inner = max((c.index for c in _walk(node)), default=node.index)
            end = min(end, next((b for b in bounds if b > inner), end))
        end = max(end, node.index + 1)
        block = blocks[node.index]
        kind = node.kind or section_kind(node.label, node.heading, ancestors, report)
        if kind is SectionKind.TASK and units[position] and (by_units or plain(node.heading).startswith("giao ")):
            kind = SectionKind.RESPONSIBILITY
        told = _reports(node, report)
        section = Section(node.label, node.heading, kind, block.page, block.start, blocks[end - 1].end, level)
        section.children = _sections(node.children, reading, end, bounds, [*ancestors, section], level + 1, told)
        sections.append(section)
    return sections


def _reports(node: _Node, report: bool) -> bool:
    """What an attached document or a sample is doesn't depend on what it is attached to."""
    return plain(node.heading).startswith("bao cao") if node.rank in (_ATTACHED, _SAMPLE) else report


def _walk(node: _Node) -> list[_Node]:
    found = list(node.children)
    for child in node.children:
        found += _walk(child)
    return found
