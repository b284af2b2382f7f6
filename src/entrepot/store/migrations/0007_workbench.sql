-- What people decide of claims, and long work that the workbench does for them.

-- Rows are only ever added; the latest of a claim counts, also after its report was read anew.
CREATE TABLE claim_judgements (
    number INTEGER PRIMARY KEY,
    claim_id VARCHAR NOT NULL,
    document_id VARCHAR NOT NULL,
    verdict VARCHAR NOT NULL,
    judged_by VARCHAR NOT NULL,
    judged_at VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    before INTEGER NOT NULL, -- the number of the decision that held until then, 0 where there was none
    edited VARCHAR -- JSON: the claim as it is to be read
);

CREATE TABLE jobs (
    number INTEGER PRIMARY KEY,
    kind VARCHAR NOT NULL,
    asked VARCHAR NOT NULL, -- JSON: what was asked for
    asked_by VARCHAR NOT NULL,
    asked_at VARCHAR NOT NULL,
    state VARCHAR NOT NULL, -- waiting, running, done, failed or cancelled
    step VARCHAR NOT NULL, -- what it is doing, in words
    done INTEGER NOT NULL,
    total INTEGER NOT NULL, -- 0 where it is not known
    outcome VARCHAR NOT NULL, -- one sentence, once it has ended
    ended_at VARCHAR
);
