-- Whether signals and detectors of a live drive are logged, in files beside the service.
alter table deployment add column event_log boolean not null default false;
comment on column deployment.event_log is 'whether an event log is written in the folder event-logs of the service''s data';
