-- SPDX-License-Identifier: Apache-2.0
-- 1: the customer's data was erased; what the source tells about the customer is not taken again.
ALTER TABLE orders ADD COLUMN erased BIGINT NOT NULL DEFAULT 0;
