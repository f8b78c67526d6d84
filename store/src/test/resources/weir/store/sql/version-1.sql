-- A store as version 1 wrote it. HEX(..) stands for octets. Not to be altered: it is what is out there.
CREATE TABLE migration (number INTEGER NOT NULL PRIMARY KEY);
INSERT INTO migration (number) VALUES (1);
CREATE TABLE kept (
  shelf TEXT NOT NULL,
  id OCTETS NOT NULL,
  version BIGINT NOT NULL,
  body OCTETS NOT NULL,
  PRIMARY KEY (shelf, id)
);
CREATE TABLE snapshot (
  name TEXT NOT NULL,
  part INTEGER NOT NULL,
  content OCTETS NOT NULL,
  PRIMARY KEY (name, part)
);
CREATE TABLE log (
  name TEXT NOT NULL PRIMARY KEY,
  last BIGINT NOT NULL
);
CREATE TABLE line (
  log TEXT NOT NULL,
  number BIGINT NOT NULL,
  body OCTETS NOT NULL,
  PRIMARY KEY (log, number)
);
INSERT INTO kept (shelf, id, version, body) VALUES ('account', HEX(616e6e), 3, HEX(7b7d));
INSERT INTO snapshot (name, part, content) VALUES ('state', 0, HEX(0102));
INSERT INTO snapshot (name, part, content) VALUES ('state', 1, HEX(03));
INSERT INTO log (name, last) VALUES ('audit', 8);
INSERT INTO line (log, number, body) VALUES ('audit', 7, HEX(736576656e));
INSERT INTO line (log, number, body) VALUES ('audit', 8, HEX(6569676874));
