-- The timing sheet that a deployment was started with, as it was then.
create table deployment_timing (
    deployment uuid  primary key references deployment (id) on delete cascade,
    profile    text  not null,
    sha256     text  not null,
    signals    jsonb not null
);
comment on column deployment_timing.signals is 'movements and intergreens by traffic light';
