-- What was called delay is the present waiting time of the vehicles in the network; delay is now that of trips. Workers of
-- the previous version may still add rows under the old key, which is read as the new one.
update run_metric set metric = 'meanWaitingSeconds' where metric = 'meanDelaySeconds';
update evaluation_metric set metric = 'meanWaitingSeconds' where metric = 'meanDelaySeconds';
