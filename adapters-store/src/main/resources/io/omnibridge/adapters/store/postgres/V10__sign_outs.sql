-- When each user signed out everywhere last. The version before goes on running beside this one, and knows nothing of this table.
CREATE TABLE sign_outs (
    user_id       text COLLATE "C" NOT NULL PRIMARY KEY,
    signed_out_at timestamptz      NOT NULL,
    -- When the time of an erased user is forgotten; null of all others.
    forget_at     timestamptz
);

CREATE INDEX sign_outs_of_erased_users ON sign_outs (forget_at) WHERE forget_at IS NOT NULL;
