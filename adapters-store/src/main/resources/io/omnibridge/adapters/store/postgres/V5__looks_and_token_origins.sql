-- Both columns may be null, so that the version before, which knows nothing of them, can go on writing rows.

-- When the owner last looked at the account. A row without it counts as seen when it was updated.
ALTER TABLE accounts ADD COLUMN seen_at timestamptz;

-- Digest of the client and server that issued the credentials, to show whether OmniBridge can refresh them. Null where a client
-- handed them over, and in older rows until their next refresh.
ALTER TABLE accounts ADD COLUMN token_origin bigint;
