-- Statements end at a semicolon that ends a line. OCTETS stands for BLOB in SQLite and BYTEA in PostgreSQL.
-- Ids and bodies are the octets of UTF-8: their order is that of the octets, and any character can be kept.
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
-- the number of the last line that was ever appended: it stays when lines are forgotten
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
