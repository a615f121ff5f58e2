-- Names are compared byte by byte, whatever collation the database has: users who look alike are different users.

-- One row for each user who ever had something written. Every write of a user replaces this row's record head, and takes
-- place only where the head is still the one that it was decided on: that makes the quota and the record exact.
CREATE TABLE users (
    user_id       text COLLATE "C" NOT NULL PRIMARY KEY,
    account_count bigint           NOT NULL CHECK (account_count >= 0),
    record_count  bigint           NOT NULL CHECK (record_count >= 1),
    record_mac    bytea            NOT NULL
);

-- All columns but the key and the sealed bytes are for showing: decisions are made on what is sealed.
CREATE TABLE accounts (
    user_id             text COLLATE "C" NOT NULL,
    provider            text COLLATE "C" NOT NULL,
    provider_account_id text COLLATE "C" NOT NULL,
    link_id             text COLLATE "C" NOT NULL,
    generation          bigint           NOT NULL CHECK (generation >= 1),
    -- Separated by spaces (RFC 6749 section 3.3).
    scopes              text COLLATE "C" NOT NULL,
    linked_by           text COLLATE "C" NOT NULL CHECK (linked_by IN ('TOKEN', 'CONNECT')),
    refreshable         boolean          NOT NULL,
    expires_at          timestamptz,
    linked_at           timestamptz      NOT NULL,
    updated_at          timestamptz      NOT NULL,
    sealed              bytea            NOT NULL CHECK (length(sealed) > 0),
    PRIMARY KEY (user_id, provider, provider_account_id),
    CHECK (updated_at >= linked_at)
);

CREATE TABLE audit_events (
    user_id             text COLLATE "C" NOT NULL,
    -- 1 for the first event of the user.
    position            bigint           NOT NULL CHECK (position >= 1),
    kind                text COLLATE "C" NOT NULL,
    outcome             text COLLATE "C" NOT NULL,
    occurred_at         timestamptz      NOT NULL,
    client_id           text COLLATE "C",
    provider            text COLLATE "C",
    provider_account_id text COLLATE "C",
    request_id          text COLLATE "C" NOT NULL,
    mac                 bytea            NOT NULL,
    PRIMARY KEY (user_id, position),
    CHECK ((provider IS NULL) = (provider_account_id IS NULL))
);

-- Facts about the whole vault, checked at each start: whose users these are, and which keys open what is here.
CREATE TABLE vault (
    name  text COLLATE "C" NOT NULL PRIMARY KEY,
    value bytea            NOT NULL
);
