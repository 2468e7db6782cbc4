-- Experiments whose trials are spread over the workers. A learning trial is a run; a rule's trial has its state and its
-- episodes here.
alter table run add column policy_evaluation jsonb;
comment on column run.policy_evaluation is 'held-out episodes of the final policy alone: seeds and settings of the scenario; null for none';

create table experiment (
    id         uuid primary key,
    name       text not null,
    purpose    text not null,
    -- As it was submitted.
    source     text not null,
    format     text not null check (format in ('YAML', 'JSON')),
    -- Of all that results depend on: the same submitted again is the same experiment.
    sha256     text not null unique,
    -- Computed when first requested; null before, and again once a trial is repeated.
    results    text,
    created_at timestamptz not null default now()
);
create index experiment_by_age on experiment (created_at desc, id);

create table experiment_trial (
    experiment_id uuid not null references experiment on delete cascade,
    -- Place among the trials of the experiment.
    number        integer not null,
    scenario      text not null,
    competitor    text not null,
    training_seed bigint,
    -- Everything that its result depends on but the evaluation seeds, as JSON text.
    content       text not null,
    decisions     integer not null,
    horizon       integer not null,
    episodes      integer not null,
    -- The run of a learning trial, whose status counts; null for a rule.
    run_id        uuid references run on delete cascade,
    status        text not null default 'QUEUED'
                  check (status in ('QUEUED', 'RUNNING', 'FINISHED', 'FAILED', 'CANCELED')),
    -- Counts how often the trial was queued; a worker that has an older number changes nothing.
    round         integer not null default 0,
    -- Workers that took it since its last episode.
    attempts      integer not null default 0,
    failure       text,
    started_at    timestamptz,
    finished_at   timestamptz,
    primary key (experiment_id, number)
);
create index experiment_trial_by_run on experiment_trial (run_id);

-- Held-out episodes of rules.
create table experiment_episode (
    experiment_id uuid not null,
    number        integer not null,
    seed          bigint not null,
    simulator     text not null,
    scenario_hash text not null,
    metrics       text[] not null,
    figures       double precision[] not null,
    recorded_at   timestamptz not null default now(),
    primary key (experiment_id, number, seed),
    foreign key (experiment_id, number) references experiment_trial on delete cascade
);
