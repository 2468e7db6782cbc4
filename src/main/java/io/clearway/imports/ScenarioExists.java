package io.clearway.imports;

/** There is another scenario of that name already. */
public final class ScenarioExists extends RuntimeException {
    private final String name;

    public ScenarioExists(String name) {
        super("There is a scenario '%s' with another content already".formatted(name));
        this.name = name;
    }

    /** The name. */
    public String name() {
        return name;
    }
}
