-- What the workbench asks of claims and propositions at every page, as columns: made from them, and made anew when they
-- change. Nothing here is the only copy of anything.

CREATE TABLE claim_index (
    claim_id VARCHAR NOT NULL,
    document_id VARCHAR NOT NULL,
    place INTEGER NOT NULL, -- in the text of its report, counted from 1
    frame VARCHAR NOT NULL,
    polarity VARCHAR NOT NULL,
    modality VARCHAR NOT NULL,
    source_kind VARCHAR NOT NULL, -- of whoever vouches for the words; 'none' where nobody is known
    publisher VARCHAR NOT NULL,
    year VARCHAR NOT NULL, -- of the first day that the event is dated to; '' where it is not dated
    month VARCHAR NOT NULL, -- '2025-08'; '' where it is dated no closer than a year
    decision VARCHAR NOT NULL, -- 'open', 'accepted', 'rejected' or 'edited'
    issues VARCHAR[] NOT NULL, -- codes, before them 'any' where there are some
    actors VARCHAR[] NOT NULL, -- ids of whoever fills a role, says it, or is where it happened; each once
    actor_names VARCHAR[] NOT NULL, -- beside them
    searched VARCHAR NOT NULL -- the sentence, fillers and sources in small letters without accents
);

CREATE TABLE proposition_index (
    proposition_id VARCHAR NOT NULL,
    frame VARCHAR NOT NULL,
    origin_count VARCHAR NOT NULL, -- of independent ones: '0', '1', '2' or '3+'
    credibility VARCHAR NOT NULL,
    conflicts VARCHAR[] NOT NULL, -- kinds, before them 'any'; 'none' where there are none
    actors VARCHAR[] NOT NULL,
    actor_names VARCHAR[] NOT NULL,
    origins VARCHAR[] NOT NULL, -- names of the independent ones
    alone VARCHAR NOT NULL, -- the name of the only one; '' where there are none or several
    first_day VARCHAR, -- of the event; NULL where it is not dated or nobody says since when
    last_day VARCHAR,
    is_dated BOOLEAN NOT NULL,
    pieces VARCHAR NOT NULL, -- JSON: its sentence
    searched VARCHAR NOT NULL
);

CREATE TABLE proposition_numbers (
    proposition_id VARCHAR NOT NULL,
    number INTEGER NOT NULL -- in the order of the case, from 1: ordering all of them at every page would cost the most
);

CREATE TABLE proposition_origins (
    proposition_id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    independent BOOLEAN NOT NULL,
    interested BOOLEAN NOT NULL,
    alone BOOLEAN NOT NULL, -- it is the only independent origin
    claim_count INTEGER NOT NULL,
    outlets VARCHAR[] NOT NULL -- that carry its words
);

-- A page reads some dozens of claims out of hundreds of thousands by their ids.
CREATE INDEX claims_by_id ON claims (id);
