-- The index over record trails. Everything here can be made again from the trails in the store.
-- Times are milliseconds since 1970 UTC. A number that is no number (NaN) is NULL. Names of enums are in lower case.

PRAGMA application_id = 1347179605; -- "PLTU"
PRAGMA user_version = 1;

-- How many recordings were committed; the store's own count tells whether it agrees with this database.
CREATE TABLE ledger (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    recordings INTEGER NOT NULL
);
INSERT INTO ledger (only_row, recordings) VALUES (1, 0);

CREATE TABLE searches (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT
);

CREATE TABLE datasets (
    key INTEGER PRIMARY KEY,
    fingerprint TEXT NOT NULL,
    name TEXT NOT NULL,
    properties TEXT NOT NULL,
    UNIQUE (fingerprint, name)
);

-- Graphs by content; names of nodes do not make a graph another one.
CREATE TABLE architectures (
    hash TEXT PRIMARY KEY,
    document TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE networks (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    search INTEGER NOT NULL REFERENCES searches (key),
    ask INTEGER NOT NULL,
    generation INTEGER NOT NULL,
    space TEXT NOT NULL,
    genome TEXT NOT NULL,
    operator TEXT NOT NULL,
    parents TEXT NOT NULL,
    architecture TEXT NOT NULL REFERENCES architectures (hash),
    parameters INTEGER NOT NULL,
    mflops REAL NOT NULL,
    dataset INTEGER NOT NULL REFERENCES datasets (key),
    horizon INTEGER NOT NULL,
    measure TEXT NOT NULL,
    direction TEXT NOT NULL,
    seed INTEGER NOT NULL,
    status TEXT NOT NULL,
    epochs REAL NOT NULL,
    last_value REAL,
    best_value REAL,
    seconds REAL,
    joules REAL,
    fitness REAL,
    fitness_origin TEXT,
    stop_rule TEXT,
    stop_reason TEXT,
    message TEXT NOT NULL,
    test_measures TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    last_attempt INTEGER NOT NULL,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL
);
CREATE INDEX networks_by_ask ON networks (search, ask);
CREATE INDEX networks_by_creation ON networks (search, created);
CREATE INDEX networks_by_update ON networks (updated);

-- How much of each stored trail is indexed.
CREATE TABLE attempts (
    network INTEGER NOT NULL REFERENCES networks (key),
    attempt INTEGER NOT NULL,
    entries INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    PRIMARY KEY (network, attempt)
) WITHOUT ROWID;

-- The curves that count, one row for each measure, by measure first: a question about one measure reads nothing else.
-- Doubles are big-endian; epochs are NULL where they are 1, 2, 3 …
CREATE TABLE curves (
    measure TEXT NOT NULL,
    network INTEGER NOT NULL REFERENCES networks (key),
    points INTEGER NOT NULL,
    epochs BLOB,
    readings BLOB NOT NULL,
    PRIMARY KEY (measure, network)
) WITHOUT ROWID;
CREATE INDEX curves_by_network ON curves (network);

CREATE TABLE forecasts (
    network INTEGER NOT NULL REFERENCES networks (key),
    attempt INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    epoch REAL NOT NULL,
    measure TEXT NOT NULL,
    horizon REAL NOT NULL,
    value REAL,
    intervals TEXT NOT NULL,
    functions TEXT NOT NULL,
    method TEXT NOT NULL,
    history INTEGER NOT NULL,
    micros INTEGER NOT NULL,
    PRIMARY KEY (network, attempt, sequence)
) WITHOUT ROWID;

CREATE TABLE verdicts (
    network INTEGER NOT NULL REFERENCES networks (key),
    attempt INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    epoch REAL NOT NULL,
    stop INTEGER NOT NULL,
    rule TEXT NOT NULL,
    reason TEXT NOT NULL,
    numbers TEXT NOT NULL,
    peers INTEGER NOT NULL,
    PRIMARY KEY (network, attempt, sequence)
) WITHOUT ROWID;
