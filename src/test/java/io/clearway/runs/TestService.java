package io.clearway.runs;

import io.clearway.ClearwayApplication;
import io.clearway.catalog.Catalog;
import io.clearway.wiring.postgres.TestDatabase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
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
        return start(Stream.concat(Stream.of(database.properties()), Stream.of(properties)));
    }

    /** Starts it with the database that the properties say, or its own. */
    public static TestService start(String... properties) {
        return start(Stream.of(properties));
    }

    /** Starts it for a process of its own, which is meant to be killed. */
    public static void main(String[] properties) {
        start(Stream.of(properties));
    }

    /** Starts it on a database with a catalog of its own, which a configuration gives. */
    public static TestService start(TestDatabase database, Class<?> catalog, String... properties) {
        return start(Stream.concat(Stream.of(database.properties()), Stream.of(properties)), catalog);
    }

    private static TestService start(Stream<String> properties) {
        return start(properties, Games.class);
    }

    private static TestService start(Stream<String> properties, Class<?> catalog) {
        Map<String, String> last = new LinkedHashMap<>();
        Stream.concat(
                        Stream.of("server.port=0", "clearway.port-tries=0", "db-scheduler.polling-interval=100ms"),
                        properties)
                .map(property -> property.split("=", 2))
                .forEach(pair -> last.put(pair[0], pair[1]));
        var application = new SpringApplication(ClearwayApplication.class, catalog);
        return new TestService(application.run(last.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new)));
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

    public <T> Map<String, T> beans(Class<T> type) {
        return context.getBeansOfType(type);
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
