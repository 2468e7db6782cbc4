package io.clearway.page;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.clearway.ClearwayApplication;
import io.clearway.catalog.Catalog;
import io.clearway.deployments.Deployments;
import io.clearway.deployments.logging.EventLogLimits;
import io.clearway.deployments.performance.LoggedDeployments;
import io.clearway.deployments.periods.SampledDeployments;
import io.clearway.imports.ScenarioFolders;
import io.clearway.imports.SharedScenarios;
import io.clearway.runs.Counting;
import io.clearway.runs.QueueGame;
import io.clearway.runs.RunApi;
import io.clearway.scenario.atsc.SignalScenario;
import io.clearway.scenario.atsc.benchmark.Grid5x5;
import io.clearway.scenario.atsc.definition.DefinitionReader;
import io.clearway.simulation.SimulationException;
import io.clearway.simulation.TrafficSimulator;
import io.clearway.wiring.postgres.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A whole service with a small game to train on and two networks to look at, and the browser; shared by all tests of
 * the page in this JVM.
 */
final class PageWorld {
    private final ConfigurableApplicationContext service;

    private PageWorld(ConfigurableApplicationContext service) {
        this.service = service;
    }

    /** The world, if there is a browser to look at it with. */
    static PageWorld shared() {
        Chromium.assumeHere();
        return Holder.SHARED;
    }

    /** Goes on only where SUMO is installed. */
    PageWorld withSumo() {
        assumeThat(hasSumo()).as("SUMO is installed").isTrue();
        return this;
    }

    private boolean hasSumo() {
        try {
            return !service.getBean(TrafficSimulator.class).version().isBlank();
        } catch (SimulationException missing) {
            return false;
        }
    }

    String address() {
        return "http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port");
    }

    RunApi api() {
        return new RunApi(address());
    }

    JdbcClient database() {
        return service.getBean(JdbcClient.class);
    }

    /** Stores deployments to look at. */
    SampleDeployment sampleDeployment() {
        return new SampleDeployment(service.getBean(Deployments.class));
    }

    /** Stores deployments with samples. */
    SampledDeployments sampledDeployments() {
        return new SampledDeployments(service.getBean(Deployments.class));
    }

    /** Stores deployments with event logs. */
    LoggedDeployments loggedDeployments() {
        return new LoggedDeployments(service.getBean(Deployments.class), service.getBean(EventLogLimits.class));
    }

    TrafficSimulator simulator() {
        return service.getBean(TrafficSimulator.class);
    }

    /** A new tab without cookies and the like. */
    Tab tab(Look look) {
        return new Tab(Chromium.shared().browser().orElseThrow().newContext(look.options()), address());
    }

    Tab tab() {
        return tab(Look.DESKTOP);
    }

    private static PageWorld start() {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--clearway.port-tries=0",
                "--clearway.data-dir=target/page-data",
                "--db-scheduler.polling-interval=100ms"));
        for (String property : TestDatabase.create().properties()) {
            arguments.add("--" + property);
        }
        var application = new SpringApplication(ClearwayApplication.class, Small.class);
        return new PageWorld(application.run(arguments.toArray(String[]::new)));
    }

    private static final class Holder {
        private static final PageWorld SHARED = start();
    }

    // no @Configuration: the scan of the application's packages must not find it in other tests
    static class Small {
        @Bean
        @Primary
        Catalog small(TrafficSimulator simulator, ScenarioFolders folders, SharedScenarios shared) {
            Path networks = Path.of("sumo-networks");
            return new Catalog(
                            List.of(
                                    new QueueGame(),
                                    new SignalScenario(Grid5x5.definition(networks), simulator),
                                    new SignalScenario(DefinitionReader.read(networks.resolve("new-york")), simulator)),
                            List.of(new Counting()))
                    .with(folders, shared);
        }
    }
}
