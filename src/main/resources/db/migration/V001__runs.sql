-- Training runs, what they measured, and the checkpoints they left.

create table run (
    id                    uuid primary key,
    name                  text not null,
    status                text not null check (status in ('QUEUED', 'RUNNING', 'FINISHED', 'FAILED', 'CANCELED')),
    scenario              text not null,
    scenario_settings     jsonb not null,
    scenario_hash         text not null,
    algorithm             text not null,
    algorithm_settings    jsonb not null,
    seed                  bigint not null,
    decisions             integer not null check (decisions > 0),
    evaluation_seeds      integer not null check (evaluation_seeds >= 0),
    first_evaluation_seed bigint not null,
    rounds_done           integer not null default 0,
    episodes_done         integer not null default 0,
    decisions_done        integer not null default 0,
    created_at            timestamptz not null default now(),
    started_at            timestamptz,
    finished_at           timestamptz,
    cancel_requested      boolean not null default false,
    failure               text,
    simulator             text,
    -- Counts the workers that took the run; a write with an older number changes nothing.
    fence                 bigint not null default 0,
    -- Workers that took the run since it last came further.
    attempts              integer not null default 0
);
create index run_by_age on run (created_at desc, id);
create index run_by_status on run (status, created_at desc);

create table run_episode (
    run_id      uuid not null references run on delete cascade,
    episode     integer not null,
    player      text not null,
    seed        bigint not null,
    decisions   integer not null,
    recorded_at timestamptz not null default now(),
    primary key (run_id, episode)
);

-- One row per figure, so that a panel asks for any metric by its key.
create table run_metric (
    run_id  uuid not null,
    episode integer not null,
    metric  text not null,
    value   double precision not null,
    primary key (run_id, metric, episode),
    foreign key (run_id, episode) references run_episode on delete cascade
);
create index run_metric_by_episode on run_metric (run_id, episode);

create table checkpoint (
    id         uuid primary key,
    run_id     uuid not null references run on delete cascade,
    rounds     integer not null,
    episodes   integer not null,
    decisions  integer not null,
    sha256     text not null,
    content    bytea not null,
    created_at timestamptz not null default now(),
    unique (run_id, rounds)
);
-- Weights do not compress; trying costs time on every write.
alter table checkpoint alter column content set storage external;

create table evaluation (
    run_id        uuid not null references run on delete cascade,
    controller    text not null,
    seed          bigint not null,
    simulator     text not null,
    scenario_hash text not null,
    recorded_at   timestamptz not null default now(),
    primary key (run_id, controller, seed)
);

create table evaluation_metric (
    run_id     uuid not null,
    controller text not null,
    seed       bigint not null,
    metric     text not null,
    value      double precision not null,
    primary key (run_id, metric, controller, seed),
    foreign key (run_id, controller, seed) references evaluation on delete cascade
);
create index evaluation_metric_by_episode on evaluation_metric (run_id, controller, seed);
