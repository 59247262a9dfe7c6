-- The index over record trails. Everything here can be made again from the trails in the store.
-- Times are milliseconds since 1970 UTC. A number that is no number (NaN) is NULL. Names of enums are in lower case.

-- Text compares by its bytes (COLLATE "C"), as in SQLite.

-- Every migration sets it to its number.
CREATE TABLE schema_version (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    version INTEGER NOT NULL
);
INSERT INTO schema_version (only_row, version) VALUES (1, 1);

-- How many recordings were committed; the store's own count tells whether it agrees with this database.
CREATE TABLE ledger (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    recordings BIGINT NOT NULL
);
INSERT INTO ledger (only_row, recordings) VALUES (1, 0);

CREATE TABLE searches (
    key BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id TEXT COLLATE "C" NOT NULL UNIQUE,
    name TEXT COLLATE "C"
);

CREATE TABLE datasets (
    key BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    fingerprint TEXT COLLATE "C" NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    properties TEXT COLLATE "C" NOT NULL,
    UNIQUE (fingerprint, name)
);

-- Graphs by content; names of nodes do not make a graph another one.
CREATE TABLE architectures (
    hash TEXT COLLATE "C" PRIMARY KEY,
    document TEXT COLLATE "C" NOT NULL
);

CREATE TABLE networks (
    key BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id TEXT COLLATE "C" NOT NULL UNIQUE,
    search BIGINT NOT NULL REFERENCES searches (key),
    ask INTEGER NOT NULL,
    generation INTEGER NOT NULL,
    space TEXT COLLATE "C" NOT NULL,
    genome TEXT COLLATE "C" NOT NULL,
    operator TEXT COLLATE "C" NOT NULL,
    parents TEXT COLLATE "C" NOT NULL,
    architecture TEXT COLLATE "C" NOT NULL REFERENCES architectures (hash),
    parameters BIGINT NOT NULL,
    mflops DOUBLE PRECISION NOT NULL,
    dataset BIGINT NOT NULL REFERENCES datasets (key),
    horizon INTEGER NOT NULL,
    measure TEXT COLLATE "C" NOT NULL,
    direction TEXT COLLATE "C" NOT NULL,
    seed BIGINT NOT NULL,
    status TEXT COLLATE "C" NOT NULL,
    epochs DOUBLE PRECISION NOT NULL,
    last_value DOUBLE PRECISION,
    best_value DOUBLE PRECISION,
    seconds DOUBLE PRECISION,
    joules DOUBLE PRECISION,
    fitness DOUBLE PRECISION,
    fitness_origin TEXT COLLATE "C",
    stop_rule TEXT COLLATE "C",
    stop_reason TEXT COLLATE "C",
    message TEXT COLLATE "C" NOT NULL,
    test_measures TEXT COLLATE "C" NOT NULL,
    attempts INTEGER NOT NULL,
    last_attempt INTEGER NOT NULL,
    created BIGINT NOT NULL,
    updated BIGINT NOT NULL
);
CREATE INDEX networks_by_ask ON networks (search, ask);
CREATE INDEX networks_by_creation ON networks (search, created);
CREATE INDEX networks_by_update ON networks (updated);

-- How much of each stored trail is indexed.
CREATE TABLE attempts (
    network BIGINT NOT NULL REFERENCES networks (key),
    attempt INTEGER NOT NULL,
    entries INTEGER NOT NULL,
    bytes BIGINT NOT NULL,
    PRIMARY KEY (network, attempt)
);

-- The curves that count, one row for each measure.
-- Doubles are big-endian; epochs are NULL where they are 1, 2, 3 …
CREATE TABLE curves (
    measure TEXT COLLATE "C" NOT NULL,
    network BIGINT NOT NULL REFERENCES networks (key),
    points INTEGER NOT NULL,
    epochs BYTEA,
    readings BYTEA NOT NULL,
    PRIMARY KEY (measure, network)
);
CREATE INDEX curves_by_network ON curves (network);

CREATE TABLE forecasts (
    network BIGINT NOT NULL REFERENCES networks (key),
    attempt INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    epoch DOUBLE PRECISION NOT NULL,
    measure TEXT COLLATE "C" NOT NULL,
    horizon DOUBLE PRECISION NOT NULL,
    value DOUBLE PRECISION,
    intervals TEXT COLLATE "C" NOT NULL,
    functions TEXT COLLATE "C" NOT NULL,
    method TEXT COLLATE "C" NOT NULL,
    history BIGINT NOT NULL,
    micros BIGINT NOT NULL,
    PRIMARY KEY (network, attempt, sequence)
);

CREATE TABLE verdicts (
    network BIGINT NOT NULL REFERENCES networks (key),
    attempt INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    epoch DOUBLE PRECISION NOT NULL,
    stop BOOLEAN NOT NULL,
    rule TEXT COLLATE "C" NOT NULL,
    reason TEXT COLLATE "C" NOT NULL,
    numbers TEXT COLLATE "C" NOT NULL,
    peers BIGINT NOT NULL,
    PRIMARY KEY (network, attempt, sequence)
);
