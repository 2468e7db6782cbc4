-- Episodes filmed second by second, to be looked at again.

create table recording (
    id            uuid primary key,
    name          text not null,
    scenario      text not null,
    -- One of the two: a rule by name, or a checkpoint. Not a reference: checkpoints go while recordings stay.
    rule          text,
    checkpoint_id uuid,
    seed          bigint not null,
    seconds       integer not null,
    created_at    timestamptz not null,
    state         text not null check (state in ('RECORDING', 'READY', 'FAILED')),
    message       text not null,
    service       text not null,
    check ((rule is null) <> (checkpoint_id is null))
);
create index recording_by_age on recording (created_at desc, id);

create table recording_part (
    recording_id  uuid not null references recording on delete cascade,
    part          integer not null,
    frames        integer not null,
    first_seconds double precision not null,
    last_seconds  double precision not null,
    -- The frames as JSON, packed by gzip.
    content       bytea not null,
    primary key (recording_id, part)
);
-- It is packed already.
alter table recording_part alter column content set storage external;

-- The page of runs asks for one scenario or algorithm.
create index run_by_scenario on run (scenario, created_at desc);
create index run_by_algorithm on run (algorithm, created_at desc);
