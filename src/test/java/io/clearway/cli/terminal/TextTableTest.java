package io.clearway.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {
    private static final String LONG = "dmpo " + "a-long-folder/".repeat(5) + "x";

    @Test
    void columnsAreAsWideAsWhatStandsInThem() {
        var table = new TextTable(List.of("name", "n"), false, List.of());
        table.row(List.of("a", "100"));
        assertThat(table.render().lines()).containsExactly("name    n", "─────────", "a     100");
    }

    @Test
    void aFirstCellThatIsTooLongStandsOnALineOfItsOwn() {
        var table = new TextTable(List.of("controller", "time in system", "arrived"), false, List.of());
        table.row(List.of("random", "1492 ± 99", "1788 of 3726"));
        table.row(List.of(LONG, "561 ± 215", "3492 of 3726"));
        List<String> lines = table.render().lines().toList();
        assertThat(lines).hasSize(5).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(lines.get(3)).isEqualTo(LONG);
        assertThat(lines.get(4)).startsWith(" ").endsWith("561 ± 215  3492 of 3726");
    }

    @Test
    void columnsThatMayBeCutGiveWayInTheirOrder() {
        var table = new TextTable(List.of("run", "scenario", "seed", "name"), false, List.of(3, 1));
        table.row(List.of("12345678", "s".repeat(60), "9223372036854775807", "n".repeat(60)));
        List<String> lines = table.render().lines().toList();
        assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(lines.get(2))
                .contains("9223372036854775807")
                .contains("s".repeat(42) + "…")
                .endsWith("  nnn…");
    }

    @Test
    void inksDoNotChangeTheWidths() {
        var plain = new TextTable(List.of("run", "status"), false, List.of());
        var colored = new TextTable(List.of("run", "status"), true, List.of());
        for (TextTable table : List.of(plain, colored)) {
            table.row(List.of("1", "FINISHED"), column -> column == 1 ? TerminalColors.GOOD : TerminalColors.PLAIN);
            table.row(List.of("2", "FAILED"), column -> column == 1 ? TerminalColors.BAD : TerminalColors.PLAIN);
        }
        assertThat(colored.render()).contains("\u001b[32mFINISHED\u001b[0m").contains("\u001b[31m  FAILED\u001b[0m");
        assertThat(colored.render().replaceAll("\u001b\\[\\d+m", "")).isEqualTo(plain.render());
    }

    @Test
    void aRowMustFitTheHeadings() {
        var table = new TextTable(List.of("one", "two"), false, List.of());
        assertThatThrownBy(() -> table.row(List.of("1"))).hasMessageContaining("1 cells does not fit 2 columns");
    }
}
