-- Names are those of docs/glossary.md. The version before does not run beside this one.

ALTER TABLE vault RENAME TO vault_metadata;

-- The chain head: how many events the user's audit log has, and the MAC of the last one.
ALTER TABLE users RENAME COLUMN record_count TO chain_head_position;
ALTER TABLE users RENAME COLUMN record_mac TO chain_head_mac;
-- How many changes of accounts the audit log does not tell of. What a write was decided on holds only while both the chain head and
-- this are what they were.
ALTER TABLE users RENAME COLUMN moves TO unrecorded_changes;

-- Formats are described in docs/decisions/0022-one-user-store.md. A text is compared as it is, so the same state has one text.
ALTER TABLE accounts RENAME COLUMN refresh TO refresh_state;
ALTER TABLE accounts ALTER COLUMN refresh_state DROP DEFAULT;
UPDATE accounts
   SET refresh_state = CASE split_part(refresh_state, ' ', 1)
           WHEN 'I' THEN format('{"v":1,"state":"IDLE","notBefore":%s,"failures":%s}',
                                split_part(refresh_state, ' ', 2), split_part(refresh_state, ' ', 3))
           WHEN 'C' THEN format('{"v":1,"state":"CALLING","firstSentAt":%s,"deadline":%s,"failures":%s%s}',
                                split_part(refresh_state, ' ', 2), split_part(refresh_state, ' ', 3),
                                split_part(refresh_state, ' ', 4),
                                CASE split_part(refresh_state, ' ', 5)
                                    WHEN 'U' THEN format(',"before":{"state":"UNKNOWN","since":%s,"firstSentAt":%s,'
                                                         || '"notBefore":%s,"failures":%s}',
                                                         split_part(refresh_state, ' ', 6),
                                                         split_part(refresh_state, ' ', 7),
                                                         split_part(refresh_state, ' ', 8),
                                                         split_part(refresh_state, ' ', 9))
                                    ELSE ''
                                END)
           WHEN 'U' THEN format('{"v":1,"state":"UNKNOWN","since":%s,"firstSentAt":%s,"notBefore":%s,"failures":%s}',
                                split_part(refresh_state, ' ', 2), split_part(refresh_state, ' ', 3),
                                split_part(refresh_state, ' ', 4), split_part(refresh_state, ' ', 5))
           WHEN 'E' THEN format('{"v":1,"state":"ENDED","reason":"%s","since":%s}',
                                split_part(refresh_state, ' ', 2), split_part(refresh_state, ' ', 3))
           ELSE refresh_state
       END;

UPDATE accounts SET used_at = updated_at WHERE used_at IS NULL;
ALTER TABLE accounts ALTER COLUMN used_at SET NOT NULL;

-- Attempts live for an hour, and are in another format from now on: a user whose attempt is under way begins another one.
DELETE FROM connect_attempts;
ALTER TABLE connect_attempts RENAME COLUMN oauth_state TO oauth_state_sha256;
ALTER TABLE connect_attempts DROP COLUMN pending;
ALTER TABLE connect_attempts ADD COLUMN state text COLLATE "C" NOT NULL
    CHECK (state IN ('PENDING', 'RETURNED', 'EXCHANGING', 'COMPLETED', 'FAILED'));

ALTER TABLE obligations RENAME TO pending_revocations;
ALTER TABLE pending_revocations RENAME COLUMN obligation_id TO pending_revocation_id;

ALTER INDEX vault_pkey RENAME TO vault_metadata_pkey;
ALTER INDEX obligations_pkey RENAME TO pending_revocations_pkey;
