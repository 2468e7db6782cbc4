-- What held-out episodes did over their time, such as persons by state: named series with their lines and limits;
-- empty for scenarios that record none, and for episodes of versions before.
alter table evaluation add column series jsonb not null default '[]';
