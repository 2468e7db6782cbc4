package io.clearway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {
    private static final String SUDO = """
            echo "sudo $*" >>"$DIARY"
            [ "$1" != -n ] || shift
            [ "$1" = true ] || "$@"
            """;

    @TempDir
    private Path folder;

    private FakeMachine machine;

    @BeforeEach
    void bare() throws IOException {
        machine = new FakeMachine(folder);
    }

    @Test
    void helpNeedsNothingInstalledAndBuildsNothing() throws Exception {
        for (var ended : List.of(machine.run("help"), machine.run())) {
            assertThat(ended.status()).isZero();
            assertThat(ended.said()).contains("./clearway demo", "./clearway serve", "./clearway test");
        }
        assertThat(machine.diary()).isEmpty();
    }

    @Test
    void anotherSystemThanLinuxIsToldSo() throws Exception {
        var ended = machine.complete().program("uname", "echo Darwin").run("demo");
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.said()).contains("runs on Linux, and this is Darwin");
    }

    @Test
    void withoutAptGetItNamesWhatToInstallByHand() throws Exception {
        var ended = machine.jdk("17.0.15").programs("unzip", "setpriv").run("demo");
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.said())
                .contains("sumo: the traffic simulator", "no apt-get", "JDK 17 or newer", "Eclipse SUMO 1.15");
    }

    @Test
    void installingCanBeForbidden() throws Exception {
        var ended = machine.lackingSumo().with("CLEARWAY_INSTALL", "never").run("demo");
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.said()).contains("CLEARWAY_INSTALL=never", "apt-get install -y --no-install-recommends sumo");
        assertThat(machine.diary()).isEmpty();
    }

    @Test
    void anUnknownWishAboutInstallingIsRefused() throws Exception {
        var ended = machine.complete().with("CLEARWAY_INSTALL", "no").run("demo");
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.said()).contains("CLEARWAY_INSTALL is 'no'", "'auto'", "'never'");
    }

    @Test
    void rootIsToldWhatIsInstalledAndWhyAndThenItIs() throws Exception {
        var ended = machine.lackingSumo().run("demo");
        assertThat(ended.said())
                .containsSubsequence(
                        "sumo: the traffic simulator that Clearway trains in", "Installing with apt-get: sumo");
        assertThat(ended.status()).isZero();
        assertThat(machine.diary().get(0)).isEqualTo("apt-get -q update");
        assertThat(machine.diary().get(1)).contains("--no-install-recommends install sumo");
        assertThat(machine.diary()).last().asString().contains("clearway.jar demo");
    }

    @Test
    void othersInstallThroughSudoWhenItAsksNoPassword() throws Exception {
        var ended = machine.lackingSumo()
                .program("id", "echo 1000")
                .program("sudo", SUDO)
                .run("demo");
        assertThat(ended.said()).contains("Installing with sudo -n apt-get: sumo");
        assertThat(ended.status()).isZero();
        assertThat(machine.diary()).contains("sudo -n apt-get -q update", "apt-get -q update");
    }

    @Test
    void aPasswordThatNobodyCanTypeIsAnErrorWithTheCommandToRun() throws Exception {
        var ended = machine.lackingSumo()
                .program("id", "echo 1000")
                .program("sudo", "exit 1")
                .run("demo");
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.said()).contains("needs a password", "sudo apt-get install -y --no-install-recommends sumo");
        assertThat(machine.diary()).isEmpty();
    }

    @Test
    void withoutRootAndSudoTheCommandForRootIsGiven() throws Exception {
        var ended = machine.lackingSumo().program("id", "echo 1000").run("demo");
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.said()).contains("there is no sudo", "As root, run: apt-get install");
    }

    @Test
    void aFailedInstallationShowsWhatAptGetSaid() throws Exception {
        machine.lackingSumo().program("apt-get", "echo 'E: Unable to locate package sumo'; exit 100");
        var ended = machine.run("demo");
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.said()).contains("E: Unable to locate package sumo", "could not install: sumo");
    }

    @Test
    void aJavaThatIsTooOldIsNotTaken() throws Exception {
        var ended = machine.complete()
                .jdk("11.0.2")
                .with("CLEARWAY_INSTALL", "never")
                .run("demo");
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.said()).contains("openjdk-17-jdk-headless or default-jdk-headless: a JDK, 17 or newer");
    }

    @Test
    void theDistributionsOwnJdkIsTakenWhere17IsNotOffered() throws Exception {
        machine.complete().jdk("1.8.0").program("apt-cache", "[ \"$2\" != openjdk-17-jdk-headless ]");
        var ended = machine.run("demo");
        assertThat(ended.said()).contains("Installing with apt-get: default-jdk-headless");
        assertThat(ended.said()).contains("still missing after the installation");
    }

    @Test
    void buildsOnceAndAgainOnlyAfterAChange() throws Exception {
        machine.complete();
        machine.run("serve");
        machine.run("serve");
        assertThat(machine.diary()).filteredOn(line -> line.startsWith("mvnw")).hasSize(1);

        Files.writeString(machine.checkout().resolve("src/main/java/A.java"), "class A { int b; }");
        var ended = machine.run("serve");
        assertThat(ended.said()).contains("Building Clearway");
        assertThat(machine.diary()).filteredOn(line -> line.startsWith("mvnw")).hasSize(2);
        assertThat(builds()).as("the earlier build is gone").hasSize(1);
    }

    @Test
    void aBuildThatFailsLeavesNothingToRun() throws Exception {
        machine.complete();
        String good = Files.readString(machine.checkout().resolve("mvnw"));
        Files.writeString(machine.checkout().resolve("mvnw"), "#!/bin/sh\necho 'COMPILATION ERROR' >&2; exit 1\n");
        var ended = machine.run("serve");
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.said()).contains("COMPILATION ERROR", "the build failed");

        Files.writeString(machine.checkout().resolve("mvnw"), good);
        assertThat(machine.run("serve").status()).isZero();
    }

    @Test
    void runsThroughALinkAndKeepsTheFolderItIsCalledFrom() throws Exception {
        machine.complete();
        Path elsewhere = Files.createDirectories(folder.resolve("else where"));
        Path link = Files.createSymbolicLink(elsewhere.resolve("cw"), machine.launcher());
        var ended = machine.start(elsewhere, link.toString(), "train", "--out", "my results")
                .end();
        assertThat(ended.status()).isZero();
        assertThat(machine.diary())
                .last()
                .asString()
                .startsWith("java in " + elsewhere)
                .endsWith("clearway.jar train --out my results");
    }

    @Test
    void signalsReachClearwayItself() throws Exception {
        machine.complete();
        machine.run("serve");
        Path java = folder.resolve("jdk/bin/java");
        Files.writeString(java, """
                #!/bin/sh
                case "$1" in -version) echo 'openjdk version "17"' >&2; exit 0 ;; esac
                trap 'exit 7' TERM
                echo waiting >>"$DIARY"
                while :; do sleep 0.05; done
                """);
        var started = machine.start(machine.checkout(), machine.launcher().toString(), "serve");
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> machine.diary().contains("waiting"));
        started.process().destroy();
        assertThat(started.end().status()).isEqualTo(7);
    }

    @Test
    void theTestCommandEndsWithTheSumOfAllCountsAndTheBuildsOwnStatus() throws Exception {
        machine.complete();
        Files.writeString(machine.checkout().resolve("mvnw"), """
                #!/bin/sh
                echo "mvnw $*" >>"$DIARY"
                mkdir -p target/surefire-reports
                echo 'Tests run: 7, Failures: 0, Errors: 0, Skipped: 1, Time elapsed: 1 s' >target/surefire-reports/A.txt
                echo 'Tests run: 5, Failures: 2, Errors: 1, Skipped: 0, Time elapsed: 1 s' >target/surefire-reports/B.txt
                echo BUILD FAILURE
                exit 3
                """);
        var ended = machine.run("test", "-Dtest=A");
        assertThat(ended.status()).isEqualTo(3);
        assertThat(ended.said()).endsWith("Tests run: 12, Failures: 2, Errors: 1, Skipped: 1\n");
        assertThat(machine.diary()).containsExactly("mvnw -B verify -Dtest=A");
    }

    @Test
    void whatOnlyTestsUseIsDoneWithoutWhereNothingMayBeInstalled() throws Exception {
        machine.lackingSumo().programs("sumo", "netconvert").with("CLEARWAY_INSTALL", "never");
        var ended = machine.run("test");
        assertThat(ended.said()).contains("some tests are skipped: postgresql chromium npm curl");
        assertThat(ended.status()).isZero();
        assertThat(machine.diary()).containsExactly("mvnw -B verify");
    }

    @Test
    void theDatabaseThatTestsUseIsInstalledForTestsOnly() throws Exception {
        machine.lackingSumo().programs("sumo", "netconvert");
        assertThat(machine.run("serve").said()).doesNotContain("postgresql");
    }

    @Test
    void theDriverOfTheBrowserIsFetchedOnceAndForTestsOnly() throws Exception {
        machine.complete().program("npm", """
                echo "npm $*" >>"$DIARY"
                while [ "$1" != --prefix ]; do shift; done
                mkdir -p "$2/node_modules/playwright-core"
                """);
        Files.writeString(
                machine.checkout().resolve("pom.xml"),
                "<playwright.driver.version>1.2.3</playwright.driver.version>\n");
        machine.run("serve");
        machine.run("test");
        machine.run("test");
        assertThat(machine.diary())
                .filteredOn(line -> line.startsWith("npm"))
                .hasSize(1)
                .allMatch(line -> line.endsWith("playwright-core@1.2.3"));
        Path driver = machine.checkout().resolve("target/playwright");
        assertThat(driver.resolve("package")).isDirectory();
        assertThat(driver.resolve("node")).isExecutable();
    }

    @Test
    void withoutTheDriverTheTestsRunAllTheSame() throws Exception {
        machine.complete().program("npm", "echo 'no network' >&2; exit 1");
        Files.writeString(
                machine.checkout().resolve("pom.xml"),
                "<playwright.driver.version>1.2.3</playwright.driver.version>\n");
        var ended = machine.run("test");
        assertThat(ended.said()).contains("no network", "the tests of the page are skipped");
        assertThat(ended.status()).isZero();
        assertThat(machine.diary()).containsExactly("mvnw -B verify");
    }

    @Test
    void prometheusIsUnpackedForTestsOnlyAndOnce() throws Exception {
        machine.complete().program("dpkg", "mkdir -p $3/usr/bin; : >$3/usr/bin/promtool; chmod +x $3/usr/bin/promtool");
        machine.program("apt-get", "echo \"apt-get $*\" >>\"$DIARY\"; : >prometheus_2.deb");
        machine.run("serve");
        assertThat(machine.diary()).noneMatch(line -> line.startsWith("apt-get"));
        machine.run("test");
        machine.run("test");
        assertThat(machine.diary())
                .filteredOn(line -> line.startsWith("apt-get"))
                .containsExactly("apt-get -q download prometheus");
        assertThat(machine.checkout().resolve("target/tools/prometheus/usr/bin/promtool"))
                .exists();
    }

    @Test
    void withoutPrometheusTheOtherTestsRun() throws Exception {
        machine.complete().program("dpkg", ":").program("apt-get", "echo 'E: Unable to locate package'; exit 100");
        var ended = machine.run("test");
        assertThat(ended.said()).contains("E: Unable to locate package", "Prometheus is not here");
        assertThat(ended.status()).isZero();
        assertThat(machine.diary()).containsExactly("mvnw -B verify");
    }

    @Test
    void aSignalEndsTheTestRunToo() throws Exception {
        machine.complete();
        Files.writeString(machine.checkout().resolve("mvnw"), """
                #!/bin/sh
                trap 'echo ended >>"$DIARY"; exit 143' TERM
                echo waiting >>"$DIARY"
                while :; do sleep 0.05; done
                """);
        var started = machine.start(machine.checkout(), machine.launcher().toString(), "test");
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> machine.diary().contains("waiting"));
        started.process().destroy();
        assertThat(started.end().status()).isEqualTo(143);
        assertThat(machine.diary()).containsExactly("waiting", "ended");
    }

    @Test
    void aBuildIsNotTakenFromUnderAClearwayThatRuns() throws Exception {
        machine.complete();
        machine.run("serve");
        Path java = folder.resolve("jdk/bin/java");
        String usual = Files.readString(java);
        Files.writeString(java, usual.replace("echo \"java in", "echo waiting >>\"$DIARY\"; exec sleep 30; echo \""));
        var running = machine.start(machine.checkout(), machine.launcher().toString(), "serve");
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> machine.diary().contains("waiting"));
        Files.writeString(java, usual);
        Files.writeString(machine.checkout().resolve("src/main/java/A.java"), "class A { int b; }");
        machine.run("serve");
        assertThat(builds()).hasSize(2);

        running.process().destroy();
        running.end();
        Files.writeString(machine.checkout().resolve("src/main/java/A.java"), "class A { int c; }");
        machine.run("serve");
        assertThat(builds()).hasSize(1);
    }

    @Test
    void optionsForJavaArePassedOn() throws Exception {
        machine.complete().with("CLEARWAY_JAVA_OPTIONS", "-Xmx4g -Dsome=thing").run("serve");
        assertThat(machine.diary())
                .last()
                .asString()
                .contains("-Xmx4g -Dsome=thing -jar")
                .endsWith("clearway.jar serve");
    }

    private List<Path> builds() throws IOException {
        try (var files = Files.list(machine.checkout().resolve("target/app"))) {
            return files.filter(Files::isDirectory).toList();
        }
    }
}
