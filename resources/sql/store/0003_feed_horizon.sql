-- SPDX-License-Identifier: Apache-2.0
-- How far back the change feed reaches. Older cursors are answered with "take a snapshot".
ALTER TABLE feed ADD COLUMN horizon BIGINT NOT NULL DEFAULT 0;

-- Where the feed stood at a time: a change has no time of its own.
CREATE TABLE feed_mark (
    store_id TEXT NOT NULL REFERENCES store (store_id),
    at BIGINT NOT NULL,
    position BIGINT NOT NULL,
    PRIMARY KEY (store_id, at)
);
