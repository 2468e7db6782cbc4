-- The controller that played an episode, by the name that evaluations use.
alter table run_episode rename column player to controller;
