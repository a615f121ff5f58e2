-- The minute in which the data of the account was last used. Null before the first use, and in rows that the version before writes, which goes
-- on running beside this one.
ALTER TABLE accounts ADD COLUMN data_used_at timestamptz;
