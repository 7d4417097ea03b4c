-- SPDX-License-Identifier: Apache-2.0
-- Webhooks of engines, and which process pulls them.

-- Sealed; empty: the engine sends no webhooks.
ALTER TABLE engine ADD COLUMN sealed_webhook_secret TEXT NOT NULL DEFAULT '';

-- Orders that a webhook named and nobody has looked at yet; '' stands for "look at once, whatever it is".
CREATE TABLE engine_wake (
    store_id TEXT NOT NULL REFERENCES store (store_id),
    engine_id TEXT NOT NULL,
    external_id TEXT NOT NULL,
    PRIMARY KEY (store_id, engine_id, external_id)
);

-- Work that only one process may do at a time. A holder that died is followed when its time is over.
CREATE TABLE lease (
    store_id TEXT NOT NULL REFERENCES store (store_id),
    name TEXT NOT NULL,
    holder TEXT NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (store_id, name)
);

CREATE INDEX webhook_event_by_age ON webhook_event (received_at);
