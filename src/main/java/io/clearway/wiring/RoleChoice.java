package io.clearway.wiring;

import io.clearway.setting.InvalidSetting;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Turns the role of this process into the settings of its parts, before any of them is made. */
final class RoleChoice implements EnvironmentPostProcessor, Ordered {
    @Override
    public int getOrder() {
        // After the files of settings have been read.
        return ConfigDataEnvironmentPostProcessor.ORDER + 1;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Role role = Role.of(environment.getProperty(Role.SETTING, Role.ALL.settingValue()));
        if (role.isPart()
                && environment.getProperty("spring.datasource.url", "").isBlank()) {
            throw new InvalidSetting(
                    Role.SETTING,
                    role.settingValue(),
                    "name the PostgreSQL that all its processes share with spring.datasource.url;"
                            + " the embedded one serves a single process");
        }
        Map<String, Object> settings = new LinkedHashMap<>();
        if (!role.works()) {
            settings.put("db-scheduler.enabled", "false");
        }
        if (!role.answers()) {
            settings.put("clearway.rest", "false");
        }
        environment.getPropertySources().addFirst(new MapPropertySource(Role.SETTING, settings));
    }
}
