-- What a run in training does now, so that minutes without a finished round have a name and a progress.
alter table run add column stage jsonb;
comment on column run.stage is 'kind of work, rule of demonstrations, episodes of the round that are over, since when';
