-- All columns are null in events that the version before writes: their MACs are of the chain's first format. It goes on running
-- beside this one, and knows nothing of these columns.

-- USER, BROWSER, SERVICE or OPERATOR; the name is that of the job or the command, and client_id that of a user's client.
ALTER TABLE audit_events ADD COLUMN actor text COLLATE "C";
ALTER TABLE audit_events ADD COLUMN actor_name text COLLATE "C";

-- The connect attempt that the event concerns, and why the action ended it.
ALTER TABLE audit_events ADD COLUMN attempt_id text COLLATE "C";
ALTER TABLE audit_events ADD COLUMN attempt_provider text COLLATE "C";
ALTER TABLE audit_events ADD COLUMN reason text COLLATE "C";
