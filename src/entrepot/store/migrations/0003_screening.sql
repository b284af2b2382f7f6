-- Screening: lists as they stood version after version, what was asked of them, and what people judged.
-- Versions of a list are ordered by `place`: the day from which one counts, then the number under which it came in.

CREATE TABLE list_versions (
    number INTEGER PRIMARY KEY,
    list VARCHAR NOT NULL,
    place VARCHAR NOT NULL, -- 'effective_on/number'
    effective_on VARCHAR NOT NULL, -- published_on, or added_on where the list says no day
    published_on VARCHAR,
    added_on VARCHAR NOT NULL,
    sha256 VARCHAR NOT NULL,
    row_count INTEGER NOT NULL,
    title VARCHAR NOT NULL,
    path VARCHAR NOT NULL,
    seen_from VARCHAR, -- the first day that its entries tell of, where it is itself a history
    issues VARCHAR NOT NULL -- JSON
);

CREATE TABLE list_entries (
    list VARCHAR NOT NULL, -- of the version; `party_list` differs where one file holds several lists
    party_list VARCHAR NOT NULL,
    party_id VARCHAR NOT NULL,
    digest VARCHAR NOT NULL, -- of core and rest: one row for each wording, however many versions have it
    core VARCHAR NOT NULL, -- JSON: what matching needs
    rest VARCHAR NOT NULL -- JSON: the remainder
);

CREATE TABLE list_spans (
    list VARCHAR NOT NULL,
    party_list VARCHAR NOT NULL,
    party_id VARCHAR NOT NULL,
    digest VARCHAR NOT NULL,
    first_place VARCHAR NOT NULL, -- of the first version of the stretch in which the wording stood unchanged
    until_place VARCHAR -- of the first version after it; NULL where it stands in the newest
);

CREATE TABLE screening_runs (
    run INTEGER PRIMARY KEY,
    subject VARCHAR NOT NULL, -- 'actors' of the case, or 'queries' given by the user
    screened_at VARCHAR NOT NULL,
    method_name VARCHAR NOT NULL,
    method_version VARCHAR NOT NULL,
    threshold DOUBLE NOT NULL,
    match_limit INTEGER NOT NULL,
    as_of VARCHAR,
    versions VARCHAR NOT NULL, -- JSON
    issues VARCHAR NOT NULL -- JSON
);

-- Rows are only ever added. Matches stand as the method found them; what people had judged of them by then stands beside.
CREATE TABLE screenings (
    run INTEGER NOT NULL,
    position INTEGER NOT NULL,
    query_key VARCHAR NOT NULL,
    query VARCHAR NOT NULL, -- JSON
    matches VARCHAR NOT NULL, -- JSON
    digests VARCHAR NOT NULL, -- JSON: of the record of each match, '' where it is not of the case's lists
    judged VARCHAR NOT NULL, -- JSON: the number of the judgement of each match, 0 where there was none
    issues VARCHAR NOT NULL -- JSON
);

-- Rows are only ever added; the latest for a query, a list and a party counts.
CREATE TABLE judgements (
    number INTEGER PRIMARY KEY,
    query VARCHAR NOT NULL,
    query_key VARCHAR NOT NULL,
    party_list VARCHAR NOT NULL,
    party_id VARCHAR NOT NULL,
    digest VARCHAR NOT NULL, -- of the record that was judged
    verdict VARCHAR NOT NULL,
    judged_by VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    judged_at VARCHAR NOT NULL
);
