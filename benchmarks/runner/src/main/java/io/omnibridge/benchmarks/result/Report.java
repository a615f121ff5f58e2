package io.omnibridge.benchmarks.result;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * All that one run measured.
 *
 * @param circumstances what it was measured on and how, by name
 */
public record Report(Map<String, String> circumstances, List<Section> sections) {

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** Everything as Markdown. */
    public String markdown() {
        String head = circumstances.entrySet().stream()
                .map(entry -> "- " + entry.getKey() + ": " + entry.getValue() + "\n")
                .collect(Collectors.joining());
        return head
                + sections.stream()
                        .map(section -> "\n" + new SectionTable(section).markdown())
                        .collect(Collectors.joining());
    }

    /** Writes {@code last.md}, and {@code last.json} with every round, into {@code folder}. */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("last.md"), markdown());
        JSON.writeValue(folder.resolve("last.json").toFile(), this);
    }
}
