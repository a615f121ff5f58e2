package io.omnibridge.adapters.providers.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class YamlReaderTest {

    private static final String PAIR = "\ud83d\ude00";

    private final YamlProblems problems = new YamlProblems();

    @Test
    void characters_outside_the_basic_plane_are_read_wherever_they_stand() {
        for (int before = 0; before < 4; before++) {
            String text = "x".repeat(before) + PAIR.repeat(1_500);

            assertEquals(Optional.of(text), read("name: \"" + text + "\"\n", "name"));
            assertEquals(Optional.of("a"), read("# " + text + "\nname: a\n", "name"));
        }
        assertEquals(List.of(), problems.inOrder());
    }

    @Test
    void half_a_pair_at_the_end_is_a_mistake() {
        assertEquals(Optional.empty(), read("name: a\ud83d", "name"));

        assertEquals(List.of("line 1: this is not valid YAML"), problems.inOrder());
    }

    private Optional<String> read(String yaml, String name) {
        return YamlReader.read(yaml, problems)
                .flatMap(members -> members.find(name))
                .flatMap(YamlValue::text);
    }
}
