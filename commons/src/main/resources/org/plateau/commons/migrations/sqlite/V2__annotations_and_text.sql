-- What people say of networks later, what became of them, and what they are found by.
-- The rows for what is known already are written when the commons is opened next, because ledger.derived is behind then.

PRAGMA user_version = 2;

-- Which version of Plateau's derived rows this database has, and how many bytes of annotations.jsonl are indexed.
ALTER TABLE ledger ADD COLUMN derived INTEGER NOT NULL DEFAULT 1;
ALTER TABLE ledger ADD COLUMN annotated INTEGER NOT NULL DEFAULT 0;

-- The name that someone gave it, and the kind of its fitness curve once its training has ended.
ALTER TABLE networks ADD COLUMN name TEXT;
ALTER TABLE networks ADD COLUMN shape TEXT;
CREATE INDEX networks_by_name ON networks (name) WHERE name IS NOT NULL;

-- Networks by id, because an annotation may be here before its network.
CREATE TABLE annotations (
    key TEXT PRIMARY KEY,
    network TEXT NOT NULL,
    author TEXT NOT NULL,
    time INTEGER NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    other TEXT
) WITHOUT ROWID;
CREATE INDEX annotations_by_network ON annotations (network, time);
CREATE INDEX annotations_by_other ON annotations (other) WHERE other IS NOT NULL;

-- The tags that networks have now.
CREATE TABLE tags (
    tag TEXT NOT NULL,
    network INTEGER NOT NULL REFERENCES networks (key),
    PRIMARY KEY (tag, network)
) WITHOUT ROWID;
CREATE INDEX tags_by_network ON tags (network);

-- The ids of networks that a network's genome was made of.
CREATE TABLE parents (
    parent TEXT NOT NULL,
    network INTEGER NOT NULL REFERENCES networks (key),
    PRIMARY KEY (parent, network)
) WITHOUT ROWID;
CREATE INDEX parents_by_network ON parents (network);

-- What a dataset is, a row for each property; a list of names is their number and the names.
CREATE TABLE dataset_properties (
    dataset INTEGER NOT NULL REFERENCES datasets (key),
    name TEXT NOT NULL,
    number REAL,
    text TEXT,
    PRIMARY KEY (dataset, name)
) WITHOUT ROWID;
CREATE INDEX dataset_properties_by_name ON dataset_properties (name, number);

-- Words in which a network is spoken of, by its key: names, notes, tags, why it was stopped. Only beginnings of single words are
-- asked for; those of up to twelve letters, which many words may have, are indexes of their own.
CREATE VIRTUAL TABLE network_text USING fts5 (
    words, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii', prefix = '1 2 3 4 5 6 7 8 9 10 11 12'
);
