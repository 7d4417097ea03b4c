-- SPDX-License-Identifier: Apache-2.0
-- One source for SQLite and PostgreSQL: ids are UUIDv7 text, times are milliseconds since 1970 in UTC, 0 for
-- "none", truth values are 0 and 1. Statements end with a semicolon at the end of a line.

CREATE TABLE store (
    store_id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    currency TEXT NOT NULL,
    support_email TEXT NOT NULL,
    comment_limit BIGINT NOT NULL,
    policy_mode TEXT NOT NULL,
    policy_window_minutes BIGINT NOT NULL,
    policy_deadline_hours BIGINT NOT NULL,
    policy_accepts_by_default BIGINT NOT NULL,
    policy_version BIGINT NOT NULL,
    is_demo BIGINT NOT NULL,
    created_at BIGINT NOT NULL
);

CREATE TABLE store_setting (
    store_id TEXT NOT NULL REFERENCES store (store_id),
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (store_id, name)
);

-- The counter of a store's change feed and the end of its audit chain. Locked last in every transaction that
-- changes the feed, so that positions become visible in their order.
CREATE TABLE feed (
    store_id TEXT NOT NULL PRIMARY KEY REFERENCES store (store_id),
    epoch TEXT NOT NULL,
    position BIGINT NOT NULL,
    tag TEXT NOT NULL,
    audit_sequence BIGINT NOT NULL,
    audit_hash TEXT NOT NULL
);

CREATE TABLE change (
    store_id TEXT NOT NULL REFERENCES store (store_id),
    position BIGINT NOT NULL,
    order_id TEXT NOT NULL,
    tag TEXT NOT NULL,
    removed BIGINT NOT NULL,
    PRIMARY KEY (store_id, position, order_id)
);

-- A store without rows of an audience uses the built-in list.
CREATE TABLE reason (
    store_id TEXT NOT NULL REFERENCES store (store_id),
    audience TEXT NOT NULL,
    code TEXT NOT NULL,
    language TEXT NOT NULL,
    text TEXT NOT NULL,
    place BIGINT NOT NULL,
    PRIMARY KEY (store_id, audience, code, language)
);

CREATE TABLE staff (
    store_id TEXT NOT NULL REFERENCES store (store_id),
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    email_key TEXT NOT NULL,
    role TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    is_disabled BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (store_id, id),
    UNIQUE (store_id, email_key)
);
CREATE INDEX staff_by_email ON staff (email_key);

CREATE TABLE session (
    store_id TEXT NOT NULL,
    token_hash TEXT NOT NULL PRIMARY KEY,
    staff_id TEXT NOT NULL,
    device TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    FOREIGN KEY (store_id, staff_id) REFERENCES staff (store_id, id)
);
CREATE INDEX session_by_staff ON session (store_id, staff_id);

-- Belongs to no store: nobody has signed in yet. The subject is "account:…" or "address:…".
CREATE TABLE sign_in_failure (
    subject TEXT NOT NULL PRIMARY KEY,
    failures BIGINT NOT NULL,
    last_at BIGINT NOT NULL
);

CREATE TABLE api_token (
    store_id TEXT NOT NULL REFERENCES store (store_id),
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    scopes TEXT NOT NULL,
    token_hash TEXT NOT NULL UNIQUE,
    created_at BIGINT NOT NULL,
    revoked_at BIGINT NOT NULL,
    PRIMARY KEY (store_id, id)
);

-- hold: id of the open cancellation. fulfilment: open (can be cancelled), left (something is on its way),
-- cancelled (nothing remains) or unknown. The document is the wire JSON of the whole order (ADR 1).
CREATE TABLE orders (
    store_id TEXT NOT NULL REFERENCES store (store_id),
    id TEXT NOT NULL,
    number TEXT NOT NULL,
    external_id TEXT NOT NULL,
    source TEXT NOT NULL,
    source_version BIGINT NOT NULL,
    version BIGINT NOT NULL,
    placed_at BIGINT NOT NULL,
    hold TEXT NOT NULL,
    fulfilment TEXT NOT NULL,
    payment TEXT NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (store_id, id),
    UNIQUE (store_id, external_id)
);
CREATE INDEX orders_by_age ON orders (store_id, placed_at, id);
CREATE INDEX orders_by_number ON orders (store_id, number);

