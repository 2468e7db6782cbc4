package io.clearway.runs;

import io.clearway.ClearwayApplication;
import io.clearway.catalog.Catalog;
import io.clearway.wiring.postgres.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The whole service on a port of its own, with the queue game to train on. */
public final class TestService implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private TestService(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts it on a database; properties as {@code name=value}. */
    public static TestService start(TestDatabase database, String... properties) {
        List<String> arguments = new ArrayList<>();
        for (String property : database.properties()) {
            arguments.add("--" + property);
        }
        arguments.add("--server.port=0");
        arguments.add("--db-scheduler.polling-interval=100ms");
        for (String property : properties) {
            arguments.add("--" + property);
        }
        var application = new SpringApplication(ClearwayApplication.class, Games.class);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        return new TestService(application.run(arguments.toArray(String[]::new)));
    }

    /** A client for real HTTP. */
    public RunApi client() {
        return new RunApi(address());
    }

    public String address() {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }

    // no @Configuration: the scan of the application's packages must not find it in other tests
    static class Games {
        @Bean
        @Primary
        Catalog games() {
            return new Catalog(List.of(new QueueGame()), List.of(new Counting()));
        }
    }
}
