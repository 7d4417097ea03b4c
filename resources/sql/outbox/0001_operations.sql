-- SPDX-License-Identifier: Apache-2.0
-- What people asked for and the store may not have yet. Never deleted by a repair.

CREATE TABLE operations (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    operation TEXT NOT NULL UNIQUE,
    store_id TEXT NOT NULL,
    staff_id TEXT NOT NULL,
    order_id TEXT NOT NULL,
    order_number TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('held', 'queued', 'sending', 'sent', 'confirmed', 'refused', 'undone', 'closed')),
    reason_code TEXT NOT NULL,
    comments TEXT NOT NULL,
    body BLOB NOT NULL,
    queued_at INTEGER NOT NULL,
    held_until INTEGER NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    cancellation_id TEXT NOT NULL DEFAULT '',
    problem TEXT NOT NULL DEFAULT '',
    changed_at INTEGER NOT NULL
);

CREATE INDEX operations_by_state ON operations (state, sequence);
