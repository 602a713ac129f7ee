-- The system of record. Everything under index/ in the data folder is derived from these tables.

CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

-- `ordinal` is never used twice (AUTOINCREMENT), so a derived index may hold it.
-- `*_key` columns are folded forms for matching; see index/store.py.
CREATE TABLE documents (
    ordinal         INTEGER PRIMARY KEY AUTOINCREMENT,
    id              TEXT NOT NULL UNIQUE,
    sha256          TEXT NOT NULL,
    revision        INTEGER NOT NULL,           -- store revision that added it
    file_name       TEXT NOT NULL,
    format          TEXT NOT NULL,
    original        TEXT,                       -- name under goc/
    number          TEXT,
    number_key      TEXT,
    symbol          TEXT,
    type            TEXT,
    type_code       TEXT,
    issuer          TEXT,
    issuer_key      TEXT,
    issuer_parent   TEXT,
    place           TEXT,
    province        TEXT,
    issued_on       TEXT,
    title           TEXT,
    title_key       TEXT,
    signer_name     TEXT,
    signer_position TEXT,
    recipients      TEXT NOT NULL,              -- JSON list
    draft           INTEGER NOT NULL,
    year            INTEGER,
    evidence        TEXT NOT NULL,              -- JSON {field: [start, end]}
    page_count      INTEGER NOT NULL,
    passage_count   INTEGER NOT NULL,
    text_source     TEXT NOT NULL,
    quality         REAL NOT NULL,
    warnings        TEXT NOT NULL,              -- JSON list
    info            TEXT NOT NULL,              -- JSON object
    stamps          TEXT NOT NULL,              -- JSON list
    leader          TEXT                        -- id of its near-duplicate group's leader; NULL = alone
);
CREATE INDEX documents_number ON documents (number_key);
CREATE INDEX documents_revision ON documents (revision);
CREATE INDEX documents_year ON documents (year);
CREATE INDEX documents_type ON documents (type_code);
CREATE INDEX documents_leader ON documents (leader);

-- The bulk of a document, apart so that lists of documents stay cheap.
CREATE TABLE bodies (
    document INTEGER PRIMARY KEY REFERENCES documents (ordinal) ON DELETE CASCADE,
    text     TEXT NOT NULL,
    pages    TEXT NOT NULL,                     -- JSON [[number, start, end], ...]
    sections TEXT NOT NULL,                     -- JSON tree
    blocks   BLOB NOT NULL                      -- zlib JSON, texts as offsets into `text`
);

CREATE TABLE passages (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    document     INTEGER NOT NULL REFERENCES documents (ordinal) ON DELETE CASCADE,
    ordinal      INTEGER NOT NULL,
    kind         TEXT NOT NULL,
    furniture    INTEGER NOT NULL,
    page         INTEGER NOT NULL,
    start        INTEGER NOT NULL,
    end          INTEGER NOT NULL,
    section_path TEXT NOT NULL,                 -- JSON list
    context      TEXT NOT NULL,
    text         TEXT NOT NULL
);
CREATE UNIQUE INDEX passages_document ON passages (document, ordinal);
-- Covers Store.columns(), which must not read the texts.
CREATE INDEX passages_columns ON passages (id, document, kind, furniture);

-- Passages of a document have consecutive ids, so a removal is a range.
CREATE TABLE removals (
    revision      INTEGER NOT NULL,
    document_id   TEXT NOT NULL,
    first_passage INTEGER NOT NULL,
    last_passage  INTEGER NOT NULL              -- inclusive
);
CREATE INDEX removals_revision ON removals (revision);

CREATE TABLE abbreviations (
    document INTEGER NOT NULL REFERENCES documents (ordinal) ON DELETE CASCADE,
    short    TEXT NOT NULL,
    long     TEXT NOT NULL,
    PRIMARY KEY (document, short, long)
) WITHOUT ROWID;
CREATE INDEX abbreviations_short ON abbreviations (short, long);

-- Every file ever offered: those that hold a document (several may hold the same one) and those
-- that could not be read. The foreign key is deferred: a document may be replaced under its id.
CREATE TABLE files (
    path        TEXT PRIMARY KEY,
    size        INTEGER NOT NULL,
    mtime_ns    INTEGER NOT NULL,
    ctime_ns    INTEGER NOT NULL,
    checked_ns  INTEGER NOT NULL,               -- when the content was last hashed
    sha256      TEXT NOT NULL,
    status      TEXT NOT NULL CHECK (status IN ('stored', 'failed')),
    document_id TEXT REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED,
    error_code  TEXT,
    error       TEXT,
    environment TEXT,                           -- what was installed when it failed
    attempts    INTEGER NOT NULL DEFAULT 1,
    missing     INTEGER NOT NULL DEFAULT 0      -- gone from its folder at the last look
);
CREATE INDEX files_document ON files (document_id);
CREATE INDEX files_sha256 ON files (sha256);
CREATE INDEX files_trouble ON files (status, missing);

-- Near duplicates (index/near_duplicate.py).
CREATE TABLE signatures (
    document INTEGER PRIMARY KEY REFERENCES documents (ordinal) ON DELETE CASCADE,
    minhash  BLOB NOT NULL,
    shingles INTEGER NOT NULL                   -- how many distinct ones
);
CREATE TABLE bands (
    band     INTEGER NOT NULL,
    hash     INTEGER NOT NULL,
    document INTEGER NOT NULL REFERENCES documents (ordinal) ON DELETE CASCADE,
    PRIMARY KEY (band, hash, document)
) WITHOUT ROWID;
CREATE INDEX bands_document ON bands (document);
CREATE TABLE links (
    a          INTEGER NOT NULL REFERENCES documents (ordinal) ON DELETE CASCADE,
    b          INTEGER NOT NULL REFERENCES documents (ordinal) ON DELETE CASCADE,
    similarity REAL NOT NULL,
    PRIMARY KEY (a, b)
) WITHOUT ROWID;
CREATE INDEX links_b ON links (b);
