-- What people say of networks later, what became of them, and what they are found by.
-- The rows for what is known already are written when the commons is opened next, because ledger.derived is behind then.

UPDATE schema_version SET version = 2;

-- Which version of Plateau's derived rows this database has, and how many bytes of annotations.jsonl are indexed.
ALTER TABLE ledger ADD COLUMN derived INTEGER NOT NULL DEFAULT 1;
ALTER TABLE ledger ADD COLUMN annotated BIGINT NOT NULL DEFAULT 0;

-- The name that someone gave it, and the kind of its fitness curve once its training has ended.
ALTER TABLE networks ADD COLUMN name TEXT COLLATE "C";
ALTER TABLE networks ADD COLUMN shape TEXT COLLATE "C";
CREATE INDEX networks_by_name ON networks (name) WHERE name IS NOT NULL;

-- Networks by id, because an annotation may be here before its network.
CREATE TABLE annotations (
    key TEXT COLLATE "C" PRIMARY KEY,
    network TEXT COLLATE "C" NOT NULL,
    author TEXT COLLATE "C" NOT NULL,
    time BIGINT NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    text TEXT COLLATE "C" NOT NULL,
    other TEXT COLLATE "C"
);
CREATE INDEX annotations_by_network ON annotations (network, time);
CREATE INDEX annotations_by_other ON annotations (other) WHERE other IS NOT NULL;

-- The tags that networks have now.
CREATE TABLE tags (
    tag TEXT COLLATE "C" NOT NULL,
    network BIGINT NOT NULL REFERENCES networks (key),
    PRIMARY KEY (tag, network)
);
CREATE INDEX tags_by_network ON tags (network);

-- The ids of networks that a network's genome was made of.
CREATE TABLE parents (
    parent TEXT COLLATE "C" NOT NULL,
    network BIGINT NOT NULL REFERENCES networks (key),
    PRIMARY KEY (parent, network)
);
CREATE INDEX parents_by_network ON parents (network);

-- What a dataset is, a row for each property; a list of names is their number and the names.
CREATE TABLE dataset_properties (
    dataset BIGINT NOT NULL REFERENCES datasets (key),
    name TEXT COLLATE "C" NOT NULL,
    number DOUBLE PRECISION,
    text TEXT COLLATE "C",
    PRIMARY KEY (dataset, name)
);
CREATE INDEX dataset_properties_by_name ON dataset_properties (name, number);

-- Words in which a network is spoken of: names, notes, tags, why it was stopped. Only single words are asked for.
CREATE TABLE network_text (
    network BIGINT PRIMARY KEY REFERENCES networks (key),
    words TSVECTOR NOT NULL
);
CREATE INDEX network_text_words ON network_text USING GIN (words) WITH (fastupdate = off);
