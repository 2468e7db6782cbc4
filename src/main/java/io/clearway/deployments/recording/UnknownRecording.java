package io.clearway.deployments.recording;

/** There is no recording of this id, or no such part of it. */
public final class UnknownRecording extends RuntimeException {
    private final String what;

    /** @param what id of the recording, with the part where one was asked for */
    public UnknownRecording(String what) {
        super("There is no recording " + what);
        this.what = what;
    }

    /** What was asked for. */
    public String what() {
        return what;
    }
}
