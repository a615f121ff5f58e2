-- The version before goes on running beside this one, and knows nothing of these tables.

-- One row for each user with uses: the head of the chain of receipts, apart from that of changes, so that neither waits for the other.
CREATE TABLE use_logs (
    user_id             text COLLATE "C" NOT NULL PRIMARY KEY,
    chain_head_position bigint           NOT NULL CHECK (chain_head_position >= 1),
    chain_head_mac      bytea            NOT NULL,
    -- Where the log begins after it was pruned: the newest receipt that was removed, and a MAC over these columns.
    base_position       bigint CHECK (base_position >= 1),
    base_position_mac   bytea,
    base_pruned_before  timestamptz,
    base_mac            bytea,
    CHECK (num_nulls(base_position, base_position_mac, base_pruned_before, base_mac) IN (0, 4))
);

CREATE TABLE use_receipts (
    user_id  text COLLATE "C" NOT NULL,
    -- 1 for the first receipt of the user.
    position bigint           NOT NULL CHECK (position >= 1),
    receipt  text COLLATE "C" NOT NULL,
    mac      bytea            NOT NULL,
    PRIMARY KEY (user_id, position)
);

-- The terms are sealed. Decisions about a use are made on them; the expiry here is a copy, for removal.
CREATE TABLE leases (
    user_id    text COLLATE "C" NOT NULL,
    lease_id   text COLLATE "C" NOT NULL,
    expires_at timestamptz      NOT NULL,
    sealed     bytea            NOT NULL CHECK (length(sealed) > 0),
    used       bigint           NOT NULL CHECK (used >= 0),
    ended_at   timestamptz,
    PRIMARY KEY (user_id, lease_id)
);

-- The lease that the event concerns.
ALTER TABLE audit_events ADD COLUMN lease_id text COLLATE "C";
