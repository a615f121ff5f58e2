-- How often a user's requests were refused: one row for each kind of request and each reason, however many there were.
CREATE TABLE refusals (
    user_id       text COLLATE "C" NOT NULL,
    kind          text COLLATE "C" NOT NULL,
    outcome       text COLLATE "C" NOT NULL,
    refusal_count bigint           NOT NULL CHECK (refusal_count >= 1),
    first_at      timestamptz      NOT NULL,
    last_at       timestamptz      NOT NULL,
    client_id     text COLLATE "C",
    request_id    text COLLATE "C" NOT NULL,
    PRIMARY KEY (user_id, kind, outcome)
);
