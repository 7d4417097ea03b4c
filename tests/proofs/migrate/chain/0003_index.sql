-- SPDX-License-Identifier: Apache-2.0
CREATE INDEX remark_by_person ON remark (person_id);
INSERT INTO person (id, name, initial) VALUES (3, 'Karen', 'K');
UPDATE person SET name = name || '!' WHERE id < 3;
