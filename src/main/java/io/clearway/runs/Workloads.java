package io.clearway.runs;

/** How much there is to do for all workers of all services on one database. */
public interface Workloads {
    /** As it is now. */
    Workload now();
}
