package io.clearway.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.judge.Violation.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignalJudgeTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            two straight streams together                | CONFLICTING_GREENS   | 5  | rGrr 5, GGrr 5
            walk and the road over the crossing          | CONFLICTING_GREENS   | 5  | rGrr 5, rGrG 5
            g that does not yield                        | CONFLICTING_GREENS   | 5  | rGrr 5, gGrr 5
            a conflict of two parts                      | CONFLICTING_GREENS   | 5  | rGrr 5, GGrr 5, gGrr 5
            left turn gets priority during yellow        | GREEN_AGAINST_YELLOW | 10 | Grgr 10, yrGr 3, rrGr 5
            road begins during yellow                    | GREEN_AGAINST_YELLOW | 12 | Grrr 10, yrrr 2, yGrr 1, rGrr 5
            yellow out of red against green              | GREEN_AGAINST_YELLOW | 10 | rGrr 10, yGrr 3, rGrr 9
            green to red                                 | MISSING_YELLOW       | 10 | Grrr 10, rrrr 5
            yellow of 2 s                                | SHORT_YELLOW         | 12 | Grrr 10, yrrr 2, rrrr 5
            yellow cut by green                          | SHORT_YELLOW         | 12 | Grrr 10, yrrr 2, Grrr 5
            no all-red where the owner has 2 s           | SHORT_CLEARANCE      | 13 | rrGr 10, rryr 3, rGrr 9
            walk ends 7 s before the left turn's priority | SHORT_WALK_CLEARANCE | 17 | GrgG 10, Grgr 4, yrgr 3, rrGr 9
            walk ends 7 s before the road's green        | SHORT_WALK_CLEARANCE | 17 | rrrG 10, rrrr 7, rGrr 9
            green of 2 s                                 | SHORT_GREEN          | 7  | rrrr 5, Grrr 2, yrrr 3, rrrr 5
            walk of 2 s                                  | SHORT_GREEN          | 7  | rrrr 5, rrrG 2, rrrr 5
            a character too few                          | WRONG_LENGTH         | 5  | Grrr 5, Grr 2, Gr 1, Grrr 5
            off                                          | DARK                 | 5  | Grrr 5, GrrO 2, Grrr 5
            no state of SUMO                             | UNKNOWN_STATE        | 5  | Grrr 5, Grrx 2, Grrr 5
            """)
    void aSeededViolationIsFoundOnce(String name, Kind kind, double seconds, String states) throws IOException {
        assertThat(judge(states))
                .as(name)
                .singleElement()
                .satisfies(violation -> assertThat(violation.kind()).isEqualTo(kind))
                .satisfies(violation -> assertThat(violation.seconds()).isEqualTo(seconds))
                .satisfies(violation -> assertThat(violation.light()).isEqualTo("J"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            one after the other                   | rGrr 5, ryrr 3, Grrr 5
            walk with a left turn that yields     | rrrr 5, rrgG 5
            g that yields                         | rrrr 5, Ggrr 5
            two that merge                        | rrrr 5, rGGr 5
            left turn gets priority after yellow  | GrgG 5, Grgr 5, yrgr 3, rrGr 5
            road begins after yellow              | Grrr 10, yrrr 3, rGrr 5
            a stream that stays during yellow     | rrrr 5, Grgr 5, yrgr 3, rrgr 5
            priority becomes permission           | rrGr 10, rrgr 5
            yellow of 3 s                         | Grrr 10, yrrr 3, rrrr 5
            the owner's all-red                   | rrGr 10, rryr 3, rrrr 2, rGrr 9
            walk ends 8 s before priority         | GrgG 10, Grgr 5, yrgr 3, rrGr 9
            walk ends 8 s before the road's green | rrrG 10, rrrr 8, rGrr 9
            a walk that goes on                   | rrrG 10, rrgG 9
            green of 3 s                          | rrrr 5, Grrr 3, yrrr 3, rrrr 5
            cut by the begin and the end          | Grrr 1, yrrr 3, rrrr 5, Grrr 1
            """)
    void whatIsLegalIsNotFound(String name, String states) throws IOException {
        assertThat(judge(states)).as(name).isEmpty();
    }

    @Test
    void theOwnersProgramIsLegal() throws IOException {
        String cycle = "GrgG 20, Grgr 5, yrgr 3, rrGr 6, rryr 3, rrrr 2, rGrr 20, ryrr 3";
        assertThat(judge(cycle + "," + cycle)).isEmpty();
    }

    @Test
    void minimumsCanBeGivenByLight() throws IOException {
        SignalJudge strict = new SignalJudge(SmallJunction.network(folder), Map.of("J", new JudgedMinimums(4, 10)));
        assertThat(strict.judge(SmallJunction.log(folder, "rrrr 5, Grrr 9, yrrr 3, rrrr 5")))
                .extracting(Violation::kind)
                .containsExactly(Kind.SHORT_GREEN, Kind.SHORT_YELLOW);
    }

    @Test
    void aGapInReadableRowsHidesNoJump() throws IOException {
        assertThat(judge("Grrr 5, Gr 2, rrrr 5"))
                .extracting(Violation::kind)
                .containsExactly(Kind.WRONG_LENGTH, Kind.MISSING_YELLOW);
    }

    private List<Violation> judge(String states) throws IOException {
        return new SignalJudge(SmallJunction.network(folder)).judge(SmallJunction.log(folder, states));
    }
}
