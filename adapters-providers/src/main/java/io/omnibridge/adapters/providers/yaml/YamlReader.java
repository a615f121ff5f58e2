package io.omnibridge.adapters.providers.yaml;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads YAML 1.2 of at most 256 Ki characters, without aliases. Thread-safe. */
public final class YamlReader {

    private static final int MAX_CHARACTERS = 256 * 1024;
    /** A buffer with more room than the text is filled once: SnakeYAML Engine fails at a pair of surrogates across two fillings. */
    private static final int ROOM = 2;

    private static final String UNREADABLE = "this is not valid YAML";

    private YamlReader() {}

    /** Returns the only document of {@code text}, a mapping; or reports mistakes to {@code problems} and returns empty. */
    public static Optional<YamlMapping> read(String text, YamlProblems problems) {
        if (text.length() > MAX_CHARACTERS) {
            problems.add(1, "the file must have at most " + MAX_CHARACTERS + " characters");
            return Optional.empty();
        }
        return compose(text, problems)
                .map(node -> new YamlValue("the file", node, problems))
                .flatMap(YamlValue::members);
    }

    private static Optional<Node> compose(String text, YamlProblems problems) {
        LoadSettings settings = LoadSettings.builder()
                .setUseMarks(true)
                .setCodePointLimit(MAX_CHARACTERS)
                .setMaxAliasesForCollections(0)
                .setBufferSize(text.length() + ROOM)
                .build();
        try {
            Optional<Node> document = new Compose(settings).composeString(text);
            if (document.isEmpty()) {
                problems.add(1, "the file must not be empty");
            }
            return document;
        } catch (MarkedYamlEngineException e) {
            problems.add(e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1), UNREADABLE);
        } catch (YamlEngineException e) {
            problems.add(1, UNREADABLE);
        } catch (StackOverflowError e) {
            problems.add(1, "this is nested too deeply");
        }
        return Optional.empty();
    }
}
