package io.clearway.deployments.recording;

/** There is no recording of this id, or no such part of it. */
public final class UnknownRecording extends RuntimeException {
    private final String what;

    /** @param what id of the recording, with the part if that is unknown */
    public UnknownRecording(String what) {
        super("There is no recording " + what);
        this.what = what;
    }

    /** The unknown id or part. */
    public String what() {
        return what;
    }
}
