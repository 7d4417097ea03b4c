-- SPDX-License-Identifier: Apache-2.0
-- What is due next is asked after every commit: one look at each of these, where cancellation_open was gone through
-- whole. Each cancellation stands in one of them at most.
DROP INDEX cancellation_open;
CREATE INDEX cancellation_due ON cancellation (store_id, not_before) WHERE state IN ('requested', 'processing') AND needs_decision = 0;
CREATE INDEX cancellation_undecided ON cancellation (store_id, deadline) WHERE state = 'requested' AND needs_decision = 1;
