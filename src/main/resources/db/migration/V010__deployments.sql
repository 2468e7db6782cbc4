-- Controllers bound to live simulations, and what their traffic was like.

create table deployment (
    id                 uuid primary key,
    name               text not null,
    host               text not null,
    port               integer not null,
    client_order       integer not null,
    scenario           text not null,
    -- One of the two: a rule by name, or a checkpoint. Not a reference: checkpoints go while deployments stay on record.
    rule               text,
    checkpoint_id      uuid,
    decision_seconds   double precision not null,
    deadline_millis    integer not null,
    until_seconds      double precision,
    recovery_decisions integer not null,
    created_at         timestamptz not null,
    state              text not null,
    report             jsonb not null,
    updated_at         timestamptz not null,
    -- Which of the services that share this database drives it.
    service            text not null,
    check ((rule is null) <> (checkpoint_id is null))
);
create index deployment_by_age on deployment (created_at desc, id);

create table deployment_sample (
    deployment_id       uuid not null references deployment on delete cascade,
    seconds             double precision not null,
    mean_queue_vehicles double precision not null,
    halting_vehicles    integer not null,
    mean_delay_seconds  double precision not null,
    arrived             integer not null,
    departed            integer not null,
    teleported          integer not null,
    collided            integer not null,
    running             integer not null,
    waiting_to_enter    integer not null,
    recorded_at         timestamptz not null,
    primary key (deployment_id, seconds)
);
