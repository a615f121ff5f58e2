-- Every column that is added to a table has a default that the version before can live with: it goes on running beside this
-- one, and knows nothing of these columns.

-- How many changes of accounts there were that the record does not tell of. What a write was decided on holds only while both
-- the head and this are still what they were.
ALTER TABLE users ADD COLUMN moves bigint NOT NULL DEFAULT 0;

-- Where the refresh of the credentials stands: one text for each state, so that a conditional write can name the state.
ALTER TABLE accounts ADD COLUMN refresh text COLLATE "C" NOT NULL DEFAULT 'I 0 0';

-- Null in rows that the version before wrote: they count as used when they were updated.
ALTER TABLE accounts ADD COLUMN used_at timestamptz;

-- Attempts to connect an account: kept for an hour, and removed when others begin. An attempt is read whole or not at all, so
-- beside its text there are only the columns that it is looked for by.
CREATE TABLE connect_attempts (
    user_id     text COLLATE "C" NOT NULL,
    attempt_id  text COLLATE "C" NOT NULL,
    revision    bigint           NOT NULL CHECK (revision >= 1),
    pending     boolean          NOT NULL,
    -- The SHA-256 of the state parameter, in hexadecimal digits.
    oauth_state text COLLATE "C" NOT NULL UNIQUE,
    begun_at    timestamptz      NOT NULL,
    expires_at  timestamptz      NOT NULL,
    attempt     text COLLATE "C" NOT NULL,
    PRIMARY KEY (user_id, attempt_id)
);

CREATE INDEX connect_attempts_by_age ON connect_attempts (begun_at);

-- Grants that have to be given back. There are few of them, and each is looked at again and again until it is settled.
CREATE TABLE obligations (
    user_id             text COLLATE "C" NOT NULL,
    obligation_id       text COLLATE "C" NOT NULL,
    provider            text COLLATE "C" NOT NULL,
    provider_account_id text COLLATE "C" NOT NULL,
    link_id             text COLLATE "C" NOT NULL,
    generation          bigint           NOT NULL CHECK (generation >= 1),
    scope               text COLLATE "C" NOT NULL CHECK (scope IN ('TOKEN', 'GRANT', 'NONE')),
    since               timestamptz      NOT NULL,
    due_at              timestamptz      NOT NULL,
    failures            bigint           NOT NULL CHECK (failures >= 0),
    sealed              bytea            NOT NULL CHECK (length(sealed) > 0),
    PRIMARY KEY (user_id, obligation_id)
);
