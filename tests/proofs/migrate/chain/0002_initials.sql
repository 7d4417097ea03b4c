-- SPDX-License-Identifier: Apache-2.0
-- A column that is filled from another one, and a table that moves.
ALTER TABLE person ADD COLUMN initial TEXT NOT NULL DEFAULT '';
UPDATE person SET initial = substr(name, 1, 1);
CREATE TABLE remark (
    person_id BIGINT NOT NULL REFERENCES person (id),
    words TEXT NOT NULL
);
INSERT INTO remark (person_id, words) SELECT person_id, words FROM note;
DROP TABLE note;
