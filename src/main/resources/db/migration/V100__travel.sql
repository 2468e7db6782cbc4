-- Trips by mode of travel and control delay by signal of held-out episodes; empty for episodes of versions before.
alter table evaluation add column travel jsonb not null default '{}';
-- Settings of the scenario under which a controller was played.
alter table evaluation add column settings jsonb not null default '{}';

-- What was called delay is the present waiting time of the vehicles in the network; delay is now that of trips.
update run_metric set metric = 'meanWaitingSeconds' where metric = 'meanDelaySeconds';
update evaluation_metric set metric = 'meanWaitingSeconds' where metric = 'meanDelaySeconds';

-- That of a live drive, too, is the present waiting time of its vehicles.
alter table deployment_sample rename column mean_delay_seconds to mean_waiting_seconds;
