-- Facts of documents (ingest/extract), what staff corrected in them, and who did what.
-- The columns of a fact hold what counts now; where staff corrected it, `extracted` keeps what was read (JSON).
-- `fact_key` names a fact by its evidence, so that a correction finds it again after the document is read anew.

ALTER TABLE documents ADD COLUMN facts_version INTEGER NOT NULL DEFAULT 0;  -- 0: no facts were read yet
ALTER TABLE documents ADD COLUMN extracted TEXT;                           -- JSON, header fields before corrections

CREATE TABLE citations (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    document   INTEGER NOT NULL REFERENCES documents (ordinal) ON DELETE CASCADE,
    ordinal    INTEGER NOT NULL,
    fact_key   TEXT NOT NULL,
    number     TEXT,
    number_key TEXT,
    type       TEXT,
    issued_on  TEXT,
    issuer     TEXT,
    title      TEXT,
    title_key  TEXT,
    relation   TEXT NOT NULL,
    text       TEXT NOT NULL,
    page       INTEGER NOT NULL,
    start      INTEGER NOT NULL,
    end        INTEGER NOT NULL,
    hidden     INTEGER NOT NULL DEFAULT 0,      -- staff say that it is no fact
    extracted  TEXT
);
CREATE UNIQUE INDEX citations_document ON citations (document, ordinal);
CREATE INDEX citations_number ON citations (number_key);
CREATE INDEX citations_relation ON citations (relation, number_key);

CREATE TABLE targets (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    document       INTEGER NOT NULL REFERENCES documents (ordinal) ON DELETE CASCADE,
    ordinal        INTEGER NOT NULL,
    fact_key       TEXT NOT NULL,
    indicator      TEXT NOT NULL,
    comparator     TEXT NOT NULL,
    value          REAL NOT NULL,
    value_to       REAL,
    unit           TEXT,
    change         TEXT,
    baseline       TEXT,
    year           INTEGER,
    period_from    INTEGER,
    period_to      INTEGER,
    maintain_until INTEGER,
    text           TEXT NOT NULL,
    section_path   TEXT NOT NULL,               -- JSON list
    page           INTEGER NOT NULL,
    start          INTEGER NOT NULL,
    end            INTEGER NOT NULL,
    passage        INTEGER,                     -- ordinal of the passage in its document
    hidden         INTEGER NOT NULL DEFAULT 0,
    extracted      TEXT
);
CREATE UNIQUE INDEX targets_document ON targets (document, ordinal);
CREATE INDEX targets_year ON targets (year);

CREATE TABLE tasks (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    document     INTEGER NOT NULL REFERENCES documents (ordinal) ON DELETE CASCADE,
    ordinal      INTEGER NOT NULL,
    fact_key     TEXT NOT NULL,
    task         TEXT NOT NULL,
    lead         TEXT NOT NULL,                 -- JSON list, as are the next two
    coordinate   TEXT NOT NULL,
    monitor      TEXT NOT NULL,
    deadline     TEXT,
    due_on       TEXT,
    product      TEXT,
    section_path TEXT NOT NULL,                 -- JSON list
    page         INTEGER NOT NULL,
    start        INTEGER NOT NULL,
    end          INTEGER NOT NULL,
    passage      INTEGER,
    from_table   INTEGER NOT NULL,
    hidden       INTEGER NOT NULL DEFAULT 0,
    extracted    TEXT
);
CREATE UNIQUE INDEX tasks_document ON tasks (document, ordinal);
CREATE INDEX tasks_due ON tasks (due_on);

-- The units of a task, one row each, under a key that does not depend on how they are written.
CREATE TABLE task_units (
    task     INTEGER NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,
    role     TEXT NOT NULL CHECK (role IN ('lead', 'coordinate', 'monitor')),
    unit     TEXT NOT NULL,
    unit_key TEXT NOT NULL
);
CREATE INDEX task_units_task ON task_units (task);
CREATE INDEX task_units_key ON task_units (unit_key);

-- What a document says of the force of two others ("Nghị định 48 sửa đổi Nghị định 63"), or of one ("hết hiệu lực").
CREATE TABLE statements (
    document    INTEGER NOT NULL REFERENCES documents (ordinal) ON DELETE CASCADE,
    subject_key TEXT,                           -- number of the document that amends or replaces; NULL: not said
    object_key  TEXT NOT NULL,                  -- number of the one that is amended, replaced or repealed
    relation    TEXT NOT NULL CHECK (relation IN ('amends', 'replaces', 'repeals')),
    page        INTEGER NOT NULL,
    start       INTEGER NOT NULL,
    end         INTEGER NOT NULL
);
CREATE INDEX statements_document ON statements (document);
CREATE INDEX statements_object ON statements (object_key);

-- Corrections by staff; without a foreign key, since they outlive the reading of a document.
CREATE TABLE corrections (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    document_id TEXT NOT NULL,                  -- documents.id
    kind        TEXT NOT NULL CHECK (kind IN ('document', 'citation', 'target', 'task')),
    fact_key    TEXT NOT NULL,                  -- '' for the document's own fields
    field       TEXT NOT NULL,                  -- 'hidden' with true: it is no fact
    value       TEXT NOT NULL,                  -- JSON
    before      TEXT NOT NULL,                  -- JSON, what it corrected
    author      TEXT NOT NULL,
    note        TEXT NOT NULL DEFAULT '',
    created_at  TEXT NOT NULL,                  -- ISO 8601, UTC
    undone_by   TEXT,
    undone_at   TEXT
);
CREATE INDEX corrections_document ON corrections (document_id, kind, fact_key);

-- Which indicators staff declared the same or different, for comparisons.
CREATE TABLE indicator_choices (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    a_key      TEXT NOT NULL,
    b_key      TEXT NOT NULL,
    same       INTEGER NOT NULL,
    author     TEXT NOT NULL,
    created_at TEXT NOT NULL,
    undone_by  TEXT,
    undone_at  TEXT
);
CREATE INDEX indicator_choices_a ON indicator_choices (a_key);
CREATE INDEX indicator_choices_b ON indicator_choices (b_key);

-- Who changed what, when; rows are only ever added.
CREATE TABLE audit (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    at     TEXT NOT NULL,                       -- ISO 8601, UTC
    who    TEXT NOT NULL,
    action TEXT NOT NULL,
    detail TEXT NOT NULL                        -- JSON
);
