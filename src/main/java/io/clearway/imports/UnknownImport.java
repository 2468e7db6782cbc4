package io.clearway.imports;

/** No imported scenario has that name. */
public final class UnknownImport extends RuntimeException {
    private final String name;

    public UnknownImport(String name) {
        super("No imported scenario is named '%s'".formatted(name));
        this.name = name;
    }

    /** The name. */
    public String name() {
        return name;
    }
}
