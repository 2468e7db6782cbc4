package io.clearway.scenario.pandemic;

import io.clearway.network.AgentGraph;
import io.clearway.network.AgentSpec;
import io.clearway.network.ControllerSource;
import io.clearway.scenario.EpisodicEnvironment;
import io.clearway.scenario.MeasuredEnvironment;
import io.clearway.scenario.Scenario;
import io.clearway.scenario.ScenarioHash;
import io.clearway.scenario.pandemic.infection.AgeBand;
import io.clearway.scenario.pandemic.town.PlaceKind;
import io.clearway.scenario.pandemic.town.Town;
import io.clearway.scenario.pandemic.town.TownSize;
import io.clearway.setting.Settings;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Regulations in a pandemic (Kompella et al. 2020; Ma et al. 2024, "Pandemic network"): nine agents set the stage for
 * their kind of place, one that for the persons. No simulator but our own takes part.
 */
public final class PandemicScenario implements Scenario {
    private static final String NAME = "pandemic-";
    private static final String REGULATIONS = "regulations";

    private final Town town;

    private PandemicScenario(Town town) {
        this.town = town;
    }

    /** A scenario for each size of town. */
    public static List<PandemicScenario> all() {
        return TownSize.ALL.stream()
                .map(size -> new PandemicScenario(new Town(size)))
                .toList();
    }

    @Override
    public String name() {
        return NAME + town.size().persons();
    }

    @Override
    public String description() {
        return String.format(
                Locale.ROOT,
                "10 agents set stages of regulations day by day in a town of %,d persons with %d hospital beds",
                town.size().persons(),
                town.size().beds());
    }

    @Override
    public String origin() {
        return "written for Clearway from the facts of Kompella et al. 2020 and Ma et al. 2024; Apache-2.0";
    }

    @Override
    public PandemicSettings defaults() {
        return PandemicSettings.DEFAULTS;
    }

    @Override
    public String hash() {
        return ScenarioHash.of(
                name(),
                Arrays.toString(PlaceKind.values()),
                Arrays.stream(PlaceKind.values())
                        .map(kind -> kind.contacts() + " " + kind.hours() + " "
                                + town.size().places(kind) + " " + town.size().staff(kind))
                        .toList()
                        .toString(),
                RuleBook.AUSTIN.stages().toString(),
                RuleBook.SWEDEN.stages().toString(),
                Arrays.toString(AgeBand.values()),
                firstDays());
    }

    /** What the first days of an episode come to, so that another simulation has another hash. */
    private String firstDays() {
        Epidemic epidemic = new Epidemic(new Town(TownSize.ALL.get(0)), 1);
        for (int day = 0; day < 7; day++) {
            epidemic.nextDay(Measures.everywhere(RuleBook.AUSTIN, 0));
        }
        return epidemic.truth() + " " + epidemic.known();
    }

    @Override
    public AgentGraph graph(Settings settings) {
        return settings.over(defaults()).graph().graph();
    }

    @Override
    public List<AgentSpec> agents(Settings settings) {
        return agents(settings.over(defaults()));
    }

    private static List<AgentSpec> agents(PandemicSettings settings) {
        int stages = settings.regulations().stages().size();
        return settings.graph().graph().agents().stream()
                .map(agent -> new AgentSpec(agent, PandemicObservation.SIZE, stages))
                .toList();
    }

    @Override
    public int horizon(Settings settings) {
        return settings.over(defaults()).days();
    }

    @Override
    public Map<String, ControllerSource> controllers() {
        return PandemicRules.all();
    }

    @Override
    public String reference() {
        return PandemicRules.REFERENCE;
    }

    /** Schedules are of the regulations that they were made for. */
    @Override
    public Settings settingsFor(String rule, Settings given) {
        RuleBook book = PandemicRules.books().get(rule);
        return book == null
                ? given
                : given.changedBy(Map.of(REGULATIONS, book.name().toLowerCase(Locale.ROOT)));
    }

    @Override
    public MeasuredEnvironment open(Settings settings, SamplingMode recording) {
        PandemicSettings chosen = settings.over(defaults());
        return new EpisodicEnvironment(
                chosen.graph().graph(),
                agents(chosen),
                chosen.days(),
                () -> EpisodicEnvironment.NO_SIMULATOR,
                seed -> new PandemicEpisode(town, chosen, seed));
    }
}
