-- A group that may read what dashboards show: results and the state of the queue, no checkpoints, no uploads.
-- Whoever draws dashboards gets a login in it (docs/monitoring.md). Where this user may not make roles, somebody who
-- may does so, before this migration or by hand after it; Clearway itself needs neither role nor rights.
do $$
begin
    if not exists (select from pg_roles where rolname = '${reader}') then
        create role ${reader} nologin;
    end if;
exception
    when insufficient_privilege then
        raise notice 'Role ${reader} was not made: % may not make roles', current_user;
    when duplicate_object or unique_violation then
        null; -- another service on this server was faster
end
$$;

do $$
begin
    if exists (select from pg_roles where rolname = '${reader}') then
        grant select on run, run_episode, run_metric, evaluation, evaluation_metric, deployment, deployment_sample,
            scheduled_tasks to ${reader};
        begin
            execute format('grant usage on schema %I to ${reader}', current_schema());
        exception
            when insufficient_privilege then
                raise notice 'Role ${reader} got no rights on schema %: %', current_schema(), sqlerrm;
        end;
    end if;
end
$$;
