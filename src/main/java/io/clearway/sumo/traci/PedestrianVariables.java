package io.clearway.sumo.traci;

import java.util.List;

/**
 * Variables that tell where persons walk.
 *
 * @see <a href="https://sumo.dlr.de/docs/TraCI/Edge_Value_Retrieval.html">SUMO: TraCI/Edge Value Retrieval</a>
 * @see <a href="https://sumo.dlr.de/docs/TraCI/Person_Value_Retrieval.html">SUMO: TraCI/Person Value Retrieval</a>
 */
public final class PedestrianVariables {
    /** {@code LAST_STEP_PERSON_ID_LIST} of a road, crossing or walking area: who is on it. */
    public static final TraciVariable<List<String>> PERSONS =
            new TraciVariable<>(TraciDomain.EDGE, TraciConstants.LAST_STEP_PERSON_ID_LIST, TraciReply::typedTexts);

    /** {@code VAR_NEXT_EDGE} of a person: where it walks next; empty where it stays. */
    public static final TraciVariable<String> NEXT_EDGE =
            new TraciVariable<>(TraciDomain.PERSON, TraciConstants.VAR_NEXT_EDGE, TraciReply::typedText);

    /** {@code VAR_WAITING_TIME} of a person: seconds since it last walked faster than 0.1 m/s. */
    public static final TraciVariable<Double> WAITING_TIME =
            new TraciVariable<>(TraciDomain.PERSON, TraciConstants.VAR_WAITING_TIME, TraciReply::typedNumber);

    private PedestrianVariables() {}
}
