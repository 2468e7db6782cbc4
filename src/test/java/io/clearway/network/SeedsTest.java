package io.clearway.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeedsTest {
    @Test
    void theSamePurposeAndIndexGiveTheSameChance() {
        assertThat(new Seeds(7).generator("explore", 3).nextLong())
                .isEqualTo(new Seeds(7).generator("explore", 3).nextLong());
    }

    @Test
    void rootsPurposesAndIndicesAllDiffer() {
        Set<Long> seen = new HashSet<>();
        for (long root = 0; root < 20; root++) {
            for (long index = 0; index < 20; index++) {
                seen.add(new Seeds(root).of("episode", index));
                seen.add(new Seeds(root).of("explore", index));
            }
        }
        assertThat(seen).hasSize(800);
    }
}
