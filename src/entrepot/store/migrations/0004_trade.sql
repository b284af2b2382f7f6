-- Trade: the files of customs statistics that were imported. Their rows lie in Parquet files in the folder beside the case.

CREATE TABLE trade_files (
    number INTEGER PRIMARY KEY, -- the `source` of its rows; never given again
    name VARCHAR NOT NULL UNIQUE,
    dataset VARCHAR NOT NULL,
    sha256 VARCHAR NOT NULL,
    size BIGINT NOT NULL,
    read_count BIGINT NOT NULL, -- = kept + refused + left out
    kept_count BIGINT NOT NULL, -- the rows of the Parquet file
    refused_count BIGINT NOT NULL,
    left_out_count BIGINT NOT NULL,
    parquet VARCHAR NOT NULL, -- a file's name, in the folder of the case
    imported_at VARCHAR NOT NULL,
    first_period VARCHAR,
    last_period VARCHAR,
    issues VARCHAR NOT NULL -- JSON
);

CREATE SEQUENCE trade_file_numbers;
