-- A case: the reports that came in, what was read out of them, and which step was done with which method.
-- Nested parts of a record are JSON; whatever an analyst may want to sort, count or join by is a column.

CREATE TABLE case_facts (
    name VARCHAR PRIMARY KEY,
    value VARCHAR NOT NULL
);

CREATE TABLE originals (
    document_id VARCHAR PRIMARY KEY,
    sha256 VARCHAR NOT NULL,
    size_bytes BIGINT NOT NULL,
    compression VARCHAR NOT NULL, -- 'none' or 'zlib'
    content BLOB NOT NULL
);

CREATE TABLE inputs (
    document_id VARCHAR NOT NULL,
    path VARCHAR NOT NULL, -- the same bytes may come in under several names
    media_type VARCHAR NOT NULL, -- as its carrier declared it
    is_given BOOLEAN NOT NULL, -- whether anything was said of it from outside
    given JSON NOT NULL,
    PRIMARY KEY (document_id, path)
);

CREATE TABLE documents (
    id VARCHAR PRIMARY KEY,
    path VARCHAR NOT NULL,
    sha256 VARCHAR NOT NULL,
    media_type VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    publisher VARCHAR NOT NULL,
    byline VARCHAR NOT NULL,
    url VARCHAR NOT NULL,
    language VARCHAR NOT NULL,
    published_start VARCHAR, -- ISO days as text: a record leaves exactly as it came in
    published_end VARCHAR,
    published_granularity VARCHAR,
    published_evidence VARCHAR,
    blocks JSON NOT NULL,
    issues JSON NOT NULL,
    text VARCHAR NOT NULL,
    fingerprint VARCHAR NOT NULL -- of all other columns: tells whether a later step must be done again
);

CREATE TABLE claims (
    document_id VARCHAR NOT NULL,
    position INTEGER NOT NULL, -- in the document, from 0
    id VARCHAR NOT NULL,
    quote VARCHAR NOT NULL,
    quote_start INTEGER NOT NULL,
    quote_end INTEGER NOT NULL,
    frame VARCHAR NOT NULL,
    polarity VARCHAR NOT NULL,
    modality VARCHAR NOT NULL,
    happened JSON, -- when
    place JSON, -- where
    roles JSON NOT NULL,
    attributes JSON NOT NULL,
    sources JSON NOT NULL,
    cues JSON NOT NULL,
    stance JSON NOT NULL,
    issues JSON NOT NULL,
    goods_classes JSON NOT NULL,
    method_name VARCHAR NOT NULL,
    method_version VARCHAR NOT NULL
);

CREATE TABLE quotations (
    document_id VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    source JSON,
    cue JSON NOT NULL,
    content JSON NOT NULL
);

CREATE TABLE dates (
    document_id VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    span JSON NOT NULL,
    days JSON,
    anchor VARCHAR NOT NULL
);

CREATE TABLE unread (
    path VARCHAR NOT NULL,
    step VARCHAR NOT NULL, -- 'read' or 'extract'
    reason VARCHAR NOT NULL,
    PRIMARY KEY (path, step)
);

CREATE TABLE steps_done (
    step VARCHAR NOT NULL,
    document_id VARCHAR NOT NULL,
    method_name VARCHAR NOT NULL,
    method_version VARCHAR NOT NULL,
    fingerprint VARCHAR NOT NULL, -- of what the step was done on
    PRIMARY KEY (step, document_id)
);
