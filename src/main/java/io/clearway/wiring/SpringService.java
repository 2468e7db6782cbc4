package io.clearway.wiring;

import io.clearway.cli.command.CommandFailure;
import io.clearway.cli.command.ServiceStarter;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.flywaydb.core.Flyway;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/** The service as the command line starts it. */
public final class SpringService implements ServiceStarter {
    private final Class<?> application;

    /** @param application the application's own class */
    public SpringService(Class<?> application) {
        this.application = application;
    }

    @Override
    public Service start(Map<String, String> properties) {
        try {
            return new Running(SpringApplication.run(application, arguments(properties)));
        } catch (RuntimeException failure) {
            throw new CommandFailure("the service did not start; the line above says why", failure);
        }
    }

    @Override
    public String migrate(Map<String, String> properties) {
        var migration = new SpringApplication(Migration.class);
        migration.setWebApplicationType(WebApplicationType.NONE);
        try (ConfigurableApplicationContext context = migration.run(arguments(properties))) {
            return String.valueOf(context.getBean(Flyway.class).info().getInfoResult().schemaVersion);
        } catch (RuntimeException failure) {
            throw new CommandFailure("the database was not migrated; the line above says why", failure);
        }
    }

    private static String[] arguments(Map<String, String> properties) {
        return properties.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
    }

    private static final class Running implements Service {
        private final ConfigurableApplicationContext context;
        private final CountDownLatch ended = new CountDownLatch(1);

        Running(ConfigurableApplicationContext context) {
            this.context = context;
            context.addApplicationListener(event -> {
                if (event instanceof ContextClosedEvent) {
                    ended.countDown();
                }
            });
        }

        @Override
        public URI address() {
            var settings = context.getEnvironment();
            return URI.create("http://%s:%s"
                    .formatted(
                            settings.getProperty("server.address", "127.0.0.1"),
                            settings.getRequiredProperty("local.server.port")));
        }

        @Override
        public void await() throws InterruptedException {
            ended.await();
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
