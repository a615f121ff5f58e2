-- What the provider calls the account, for showing: a copy of what is sealed. Null in rows that the version before writes, which goes on running
-- beside this one.
ALTER TABLE accounts ADD COLUMN label text COLLATE "C";
