-- Queue within held-out episodes: the mean of each minute of simulated time, in vehicles per signal link; empty for
-- scenarios without signals, and for episodes of versions before.
alter table evaluation add column queue_by_minute double precision[] not null default '{}';
