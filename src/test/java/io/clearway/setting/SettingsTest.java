package io.clearway.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    private static final Learning DEFAULTS = new Learning(0.99, 128, "max-pressure", true);

    record Learning(double discount, int hidden, String rule, boolean shared) {
        Learning {
            if (!(discount >= 0 && discount <= 1)) {
                throw new InvalidSetting("discount", discount, "give a number from 0 to 1");
            }
        }
    }

    @Test
    void whatIsNotGivenStaysAtItsDefault() {
        assertThat(new Settings(Map.of("hidden", 64)).over(DEFAULTS))
                .isEqualTo(new Learning(0.99, 64, "max-pressure", true));
    }

    @Test
    void aWholeNumberWillDoForAFraction() {
        assertThat(new Settings(Map.of("discount", 1)).over(DEFAULTS).discount())
                .isEqualTo(1.0);
    }

    @Test
    void anUnknownNameIsAnErrorThatListsTheKnownOnes() {
        assertThatThrownBy(() -> new Settings(Map.of("gamma", 0.9)).over(DEFAULTS))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("gamma")
                .hasMessageContaining("discount, hidden, rule, shared");
    }

    @ParameterizedTest
    @CsvSource({"hidden, many", "discount, often", "shared, perhaps"})
    void anotherTypeIsAnErrorThatNamesFieldAndValue(String field, String value) {
        assertThatThrownBy(() -> new Settings(Map.of(field, value)).over(DEFAULTS))
                .isInstanceOfSatisfying(InvalidSetting.class, complaint -> {
                    assertThat(complaint.field()).isEqualTo(field);
                    assertThat(complaint.given()).isEqualTo(value);
                });
    }

    @Test
    void allThatIsWrongIsToldAtOnceAndInWordsForPeople() {
        assertThatThrownBy(() -> new Settings(Map.of("hidden", "many", "shared", "perhaps", "rul", "x")).over(DEFAULTS))
                .isInstanceOfSatisfying(InvalidSetting.class, complaint -> {
                    assertThat(complaint.all())
                            .extracting(InvalidSetting::field)
                            .containsExactlyInAnyOrder("hidden", "shared", "rul");
                    assertThat(complaint.within("settings").all())
                            .extracting(InvalidSetting::field)
                            .contains("settings.hidden");
                    assertThat(complaint)
                            .hasMessageContaining("give a whole number")
                            .hasMessageContaining("truth value, true or false")
                            .hasMessageContaining("did you mean 'rule'?");
                    assertThat(complaint.getMessage()).doesNotContain("java.").doesNotContain("deserialize");
                });
    }

    @Test
    void aFractionIsNotCutToAWholeNumber() {
        assertThatThrownBy(() -> new Settings(Map.of("hidden", 64.5)).over(DEFAULTS))
                .isInstanceOfSatisfying(
                        InvalidSetting.class,
                        complaint -> assertThat(complaint.field()).isEqualTo("hidden"));
    }

    @Test
    void aListOfOneMayBeGivenAsTheOne() {
        record Layers(List<Integer> hidden) {}
        Layers defaults = new Layers(List.of(128, 128));
        assertThat(new Settings(Map.of("hidden", 64)).over(defaults).hidden()).containsExactly(64);
        assertThat(new Settings(Map.of("hidden", List.of(64, 32)))
                        .over(defaults)
                        .hidden())
                .containsExactly(64, 32);
        assertThatThrownBy(() -> new Settings(Map.of("hidden", "wide")).over(defaults))
                .isInstanceOf(InvalidSetting.class);
    }

    @Test
    void theRecordsOwnComplaintComesThrough() {
        assertThatThrownBy(() -> new Settings(Map.of("discount", 1.5)).over(DEFAULTS))
                .isInstanceOfSatisfying(InvalidSetting.class, complaint -> {
                    assertThat(complaint.field()).isEqualTo("discount");
                    assertThat(complaint.hint()).isEqualTo("give a number from 0 to 1");
                });
    }

    @Test
    void everyFieldIsListedInOrder() {
        assertThat(Settings.asMap(DEFAULTS))
                .containsExactly(
                        Map.entry("discount", 0.99),
                        Map.entry("hidden", 128),
                        Map.entry("rule", "max-pressure"),
                        Map.entry("shared", true));
    }

    record Composed(Learning learning, double weight) {}

    @Test
    void theFieldsOfPartsStandBesideTheRecordsOwn() {
        Composed defaults = new Composed(DEFAULTS, 0.5);
        assertThat(Settings.asMap(defaults).keySet()).containsExactly("discount", "hidden", "rule", "shared", "weight");
        assertThat(new Settings(Map.of("hidden", 64, "weight", 1)).over(defaults))
                .isEqualTo(new Composed(new Learning(0.99, 64, "max-pressure", true), 1));
        assertThat(new Settings(Settings.asMap(defaults)).over(defaults)).isEqualTo(defaults);
    }

    @Test
    void aPartsOwnComplaintComesThrough() {
        assertThatThrownBy(() -> new Settings(Map.of("discount", 1.5)).over(new Composed(DEFAULTS, 0.5)))
                .isInstanceOfSatisfying(
                        InvalidSetting.class,
                        complaint -> assertThat(complaint.field()).isEqualTo("discount"));
    }

    record Span(int shortest, int longest, double chance) {
        Span {
            if (shortest < 1) {
                throw new InvalidSetting("shortest", shortest, "give at least 1");
            }
            if (longest < shortest) {
                throw new InvalidSetting("longest", longest, "give at least shortest, " + shortest);
            }
            if (!(chance >= 0 && chance <= 1)) {
                throw new InvalidSetting("chance", chance, "give a number from 0 to 1");
            }
        }
    }

    private static List<String> refused(Map<String, Object> given) {
        List<String> fields = new ArrayList<>();
        assertThatThrownBy(() -> new Settings(given).over(new Span(10, 20, 0.5)))
                .isInstanceOfSatisfying(
                        InvalidSetting.class,
                        complaint -> complaint.all().forEach(one -> fields.add(one.field() + " " + one.given())));
        return fields;
    }

    @Test
    void allValuesOutOfRangeAreToldAtOnce() {
        assertThat(refused(Map.of("shortest", 0, "longest", 5, "chance", 2))).contains("shortest 0", "chance 2.0");
        assertThat(refused(Map.of("shortest", 0, "chance", 2))).containsExactly("shortest 0", "chance 2.0");
        // 5 is no less than the shortest that was given; that it is less than the default is nobody's fault
        assertThat(refused(Map.of("shortest", 3, "longest", 5, "chance", 2))).containsExactly("chance 2.0");
        assertThat(refused(Map.of("longest", 5))).containsExactly("longest 5");
    }

    enum Surface {
        OPEN_GROUND,
        ICE {
            @Override
            boolean slippery() {
                return true;
            }
        };

        boolean slippery() {
            return false;
        }
    }

    record Course(Surface surface, List<Surface> around) {
        static final Course DEFAULT = new Course(Surface.OPEN_GROUND, List.of(Surface.ICE));
    }

    @Test
    void anEnumsConstantIsGivenByItsWord() {
        assertThat(Settings.asMap(Course.DEFAULT))
                .isEqualTo(Map.of("surface", "open-ground", "around", List.of("ice")));
        assertThat(new Settings(Map.of("surface", "ice", "around", List.of("open-ground", "ice"))).over(Course.DEFAULT))
                .isEqualTo(new Course(Surface.ICE, List.of(Surface.OPEN_GROUND, Surface.ICE)));
    }

    @ParameterizedTest
    @CsvSource({"surface, sand", "surface, ICE", "surface, ''", "around, sand", "around, OPEN_GROUND"})
    void anotherWordIsAnErrorThatListsTheWords(String field, String word) {
        assertThatThrownBy(() -> new Settings(Map.of(field, word)).over(Course.DEFAULT))
                .isInstanceOfSatisfying(InvalidSetting.class, complaint -> {
                    assertThat(complaint.field()).isEqualTo(field);
                    assertThat(complaint.given()).isEqualTo(word);
                    assertThat(complaint.hint()).endsWith("use one of: open-ground, ice");
                });
    }

    @Test
    void anEnumIsNotGivenByNumber() {
        assertThatThrownBy(() -> new Settings(Map.of("surface", 1)).over(Course.DEFAULT))
                .isInstanceOf(InvalidSetting.class)
                .hasMessage("surface: '1' cannot be used; use one of: open-ground, ice");
    }

    @Test
    void aWordIsReadOutsideOfARecordToo() {
        assertThat(EnumWords.constant(Surface.class, "surface", "ice")).isEqualTo(Surface.ICE);
        assertThatThrownBy(() -> EnumWords.constant(Surface.class, "surface", "sand"))
                .isInstanceOf(InvalidSetting.class)
                .hasMessage("surface: 'sand' cannot be used; use one of: open-ground, ice");
    }
}
