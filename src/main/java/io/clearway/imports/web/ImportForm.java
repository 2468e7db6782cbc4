package io.clearway.imports.web;

import io.clearway.simulation.importing.ImportOptions;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** The parameters of an import beside its files. */
record ImportForm(
        @Parameter(description = "Name of the scenario; by its main file when left out") @Nullable String name,

        @Parameter(description = "First simulated second of episodes") @Nullable Double begin,

        @Parameter(description = "Last simulated second of episodes") @Nullable Double end,

        @Parameter(description = "Length of episodes in simulated seconds, instead of an end") @Nullable Double horizon,

        @Parameter(description = "Trips per hour where no demand is given") @Nullable Double tripsPerHour,

        @Parameter(description = "Options of netconvert for a street map, such as lefthand=true") @Nullable List<String> netconvert,

        @Parameter(description = "Whether it may replace a scenario of that name") @Nullable Boolean replace) {
    ImportOptions options() {
        return new ImportOptions(
                optional(begin),
                optional(end),
                optional(horizon),
                optional(tripsPerHour),
                1,
                netconvert == null ? List.of() : netconvert);
    }

    private static OptionalDouble optional(@Nullable Double given) {
        return given == null ? OptionalDouble.empty() : OptionalDouble.of(given);
    }
}
