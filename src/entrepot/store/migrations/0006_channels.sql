-- Channels of the case with the evidence on them, what levers would close of them, and measures of the user's own.

CREATE TABLE channels (
    id VARCHAR PRIMARY KEY, -- of the hypothesis: territories, goods, period, what it was made from
    place INTEGER NOT NULL, -- the order in which they were first assessed
    assessment VARCHAR NOT NULL, -- JSON
    pictures VARCHAR NOT NULL, -- JSON: SVG documents
    assessed_at VARCHAR NOT NULL
);

CREATE TABLE closures (
    id VARCHAR PRIMARY KEY, -- of the channel, the levers and the method
    channel_id VARCHAR NOT NULL,
    place INTEGER NOT NULL,
    estimate VARCHAR NOT NULL, -- JSON
    estimated_at VARCHAR NOT NULL
);

CREATE TABLE measure_files (
    name VARCHAR PRIMARY KEY, -- of the file; a file of the same name replaces its own rows
    card VARCHAR NOT NULL, -- TOML, as given
    rows VARCHAR NOT NULL, -- CSV, as given
    sha256 VARCHAR NOT NULL, -- of the CSV
    added_at VARCHAR NOT NULL
);
