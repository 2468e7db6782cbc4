-- Scenarios that users brought, whole, so that every service on this database can play them.

create table imported_scenario (
    name       text primary key,
    -- Of what defines the scenario, without its report.
    sha256     text not null,
    archive    bytea not null,
    -- The onboarding report, as JSON text in the order of its fields.
    report     text not null,
    created_at timestamptz not null default now()
);
-- It is packed already.
alter table imported_scenario alter column archive set storage external;
