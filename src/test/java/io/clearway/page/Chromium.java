package io.clearway.page;

import static org.assertj.core.api.Assumptions.assumeThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The browser of all tests in this JVM, started when first asked for, or the reason why there is none. */
final class Chromium {
    private static final Path DRIVER = Path.of("target", "playwright").toAbsolutePath();

    /** Long, for machines that are busy; nothing waits longer than it has to. */
    static final double PATIENCE_MILLIS = 120_000;

    private final @Nullable Browser browser;
    private final String missing;

    private Chromium(@Nullable Browser browser, String missing) {
        this.browser = browser;
        this.missing = missing;
    }

    static Chromium shared() {
        return Holder.SHARED;
    }

    /** Goes on only where there is a browser. */
    static void assumeHere() {
        assumeThat(shared().missing).as("what the tests of the page lack").isEmpty();
    }

    /** The browser; empty where something is missing. */
    Optional<Browser> browser() {
        return Optional.ofNullable(browser);
    }

    private static Chromium start() {
        Optional<Path> program = program("chromium").or(() -> program("chromium-browser"));
        if (program.isEmpty()) {
            return new Chromium(null, "Chromium is installed ('./clearway test' installs it)");
        }
        if (!Files.exists(DRIVER.resolve("package/cli.js")) || !Files.exists(DRIVER.resolve("node"))) {
            return new Chromium(
                    null, "Playwright's driver lies in " + DRIVER + " ('./clearway test' fetches it with npm)");
        }
        System.setProperty("playwright.cli.dir", DRIVER.toString());
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program.get())
                        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage", "--hide-scrollbars")));
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        return new Chromium(browser, "");
    }

    private static Optional<Path> program(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static final class Holder {
        private static final Chromium SHARED = start();
    }
}