CREATE TABLE cancellation (
    store_id TEXT NOT NULL,
    id TEXT NOT NULL,
    order_id TEXT NOT NULL,
    operation TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    state TEXT NOT NULL,
    needs_decision BIGINT NOT NULL,
    accepts_by_default BIGINT NOT NULL,
    refund_state TEXT NOT NULL,
    reason_code TEXT NOT NULL,
    requested_at BIGINT NOT NULL,
    deadline BIGINT NOT NULL,
    not_before BIGINT NOT NULL,
    attempts BIGINT NOT NULL,
    PRIMARY KEY (store_id, id),
    UNIQUE (store_id, operation),
    FOREIGN KEY (store_id, order_id) REFERENCES orders (store_id, id)
);
CREATE INDEX cancellation_by_order ON cancellation (store_id, order_id);
CREATE INDEX cancellation_open ON cancellation (store_id, state, not_before) WHERE state IN ('requested', 'processing');

-- The store's outbox. state: due, running, done, refused, manual (staff have to do it).
CREATE TABLE effect (
    store_id TEXT NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    order_id TEXT NOT NULL,
    cancellation_id TEXT NOT NULL,
    template TEXT NOT NULL,
    amount BIGINT NOT NULL,
    unique_key TEXT NOT NULL,
    state TEXT NOT NULL,
    attempts BIGINT NOT NULL,
    not_before BIGINT NOT NULL,
    detail TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (store_id, id),
    UNIQUE (store_id, unique_key),
    FOREIGN KEY (store_id, order_id) REFERENCES orders (store_id, id)
);
CREATE INDEX effect_open ON effect (store_id, not_before) WHERE state IN ('due', 'running');
CREATE INDEX effect_by_cancellation ON effect (store_id, cancellation_id);

CREATE TABLE idempotency (
    store_id TEXT NOT NULL REFERENCES store (store_id),
    principal TEXT NOT NULL,
    key TEXT NOT NULL,
    route TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    status BIGINT NOT NULL,
    headers TEXT NOT NULL,
    body TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (store_id, principal, key)
);
CREATE INDEX idempotency_by_age ON idempotency (created_at);

CREATE TABLE customer_link (
    store_id TEXT NOT NULL,
    token_hash TEXT NOT NULL PRIMARY KEY,
    order_id TEXT NOT NULL,
    generation BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    revoked BIGINT NOT NULL,
    FOREIGN KEY (store_id, order_id) REFERENCES orders (store_id, id)
);
CREATE INDEX customer_link_by_order ON customer_link (store_id, order_id);

CREATE TABLE audit (
    store_id TEXT NOT NULL REFERENCES store (store_id),
    sequence BIGINT NOT NULL,
    at BIGINT NOT NULL,
    actor_kind TEXT NOT NULL,
    actor_id TEXT NOT NULL,
    action TEXT NOT NULL,
    object TEXT NOT NULL,
    detail TEXT NOT NULL,
    prev_hash TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (store_id, sequence)
);

CREATE TABLE engine (
    store_id TEXT NOT NULL REFERENCES store (store_id),
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    url TEXT NOT NULL,
    user_name TEXT NOT NULL,
    sealed_secret TEXT NOT NULL,
    channel TEXT NOT NULL,
    position TEXT NOT NULL,
    state TEXT NOT NULL,
    state_detail TEXT NOT NULL,
    state_at BIGINT NOT NULL,
    PRIMARY KEY (store_id, id)
);

CREATE TABLE webhook_event (
    store_id TEXT NOT NULL REFERENCES store (store_id),
    engine_id TEXT NOT NULL,
    event_id TEXT NOT NULL,
    received_at BIGINT NOT NULL,
    PRIMARY KEY (store_id, engine_id, event_id)
);

CREATE TABLE mailbox (
    store_id TEXT NOT NULL REFERENCES store (store_id),
    id TEXT NOT NULL,
    order_id TEXT NOT NULL,
    template TEXT NOT NULL,
    recipient TEXT NOT NULL,
    subject TEXT NOT NULL,
    text_body TEXT NOT NULL,
    html_body TEXT NOT NULL,
    message_id TEXT NOT NULL,
    sent_at BIGINT NOT NULL,
    PRIMARY KEY (store_id, id),
    UNIQUE (store_id, message_id)
);

-- Refunds and restocked goods of orders that have no engine.
CREATE TABLE ledger (
    store_id TEXT NOT NULL,
    unique_key TEXT NOT NULL,
    kind TEXT NOT NULL,
    order_id TEXT NOT NULL,
    amount BIGINT NOT NULL,
    booked_at BIGINT NOT NULL,
    PRIMARY KEY (store_id, unique_key),
    FOREIGN KEY (store_id, order_id) REFERENCES orders (store_id, id)
);
