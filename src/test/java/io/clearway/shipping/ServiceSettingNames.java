package io.clearway.shipping;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** The environment variables that the service in its image reads. */
final class ServiceSettingNames {
    private static final Pattern DOCUMENTED = Pattern.compile("(?m)^\\| (`[^|]+) \\|");
    private static final Pattern CODE = Pattern.compile("`([a-z.-]+)`");
    private static final Pattern OF_THE_IMAGE = Pattern.compile("\\$\\{?([A-Z_]+)");
    private static final Set<String> KNOWN = collect();

    private ServiceSettingNames() {}

    static Set<String> known() {
        return KNOWN;
    }

    /** What the service's own file of settings says. */
    static String ofApplication(String name) {
        return application().getProperty(name);
    }

    private static Set<String> collect() {
        Set<String> names = new TreeSet<>();
        Stream.of(documented(), described(), application().stringPropertyNames().stream())
                .flatMap(all -> all)
                .map(ServiceSettingNames::variable)
                .forEach(names::add);
        for (String script : List.of("clearway", "clearway-healthy")) {
            OF_THE_IMAGE
                    .matcher(read(Path.of("docker", "image", script)))
                    .results()
                    .map(found -> found.group(1))
                    .forEach(names::add);
        }
        return names;
    }

    /** Spring's own rule: dots become underscores, hyphens go. */
    private static String variable(String property) {
        return property.replace('.', '_').replace("-", "").toUpperCase(Locale.ROOT);
    }

    /** Names in the table of settings; one that starts with a dot goes on from the one before it. */
    private static Stream<String> documented() {
        Set<String> names = new TreeSet<>();
        DOCUMENTED.matcher(read(Path.of("docs", "service.md"))).results().forEach(row -> {
            String before = "";
            for (MatchResult code : CODE.matcher(row.group(1)).results().toList()) {
                String name = code.group(1);
                before = name.startsWith(".") ? before.substring(0, before.lastIndexOf('.')) + name : name;
                names.add(before);
            }
        });
        return names.stream();
    }

    /** Names that Spring Boot's parts and the job queue describe themselves. */
    private static Stream<String> described() {
        Set<String> names = new TreeSet<>();
        try {
            for (URL file : Collections.list(ServiceSettingNames.class
                    .getClassLoader()
                    .getResources("META-INF/spring-configuration-metadata.json"))) {
                try (InputStream content = file.openStream()) {
                    new JsonMapper()
                            .readTree(content)
                            .path("properties")
                            .forEach(property -> names.add(property.path("name").asString()));
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return names.stream();
    }

    private static Properties application() {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("src", "main", "resources", "application.properties"))) {
            properties.load(reader);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return properties;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
