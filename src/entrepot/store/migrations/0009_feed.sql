-- When each proposition was first made and when what it says last changed: what a feed of a case is made of.

-- Rows stay when their proposition goes, so that one that comes back is known.
CREATE TABLE proposition_log (
    proposition_id VARCHAR PRIMARY KEY,
    digest VARCHAR NOT NULL, -- of what the proposition says and rests on, without how it was made
    first_seen_at VARCHAR NOT NULL, -- ISO, UTC
    changed_at VARCHAR NOT NULL
);
