-- SPDX-License-Identifier: Apache-2.0
CREATE TABLE person (
    id BIGINT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL
);
INSERT INTO person (id, name) VALUES (1, 'Ada');
INSERT INTO person (id, name) VALUES (2, 'Grace');
CREATE TABLE note (person_id BIGINT NOT NULL, words TEXT NOT NULL);
INSERT INTO note (person_id, words) VALUES (1, 'first; and last');
