-- What several machines have to do, a row a path and settings (16 hex digits of reading and extraction key): who does it, how often it was begun,
-- and whether it came to an end. held: its bytes are those of another path that is being done; noted as its duplicate when that is.
CREATE TABLE work (
    path TEXT NOT NULL,
    settings TEXT NOT NULL,
    name TEXT NOT NULL,
    sha256 TEXT,
    bytes BIGINT,
    modified BIGINT,
    run BIGINT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    number BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('queued', 'running', 'held', 'done', 'failed')),
    attempts BIGINT NOT NULL,
    worker TEXT,
    started TEXT,
    finished TEXT,
    PRIMARY KEY (path, settings)
) /*clustered*/;
CREATE INDEX work_content ON work (sha256, settings);
CREATE INDEX work_outstanding ON work (run, state) WHERE state IN ('queued', 'running', 'held');
CREATE INDEX work_finished ON work (finished);

-- Runs whose work is done by workers. closed: all of it is registered and sent; the steps over the whole store may follow once none is outstanding.
CREATE TABLE work_runs (
    run BIGINT PRIMARY KEY REFERENCES runs (id) ON DELETE CASCADE,
    settings TEXT NOT NULL,
    closed BIGINT NOT NULL
);
