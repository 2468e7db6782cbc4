-- The final policy of a run is chosen on validation seeds. Runs from before took their last checkpoint: the defaults
-- say so, and stay for services of a version before that share this database during an update.
alter table run
    add column validation_seeds integer not null default 0 check (validation_seeds >= 0),
    add column candidates       integer not null default 1 check (candidates > 0),
    add column validated        integer not null default 0,
    add column validations      integer not null default 0,
    add column selection        jsonb;
comment on column run.validated is 'validation episodes played, of validations';
comment on column run.selection is 'which policy was chosen and why; null while that is open, or was not asked for';

alter table checkpoint
    add column candidate boolean not null default false,
    add column policy    boolean not null default false;
comment on column checkpoint.candidate is 'kept until the final policy is chosen';
comment on column checkpoint.policy is 'the final policy: evaluated and deployed, never learned from';
alter table checkpoint drop constraint checkpoint_run_id_rounds_key;
create unique index checkpoint_of_round on checkpoint (run_id, rounds) where not policy;
create unique index checkpoint_policy on checkpoint (run_id) where policy;
