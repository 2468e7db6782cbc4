package io.clearway.imports;

/** There is another scenario of that name already. */
public final class ScenarioExists extends RuntimeException {
    private final String name;

    public ScenarioExists(String name) {
        super("A scenario '%s' with different content exists already".formatted(name));
        this.name = name;
    }

    /** The name. */
    public String name() {
        return name;
    }
}
