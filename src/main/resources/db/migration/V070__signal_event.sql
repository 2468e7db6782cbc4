-- Faults of single signals and operators' orders, by deployment.
create table signal_event (
    deployment  uuid        not null references deployment (id) on delete cascade,
    number      bigint generated always as identity,
    seconds     double precision not null,
    light       text        not null,
    kind        text        not null,
    description text        not null,
    recorded_at timestamptz not null,
    primary key (deployment, number)
);
comment on column signal_event.seconds is 'simulated time';

-- Fields of signals in stored reports, renamed.
update deployment
   set report = replace(replace(report::text, '"authority":', '"mode":'), '"why":', '"reason":')::jsonb
 where report::text like '%"authority":%';
