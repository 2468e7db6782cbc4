package io.clearway.scenario.power.feeder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZonesTest {
    /** A line 1–2–…–7 is cut into 3 and 3, then the first half of equals again. */
    @Test
    void aLineIsCutInHalves() {
        List<Branch> line = new java.util.ArrayList<>();
        for (int bus = 1; bus < 7; bus++) {
            line.add(new Branch(bus - 1, bus, 0.1, 0.1));
        }
        Feeder feeder = new Feeder(10, 7, line, List.of(new Load(5, 1, 0)));
        Zones zones = new Zones(feeder, 3);
        assertThat(List.of(zones.buses(0), zones.buses(2), zones.buses(1)))
                .containsExactly(List.of(1), List.of(2, 3), List.of(4, 5, 6));
        assertThat(zones.of(0)).isEqualTo(Zones.NONE);
        // zone 2 with the most buses has two sites, both at its only load; the others have none
        assertThat(zones.sites(feeder, 4)).containsExactly(1, 5, 5, 3);
    }

    @ParameterizedTest
    @CsvSource({"322, 337, 22, 38", "421, 63, 199, 400"})
    void zonesAreConnectedAndAllHaveInverters(int buses, int loads, int count, int inverters) {
        Feeder feeder = new RandomFeeder(buses, loads, 1.5, 12.47, 0.2, 5).make();
        requireConnected(feeder, new Zones(feeder, count));
        List<Integer> sites = new Zones(feeder, count).sites(feeder, inverters);
        Set<Integer> zonesOfSites = new HashSet<>();
        sites.forEach(site -> zonesOfSites.add(new Zones(feeder, count).of(site)));
        assertThat(sites).hasSize(inverters);
        assertThat(zonesOfSites).hasSize(count).doesNotContain(Zones.NONE);
        assertThat(feeder.loads()).hasSize(loads);
        assertThat(feeder.nominalLoad()).isCloseTo(1.5, org.assertj.core.api.Assertions.within(1e-9));
    }

    private static void requireConnected(Feeder feeder, Zones zones) {
        FeederTree tree = new FeederTree(feeder);
        for (int zone = 0; zone < zones.count(); zone++) {
            int here = zone;
            long tops = zones.buses(zone).stream()
                    .filter(bus -> zones.of(tree.parent(bus)) != here)
                    .count();
            assertThat(tops).as("zone %d", zone).isEqualTo(1);
        }
    }

    @Test
    void thereAreNoMoreZonesThanBuses() {
        Feeder feeder = FeederFiles.caracas();
        assertThatThrownBy(() -> new Zones(feeder, 141))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 to 140 zones, not 141");
    }

    @Test
    void theSameSeedMakesTheSameFeeder() {
        RandomFeeder recipe = new RandomFeeder(50, 60, 1, 12.47, 0.2, 9);
        assertThat(recipe.make()).isEqualTo(recipe.make());
        assertThat(recipe.make()).isNotEqualTo(new RandomFeeder(50, 60, 1, 12.47, 0.2, 10).make());
    }
}
