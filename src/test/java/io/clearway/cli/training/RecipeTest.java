package io.clearway.cli.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearway.catalog.Catalog;
import io.clearway.runs.RunRequest;
import io.clearway.setting.InvalidSetting;
import io.clearway.simulation.TrafficSimulator;
import io.clearway.training.RunPlan;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecipeTest {
    @TempDir
    Path folder;

    static List<String> shipped() {
        return Recipe.names();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void thoseThatComeWithClearwayCanBeCarriedOut(String name) {
        TrafficSimulator none = (TrafficSimulator) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {TrafficSimulator.class}, (proxy, method, given) -> {
                    throw new IllegalStateException(method.getName());
                });
        RunRequest request = Recipe.of(name).request();
        RunPlan plan = request.training().plan(Catalog.standard(none, Path.of("sumo-networks")));
        assertThat(plan.selection().wanted()).isTrue();
        assertThat(request.evaluation().evaluationSeeds()).isPositive();
        assertThat(request.name()).isNotBlank();
    }

    private Recipe file(String text) throws IOException {
        return Recipe.of(Files.writeString(folder.resolve("recipe.json"), text).toString());
    }

    @Test
    void aFileHasTheFieldsOfARunsRequestAndOptionsChangeThem() throws IOException {
        Recipe recipe = file("""
                {"scenario": "catch-up", "algorithm": "dppo", "decisions": 100, "validationSeeds": 8,
                 "algorithmSettings": {"discount": 0.9, "hidden": [8]}}""");
        RunRequest asGiven = recipe.request();
        assertThat(asGiven.training().selection().validationSeeds()).isEqualTo(8);
        assertThat(asGiven.training().selection().candidates()).isEqualTo(4);
        assertThat(asGiven.training().seed()).isEqualTo(1);
        assertThat(asGiven.evaluation().evaluationSeeds()).isZero();

        RunRequest changed = recipe.changedBy(Map.of("seed", 7L, "algorithmSettings", Map.of("discount", 0.5)))
                .request();
        assertThat(changed.training().seed()).isEqualTo(7);
        assertThat(changed.training().algorithmSettings()).isEqualTo(Map.of("discount", 0.5, "hidden", List.of(8)));
        assertThat(changed.training().decisions()).isEqualTo(100);
    }

    @Test
    void whatCannotBeUsedIsNamedWithTheMend() throws IOException {
        assertThatThrownBy(() -> Recipe.of("nowhere"))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("--recipe: 'nowhere' cannot be used")
                .hasMessageContaining("catch-up-dmpo");
        Recipe incomplete = file("{\"scenario\": \"catch-up\", \"algorithm\": \"dppo\"}");
        assertThatThrownBy(incomplete::request).hasMessageStartingWith("decisions: 'nothing' cannot be used");
        Recipe odd = file("{\"scenario\": \"a\", \"algorithm\": \"b\", \"decisions\": 1, \"sed\": 3}");
        assertThatThrownBy(odd::request)
                .hasMessageStartingWith("sed: '3' cannot be used")
                .hasMessageContaining("seed");
        assertThatThrownBy(() -> file("{\"seed\": null}")).hasMessageStartingWith("seed: 'null' cannot be used");
        assertThatThrownBy(() -> file("null")).hasMessageContaining("correct its JSON");
        Recipe text = file("{\"algorithmSettings\": \"signals\"}");
        assertThatThrownBy(() -> text.changedBy(Map.of("algorithmSettings", Map.of("clip", 0.1))))
                .hasMessageContaining("'signals' cannot be used; give settings as an object");
        assertThatThrownBy(() -> file("[1]")).hasMessageContaining("correct its JSON");
        assertThatThrownBy(() -> file("{\"seed\": 1, \"seed\": 2}")).hasMessageContaining("correct its JSON");
    }
}
