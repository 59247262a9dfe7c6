-- What questions about hyper-parameters, graphs and curves read. All of it follows from the trails, and is filled in when the commons
-- is opened next.

-- How networks are trained; the document is the whole configuration.
CREATE TABLE trainings (
    key BIGINT PRIMARY KEY,
    document TEXT COLLATE "C" NOT NULL UNIQUE,
    optimizer TEXT COLLATE "C" NOT NULL,
    learning_rate DOUBLE PRECISION NOT NULL,
    momentum DOUBLE PRECISION,
    weight_decay DOUBLE PRECISION NOT NULL,
    batch_size INTEGER NOT NULL,
    schedule TEXT COLLATE "C" NOT NULL,
    gradient_clip DOUBLE PRECISION NOT NULL,
    retention TEXT COLLATE "C" NOT NULL
);

-- Graphs by small numbers, in the order in which they came and without gaps. Counts are a JSON object.
CREATE TABLE graphs (
    key BIGINT PRIMARY KEY,
    hash TEXT COLLATE "C" NOT NULL UNIQUE REFERENCES architectures (hash),
    layers INTEGER NOT NULL,
    depth INTEGER NOT NULL,
    counts TEXT COLLATE "C" NOT NULL
);
CREATE INDEX graphs_by_layers ON graphs (layers);
CREATE INDEX graphs_by_depth ON graphs (depth);

-- Labels of the Weisfeiler-Lehman kernel, each with its count: of 1,024 graphs together, label by label, and of those one by one that
-- came after the last segment.
CREATE TABLE graph_labels (
    graph BIGINT PRIMARY KEY REFERENCES graphs (key),
    labels BYTEA NOT NULL
);
CREATE TABLE graph_segments (
    segment INTEGER PRIMARY KEY,
    labels BYTEA NOT NULL
);

ALTER TABLE networks ADD COLUMN graph BIGINT REFERENCES graphs (key);
ALTER TABLE networks ADD COLUMN training BIGINT REFERENCES trainings (key);
CREATE INDEX networks_by_graph ON networks (graph);
CREATE INDEX networks_by_training ON networks (training);
CREATE INDEX networks_by_dataset ON networks (dataset);
CREATE INDEX networks_by_measure ON networks (measure, direction);
CREATE INDEX networks_by_shape ON networks (shape) WHERE shape IS NOT NULL;
CREATE INDEX networks_by_status ON networks (status);
CREATE INDEX networks_by_mflops ON networks (mflops, key);
CREATE INDEX networks_by_parameters ON networks (parameters, key);
CREATE INDEX networks_by_fitness ON networks (fitness, key);
CREATE INDEX networks_by_best ON networks (best_value, key);
CREATE INDEX networks_by_last ON networks (last_value, key);
CREATE INDEX networks_by_epochs ON networks (epochs, key);
CREATE INDEX networks_by_age ON networks (created, key);

-- Curves of 1,024 networks next to each other by key, epoch by epoch. A segment's curves of a measure stand in columns, or are
-- read row by row where they share few epochs.
CREATE TABLE curve_segments (
    measure TEXT COLLATE "C" NOT NULL,
    segment INTEGER NOT NULL,
    layout TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (measure, segment)
);
CREATE INDEX curve_segments_by_segment ON curve_segments (segment);

-- 1,024 big-endian doubles, NaN where there is no value; epoch -1 are the best values, -2 the last ones.
CREATE TABLE curve_columns (
    measure TEXT COLLATE "C" NOT NULL,
    segment INTEGER NOT NULL,
    epoch DOUBLE PRECISION NOT NULL,
    readings BYTEA NOT NULL,
    PRIMARY KEY (measure, segment, epoch)
);

-- Networks whose curves are not, or no longer, what the columns say.
CREATE TABLE uncovered_curves (
    network BIGINT PRIMARY KEY
);
INSERT INTO uncovered_curves (network) SELECT DISTINCT network FROM curves;

-- Doubles hardly become smaller, and reading parts of what is not compressed is fast.
ALTER TABLE curve_columns ALTER COLUMN readings SET STORAGE EXTERNAL;
ALTER TABLE graph_segments ALTER COLUMN labels SET STORAGE EXTERNAL;

UPDATE schema_version SET version = 3;
