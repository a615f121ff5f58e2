package io.omnibridge.adapters.providers.yaml;

import io.omnibridge.adapters.support.text.SurroundingWhitespace;
import io.omnibridge.domain.InvalidValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** One YAML value with its name and line. Each method reports a mistake and returns empty if the value has another type. */
public final class YamlValue {

    private static final String STANDARD_TAGS = "tag:yaml.org,2002:";

    private static final String UNNAMED = "(a member)";

    private static final Pattern PLAIN_NAMES = Pattern.compile("[A-Za-z0-9_-]{1,63}");

    private final String name;
    private final Node node;
    private final YamlProblems problems;

    YamlValue(String name, Node node, YamlProblems problems) {
        this.name = name;
        this.node = node;
        this.problems = problems;
    }

    /** Returns the path of the value, such as {@code providers.google.scopes}. */
    public String name() {
        return name;
    }

    /** Reports a mistake. {@code message} completes a sentence that begins with the name of the value. */
    public void reject(String message) {
        problems.add(line(), name + " " + message);
    }

    /**
     * Returns this value without its own name, for mistakes about a name that this program does not know: a secret may stand where
     * the name belongs. The line says which value is meant.
     */
    public YamlValue unnamed() {
        return new YamlValue(path(name) + UNNAMED, node, problems);
    }

    /** Returns the path of the mapping that has the value of that name, with the separator. */
    private static String path(String name) {
        return name.substring(0, name.lastIndexOf('.') + 1);
    }

    /** Returns whether the value is {@code null}. */
    boolean isNull() {
        return node.getTag().equals(Tag.NULL);
    }

    /** Returns a scalar that is not empty, as the file spells it, without white space at its edges. */
    public Optional<String> text() {
        if (isPlain()
                && node instanceof ScalarNode scalar
                && !isNull()
                && !scalar.getValue().isEmpty()) {
            return withoutSurroundingWhitespace(scalar.getValue());
        }
        reject("must be a text that is not empty");
        return Optional.empty();
    }

    private Optional<String> withoutSurroundingWhitespace(String text) {
        try {
            return Optional.of(SurroundingWhitespace.requireNone(text));
        } catch (InvalidValue e) {
            reject(e.getMessage());
            return Optional.empty();
        }
    }

    /** Returns the items of a list. */
    public Optional<List<YamlValue>> list() {
        if (!isPlain() || !(node instanceof SequenceNode sequence)) {
            reject("must be a list");
            return Optional.empty();
        }
        List<YamlValue> values = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            values.add(new YamlValue(name + "[" + values.size() + "]", item, problems));
        }
        return Optional.of(values);
    }

    /** Returns whether the value is a list. */
    public boolean isList() {
        return node instanceof SequenceNode;
    }

    /** Returns whether the value is a mapping. */
    public boolean isMapping() {
        return node instanceof MappingNode;
    }

    /** Returns a mapping. Repeated and malformed names are mistakes. */
    public Optional<YamlMapping> members() {
        return members(PLAIN_NAMES);
    }

    /** Returns a mapping whose members have other names: texts that {@code names} matches. Repeated and other names are mistakes. */
    public Optional<YamlMapping> members(Pattern names) {
        if (!isPlain() || !(node instanceof MappingNode mapping)) {
            reject("must be a mapping");
            return Optional.empty();
        }
        Map<String, YamlValue> members = new LinkedHashMap<>();
        mapping.getValue().forEach(member -> put(member, names, members));
        return Optional.of(new YamlMapping(this, members));
    }

    private void put(NodeTuple member, Pattern names, Map<String, YamlValue> members) {
        String key = member.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
        String path = name.equals("the file") ? "" : name + ".";
        boolean isPlainName = names.matcher(key).matches();
        String fullName = isPlainName ? nameOf(path, key) : path + UNNAMED;
        YamlValue value = new YamlValue(fullName, member.getValueNode(), problems);
        if (!isPlainName) {
            new YamlValue(fullName, member.getKeyNode(), problems).reject("has an invalid name");
        } else if (members.putIfAbsent(key, value) != null) {
            new YamlValue(path + UNNAMED, member.getKeyNode(), problems).reject("is given twice");
        }
    }

    private String nameOf(String path, String key) {
        return PLAIN_NAMES.matcher(key).matches() ? path + key : name + "[" + key + "]";
    }

    /** Returns whether the value has no anchor, which would allow cycles, and no tag, which would name a type to instantiate. */
    private boolean isPlain() {
        boolean isPlain = node.getAnchor().isEmpty() && node.getTag().getValue().startsWith(STANDARD_TAGS);
        if (!isPlain) {
            reject("must have no anchor and no tag");
        }
        return isPlain;
    }

    private int line() {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }
}
