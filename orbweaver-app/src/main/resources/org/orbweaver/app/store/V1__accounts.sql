-- One text for SQLite and PostgreSQL. Times are nanoseconds since the Unix epoch, UTC.
-- An id is a text that sorts by its bytes on both.

CREATE TABLE counters (
  prefix ${id} PRIMARY KEY,
  given BIGINT NOT NULL CHECK (given >= 1)
);

CREATE TABLE ledger_mark (
  only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
  origin TEXT NOT NULL,
  size BIGINT NOT NULL CHECK (size >= 0)
);

CREATE TABLE funding_terms (
  only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
  at_risk_ns BIGINT NOT NULL,
  grace_ns BIGINT NOT NULL,
  limited_ns BIGINT NOT NULL
);

CREATE TABLE accounts (
  number ${id} PRIMARY KEY,
  name TEXT NOT NULL,
  region TEXT NOT NULL,
  opened_ns BIGINT NOT NULL
);

CREATE TABLE addresses (
  id ${id} PRIMARY KEY,
  account ${id} NOT NULL REFERENCES accounts (number),
  lat_rad DOUBLE PRECISION NOT NULL,
  lon_rad DOUBLE PRECISION NOT NULL,
  alt_m DOUBLE PRECISION NOT NULL,
  lines TEXT NOT NULL,
  region TEXT NOT NULL
);
CREATE INDEX addresses_of ON addresses (account);

CREATE TABLE plans (
  id ${id} PRIMARY KEY,
  name TEXT NOT NULL,
  minor BIGINT NOT NULL CHECK (minor >= 0),
  currency TEXT NOT NULL,
  most_terminals INTEGER NOT NULL CHECK (most_terminals >= 1),
  down_bps BIGINT NOT NULL,
  up_bps BIGINT NOT NULL,
  priority_bytes BIGINT NOT NULL
);

CREATE TABLE payers (
  id ${id} PRIMARY KEY,
  name TEXT NOT NULL,
  since_ns BIGINT NOT NULL,
  leaves_ns BIGINT
);

CREATE TABLE lines (
  number ${id} PRIMARY KEY,
  account ${id} NOT NULL REFERENCES accounts (number),
  address TEXT NOT NULL REFERENCES addresses (id),
  plan TEXT NOT NULL REFERENCES plans (id),
  service_class TEXT NOT NULL,
  nickname TEXT NOT NULL,
  start_ns BIGINT NOT NULL,
  end_ns BIGINT,
  funding TEXT NOT NULL,
  funding_since_ns BIGINT NOT NULL,
  payer TEXT REFERENCES payers (id),
  successor TEXT REFERENCES payers (id),
  paid_until_ns BIGINT NOT NULL
);
CREATE INDEX lines_of ON lines (account);

CREATE TABLE contracts (
  id ${id} PRIMARY KEY,
  payer TEXT NOT NULL REFERENCES payers (id),
  line ${id} NOT NULL REFERENCES lines (number),
  from_ns BIGINT NOT NULL,
  until_ns BIGINT,
  minor BIGINT NOT NULL CHECK (minor >= 0),
  currency TEXT NOT NULL
);
CREATE INDEX contracts_of ON contracts (line);

CREATE TABLE donations (
  id ${id} PRIMARY KEY,
  donor TEXT NOT NULL,
  purpose TEXT NOT NULL,
  pledged INTEGER NOT NULL CHECK (pledged >= 1),
  at_ns BIGINT NOT NULL,
  promise TEXT NOT NULL
);

CREATE TABLE terminals (
  id ${id} PRIMARY KEY,
  kit_serial TEXT NOT NULL UNIQUE,
  dish_serial TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL,
  since_ns BIGINT NOT NULL,
  line ${id} REFERENCES lines (number),
  donation TEXT REFERENCES donations (id)
);
CREATE INDEX terminals_of ON terminals (line);

CREATE TABLE terminal_events (
  terminal ${id} NOT NULL REFERENCES terminals (id),
  place INTEGER NOT NULL,
  at_ns BIGINT NOT NULL,
  state TEXT NOT NULL,
  line ${id},
  note TEXT NOT NULL,
  PRIMARY KEY (terminal, place)
);

CREATE TABLE authorisations (
  id ${id} PRIMARY KEY,
  terminal ${id} NOT NULL,
  kind TEXT NOT NULL,
  from_ns BIGINT NOT NULL,
  until_ns BIGINT,
  basis TEXT NOT NULL,
  revoked_ns BIGINT
);
CREATE INDEX authorisations_of ON authorisations (terminal);

CREATE TABLE reviews (
  id ${id} PRIMARY KEY,
  terminal ${id} NOT NULL REFERENCES terminals (id),
  lat_rad DOUBLE PRECISION NOT NULL,
  lon_rad DOUBLE PRECISION NOT NULL,
  alt_m DOUBLE PRECISION NOT NULL,
  beyond_m DOUBLE PRECISION NOT NULL,
  opened_ns BIGINT NOT NULL,
  outcome TEXT NOT NULL,
  note TEXT NOT NULL
);
CREATE INDEX reviews_of ON reviews (terminal);

CREATE TABLE allow_lists (
  id ${id} PRIMARY KEY,
  area TEXT NOT NULL,
  announced_ns BIGINT NOT NULL,
  listed TEXT NOT NULL,
  waves TEXT NOT NULL,
  enforced INTEGER NOT NULL CHECK (enforced >= 0),
  rehearsed_ns BIGINT,
  rehearsed_wave INTEGER,
  rehearsed_cut TEXT
);
CREATE INDEX allow_lists_of ON allow_lists (area);

CREATE TABLE seals (
  subject ${id} PRIMARY KEY,
  content_class TEXT NOT NULL,
  reveal TEXT NOT NULL,
  salt TEXT NOT NULL,
  content TEXT NOT NULL
);

CREATE TABLE notices (
  line ${id} NOT NULL REFERENCES lines (number),
  since_ns BIGINT NOT NULL,
  days_ahead INTEGER NOT NULL,
  state TEXT NOT NULL,
  next TEXT,
  next_ns BIGINT NOT NULL,
  sent_ns BIGINT NOT NULL,
  PRIMARY KEY (line, since_ns, days_ahead)
);

CREATE TABLE readings (
  terminal ${id} PRIMARY KEY REFERENCES terminals (id),
  read_ns BIGINT NOT NULL,
  down_bytes BIGINT NOT NULL,
  up_bytes BIGINT NOT NULL
);

CREATE TABLE daily_usage (
  line ${id} NOT NULL REFERENCES lines (number),
  day TEXT NOT NULL,
  down_bytes BIGINT NOT NULL,
  up_bytes BIGINT NOT NULL,
  PRIMARY KEY (line, day)
);
