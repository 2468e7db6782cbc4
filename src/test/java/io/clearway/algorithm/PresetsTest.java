package io.clearway.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearway.setting.InvalidSetting;
import io.clearway.setting.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PresetsTest {
    private static final Learning DEFAULTS = new Learning(0.9, List.of(8), "rule");

    record Learning(double discount, List<Integer> hidden, String warmStart) {
        Learning {
            if (!(discount >= 0 && discount <= 1)) {
                throw new InvalidSetting("discount", discount, "give a number from 0 to 1");
            }
        }
    }

    @Test
    void aPresetHoldsItsSettingsOverThoseThatItExtends() {
        Map<String, Settings> presets = read(Map.of(
                "index", "[\"ring\", \"paper\"]",
                "common", "{\"settings\": {\"discount\": 0.5, \"hidden\": [4]}}",
                "ring", "{\"description\": \"ours\", \"extends\": \"algo/common\", \"settings\": {\"hidden\": [2, 2]}}",
                "paper", "{\"extends\": \"algo/ring\"}"));
        assertThat(presets.keySet()).containsExactly("ring", "paper");
        assertThat(presets.get("ring")).isEqualTo(new Settings(Map.of("discount", 0.5, "hidden", List.of(2, 2))));
        assertThat(presets.get("paper")).isEqualTo(presets.get("ring"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"settings": {"gamma": 0.5}}        | presets/algo/one.json: gamma: '0.5'      | discount, hidden, warmStart
            {"settings": {"hidden": ["wide"]}}  | presets/algo/one.json: hidden: '[wide]'  | whole number
            {"settings": {"discount": 1.5}}     | presets/algo/one.json: discount: '1.5'   | from 0 to 1
            {"settings": {"discount": null}}    | presets/algo/one.json: discount: 'null'  | give a value
            {"settings": [1]}                   | presets/algo/one.json: settings: '[1]'   | object of values
            {"setting": {"discount": 0.5}}      | presets/algo/one.json: setting: '{       | description, extends, settings
            {"extends": 3}                      | presets/algo/one.json: extends: '3'      | name of a file
            {"extends": "algo/one"}             | presets/algo/one.json: extends: 'algo/one' | does not extend
            {"extends": "algo/none"}            | presets/algo/none.json: ''               | no such file
            {"extends": "algo/bad"}             | presets/algo/bad.json: discount: '7.5'   | from 0 to 1
            {"settings":                        | presets/algo/one.json: 'line 1'          | end-of-input
            {"settings": {}, "settings": {}}    | presets/algo/one.json: 'line 1'          | Duplicate
            """)
    void aMistakeIsAnErrorThatNamesFileFieldValueAndMend(String content, String place, String mend) {
        Map<String, String> files =
                Map.of("index", "[\"one\"]", "one", content, "bad", "{\"settings\": {\"discount\": 7.5}}");
        assertThatThrownBy(() -> read(files))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageStartingWith(place)
                .hasMessageContaining(mend);
    }

    private static Map<String, Settings> read(Map<String, String> files) {
        Map<String, String> paths = new HashMap<>();
        files.forEach((name, content) -> paths.put("presets/algo/" + name + ".json", content));
        return new Presets(path -> Optional.ofNullable(paths.get(path))).read("algo", DEFAULTS);
    }
}
