"""What the user typed -> a `Query`: words, quoted phrases, a document number, filters."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Filters:
    """Restrictions beside the words. `None` = no restriction.

    `kind` is a section kind of the contract ("target"), `type` a type code or name ("KH", "kế hoạch"),
    `issuer` any part of an issuer's name, marks and abbreviations optional ("so gddt son la"),
    `year` the document's year, `document` a document id.
    """

    kind: str | None = None
    year: int | None = None
    type: str | None = None
    issuer: str | None = None
    document: str | None = None

    def to_json(self) -> dict[str, object]:
        """Only the restrictions that are set.

        >>> Filters(kind="target", year=2025).to_json()
        {'kind': 'target', 'year': 2025}
        """
        values: dict[str, object] = {
            "kind": self.kind, "year": self.year, "type": self.type, "issuer": self.issuer, "document": self.document,
        }  # fmt: skip
        return {name: value for name, value in values.items() if value not in (None, "")}


@dataclass(frozen=True, slots=True)
class Query:
    """How a query was understood; what the page shows as "interpreted"."""

    typed: str
    text: str
    filters: Filters = Filters()
    citation: str | None = None
    required: list[str] = field(default_factory=list)
    restored: bool = False

    def to_json(self) -> dict[str, object]:
        """`interpreted` of the contract."""
        return {
            "text": self.text,
            "restored": self.restored,
            "filters": self.filters.to_json(),
            "citation": self.citation,
            "required": list(self.required),
        }
