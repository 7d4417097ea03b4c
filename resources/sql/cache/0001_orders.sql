-- SPDX-License-Identifier: Apache-2.0
-- The console's picture of the store. Everything in this file can be fetched again.

CREATE TABLE meta (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

-- place = seconds of the order's time * 16 + tie, so that newest first needs no sort.
-- What a row of the table shows and what it can be filtered and sorted by; narrow, because it is scanned.
-- Enumerations are the numbers of mc::ItemStatus, mc::PaymentStatus and mc::CancelObstacle.
CREATE TABLE orders (
    place INTEGER PRIMARY KEY,
    order_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    generation INTEGER NOT NULL,
    number TEXT NOT NULL,
    number_key TEXT NOT NULL,
    customer_name TEXT NOT NULL,
    customer_email TEXT NOT NULL,
    customer_key TEXT NOT NULL,
    placed_at INTEGER NOT NULL,
    first_item TEXT NOT NULL,
    item_count INTEGER NOT NULL,
    item_status INTEGER NOT NULL,
    payment_status INTEGER NOT NULL,
    currency TEXT NOT NULL,
    total_minor INTEGER NOT NULL,
    obstacle INTEGER NOT NULL,
    attention INTEGER NOT NULL,
    ended_at INTEGER
);

CREATE UNIQUE INDEX orders_by_id ON orders (order_id);
CREATE INDEX orders_by_number ON orders (number_key);
CREATE INDEX orders_by_customer ON orders (customer_key);
CREATE INDEX orders_by_item_status ON orders (item_status);
CREATE INDEX orders_by_payment_status ON orders (payment_status);
CREATE INDEX orders_by_amount ON orders (currency, total_minor);
CREATE INDEX orders_with_attention ON orders (attention) WHERE attention <> 0;
CREATE INDEX orders_by_end ON orders (ended_at) WHERE ended_at IS NOT NULL;

-- The wire document of each order, beside the narrow rows so that a scan does not read it.
CREATE TABLE documents (
    place INTEGER PRIMARY KEY,
    document BLOB NOT NULL
);

-- Orders that were removed while a snapshot is still coming in.
CREATE TABLE tombstones (
    order_id TEXT PRIMARY KEY
) WITHOUT ROWID;

-- Contentless: a row is removed with its exact old text, computed from documents in the same transaction.
CREATE VIRTUAL TABLE search USING fts5 (
    words, content='', detail=none, columnsize=0, prefix='1 2 3 4 5 6', tokenize='unicode61 remove_diacritics 2'
);
