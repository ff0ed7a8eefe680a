-- How often workers could not read the bytes of a path, which may be their fault and not the path's.
ALTER TABLE work ADD COLUMN unread BIGINT NOT NULL DEFAULT 0;
