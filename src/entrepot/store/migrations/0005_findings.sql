-- Findings that the user keeps in the case, each with the pictures that go with it. One asked again replaces itself.

CREATE TABLE findings (
    id VARCHAR PRIMARY KEY, -- of the question: what was asked of which records by which method
    place INTEGER NOT NULL, -- the order in which they were first kept
    finding VARCHAR NOT NULL, -- JSON
    pictures VARCHAR NOT NULL, -- JSON: SVG documents
    kept_at VARCHAR NOT NULL
);
