package io.clearway.scenario.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.clearway.scenario.onboarding.OnboardingReport.Approach;
import io.clearway.simulation.importing.ImportOptions;
import io.clearway.simulation.importing.ImportSource;
import io.clearway.simulation.importing.ImportedTraffic.Kind;
import io.clearway.sumo.importing.ImportLimits;
import io.clearway.sumo.importing.SumoImporter;
import io.clearway.sumo.process.TimeLimits;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reports on three published networks, held against figures that were worked out from the files by hand. */
class RescoTest {
    @TempDir
    Path folder;

    @Test
    void cologneBeginsAtSevenAndItsEarlierVehiclesAreLeftOut() {
        OnboardingReport report = report("cologne3");
        assertThat(report.network()).isEqualTo(new OnboardingReport.Network(48, 29, 3, 3));
        assertThat(report.episode()).isEqualTo(new OnboardingReport.Episode(25_200, 28_800, 5, 720));
        assertThat(report.demand()).isEqualTo(new OnboardingReport.Demand(2856, 1638, 0, 0));
        assertThat(report.signals())
                .extracting(signal -> signal.intersection().movements())
                .containsExactly(11, 18, 20);
        assertThat(report.signals().get(0).choice().phases())
                .containsExactly("GGggrrrGGGg", "rrGGrrrrrrG", "rrrrGGgGrrr");
        assertThat(approach(report, "241660957#0")).satisfies(road -> {
            assertThat(road.demandPerHour()).isEqualTo(550);
            assertThat(road.capacityPerHour()).isCloseTo(1500, within(0.1));
        });
        assertThat(approach(report, "-130160207#0")).satisfies(road -> {
            assertThat(road.demandPerHour()).isEqualTo(239);
            assertThat(road.capacityPerHour()).isCloseTo(740, within(0.1));
        });
        assertNothingToMend(report);
    }

    @Test
    void ingolstadtHasTripsWithoutRoutes() {
        OnboardingReport report = report("ingolstadt1");
        assertThat(report.network()).isEqualTo(new OnboardingReport.Network(11, 8, 1, 1));
        assertThat(report.episode()).isEqualTo(new OnboardingReport.Episode(57_600, 61_200, 5, 720));
        assertThat(report.demand()).isEqualTo(new OnboardingReport.Demand(1716, 0, 0, 0));
        assertThat(report.signals().get(0).choice().phases()).containsExactly("GGgGrGGG", "GGGrrrrr", "rrrGGGrr");
        assertThat(report.approaches())
                .extracting(Approach::road, Approach::demandPerHour)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("201963537#1", 619.0),
                        org.assertj.core.groups.Tuple.tuple("164051413", 463.0),
                        org.assertj.core.groups.Tuple.tuple("104010354", 463.0));
        assertNothingToMend(report);
    }

    @Test
    void gridMayTurnRightOnRed() {
        OnboardingReport report = report("grid4x4");
        assertThat(report.network()).isEqualTo(new OnboardingReport.Network(80, 32, 16, 16));
        assertThat(report.demand()).isEqualTo(new OnboardingReport.Demand(1473, 0, 0, 0));
        assertThat(report.signals()).hasSize(16).allSatisfy(signal -> {
            assertThat(signal.intersection().movements()).isEqualTo(36);
            assertThat(signal.choice().phases()).hasSize(8).contains("GGGGGGrrrsssrrrrrrGGGGGGrrrsssrrrrrr");
            assertThat(signal.running().cycleSeconds()).isEqualTo(104);
            assertThat(signal.running().yellowSeconds()).isEqualTo(3);
        });
        assertThat(approach(report, "A1A2").capacityPerHour()).isCloseTo(1038.5, within(0.1));
        assertNothingToMend(report);
    }

    private static void assertNothingToMend(OnboardingReport report) {
        assertThat(report.remarks()).noneMatch(remark -> remark.kind() != Kind.NOTE);
        assertThat(report.remarks())
                .anySatisfy(remark -> assertThat(remark.text()).contains("no all-red"));
        assertThat(report.signals()).allSatisfy(signal -> {
            assertThat(signal.problems().neverServed()).isEmpty();
            assertThat(signal.problems().withoutYellow()).isEmpty();
            assertThat(signal.problems().greenTogether()).isEmpty();
            assertThat(signal.problems().shortLanes()).isEmpty();
            assertThat(signal.running().allRedSeconds()).isZero();
        });
        assertThat(ReportText.of(report).lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    }

    private static Approach approach(OnboardingReport report, String road) {
        return report.approaches().stream()
                .filter(approach -> approach.road().equals(road))
                .findFirst()
                .orElseThrow();
    }

    private OnboardingReport report(String name) {
        Path file = Path.of("../shared/networks/resco-" + name, name + ".sumocfg");
        assumeTrue(Files.exists(file), "There is no " + file);
        var importer = new SumoImporter(System.getenv(), TimeLimits.defaults(), ImportLimits.defaults());
        var traffic = importer.importTraffic(new ImportSource.Configuration(file), ImportOptions.none(), folder);
        return new Onboarding(traffic).report(name, "SUMO");
    }
}
