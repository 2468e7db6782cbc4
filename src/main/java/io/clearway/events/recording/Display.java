package io.clearway.events.recording;

/** What a phase shows; of several movements the first of these that any shows counts. */
enum Display {
    GREEN,
    YELLOW,
    RED;

    /** Of a character of SUMO's states; what is off or blinks is red here: no green begins and none ends. */
    static Display of(char light) {
        return switch (light) {
            case 'G', 'g' -> GREEN;
            case 'y', 'Y' -> YELLOW;
            default -> RED;
        };
    }
}
