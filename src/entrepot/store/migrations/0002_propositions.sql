-- Propositions: claims of several reports that say the same, and what has to be known of claims and reports to merge them.

CREATE TABLE report_traits (
    document_id VARCHAR PRIMARY KEY,
    traits VARCHAR NOT NULL -- JSON; what corroboration needs of a report beside its claims
);

CREATE TABLE claim_traits (
    claim_id VARCHAR NOT NULL,
    document_id VARCHAR NOT NULL,
    traits VARCHAR NOT NULL -- JSON; may hold Infinity, so it is text to the database
);

CREATE TABLE claim_blocks (
    block UBIGINT NOT NULL, -- hash of the name of a block in which a claim is looked for
    asks BOOLEAN NOT NULL, -- whether it is compared with all claims there, or only with those that ask
    claim_id VARCHAR NOT NULL,
    document_id VARCHAR NOT NULL
);

CREATE TABLE propositions (
    id VARCHAR PRIMARY KEY,
    component VARCHAR NOT NULL, -- propositions of one component can change one another when claims come or go
    frame VARCHAR NOT NULL,
    independent_origins INTEGER NOT NULL,
    claim_count INTEGER NOT NULL,
    credibility INTEGER NOT NULL,
    first_published VARCHAR,
    record VARCHAR NOT NULL -- JSON
);

CREATE TABLE proposition_claims (
    claim_id VARCHAR NOT NULL,
    document_id VARCHAR NOT NULL,
    proposition_id VARCHAR NOT NULL,
    component VARCHAR NOT NULL
);

CREATE TABLE source_grades (
    source VARCHAR PRIMARY KEY, -- as the user wrote it
    letter VARCHAR NOT NULL,
    basis VARCHAR NOT NULL -- who graded it, or the table that is cited
);
