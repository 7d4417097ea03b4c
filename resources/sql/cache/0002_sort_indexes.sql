-- SPDX-License-Identifier: Apache-2.0
-- Every index that the table is sorted by also holds what it is filtered by: a filter that passes one order in
-- hundreds is answered by walking the index without touching a row. Measured in docs/performance.md.

DROP INDEX orders_by_number;
DROP INDEX orders_by_customer;
DROP INDEX orders_by_item_status;
DROP INDEX orders_by_payment_status;
DROP INDEX orders_by_amount;

CREATE INDEX orders_by_place ON orders (place, item_status, payment_status);
CREATE INDEX orders_by_number ON orders (number_key, place, item_status, payment_status);
CREATE INDEX orders_by_customer ON orders (customer_key, place, item_status, payment_status);
CREATE INDEX orders_by_item_status ON orders (item_status, place, payment_status);
CREATE INDEX orders_by_payment_status ON orders (payment_status, place, item_status);
CREATE INDEX orders_by_amount ON orders (currency, total_minor, place, item_status, payment_status);

-- How many orders a filter by both statuses passes, and which when they are few.
CREATE INDEX orders_by_statuses ON orders (item_status, payment_status, place);
