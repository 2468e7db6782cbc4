-- Trips by mode of travel and control delay by signal of held-out episodes, and the settings of the scenario under which
-- a controller was played; empty for episodes of versions before.
alter table evaluation
    add column travel jsonb not null default '{}',
    add column settings jsonb not null default '{}';
