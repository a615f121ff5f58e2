package io.omnibridge.adapters.providers.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** One value, where it stands, and how to say what is wrong with it. What cannot be read leaves a problem, and is empty. */
public final class YamlValue {

    private static final String STANDARD_TAGS = "tag:yaml.org,2002:";

    private final String name;
    private final Node node;
    private final YamlProblems problems;

    YamlValue(String name, Node node, YamlProblems problems) {
        this.name = name;
        this.node = node;
        this.problems = problems;
    }

    /** Where it stands, such as {@code providers.google.scopes}. */
    public String name() {
        return name;
    }

    /** Says what is wrong with it: words that complete a sentence which begins with its name. */
    public void reject(String words) {
        problems.add(line(), name + " " + words);
    }

    /** Whether it says, in so many words, that there is nothing. */
    boolean isNull() {
        return node.getTag().equals(Tag.NULL);
    }

    /** A scalar that is not empty, as it was written. */
    public Optional<String> text() {
        if (isPlain()
                && node instanceof ScalarNode scalar
                && !isNull()
                && !scalar.getValue().isEmpty()) {
            return Optional.of(scalar.getValue());
        }
        reject("must be a text that is not empty");
        return Optional.empty();
    }

    /** A list of values. */
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

    /** Whether it is a list, and not one value alone. */
    public boolean isList() {
        return node instanceof SequenceNode;
    }

    /** A mapping. Members that are given twice are a problem, and so are members without a name. */
    public Optional<YamlMapping> members() {
        if (!isPlain() || !(node instanceof MappingNode mapping)) {
            reject("must be a mapping");
            return Optional.empty();
        }
        Map<String, YamlValue> members = new LinkedHashMap<>();
        mapping.getValue().forEach(member -> put(member, members));
        return Optional.of(new YamlMapping(this, members));
    }

    private void put(NodeTuple member, Map<String, YamlValue> members) {
        String key = member.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
        String path = name.equals("the file") ? "" : name + ".";
        boolean canBeRepeated = key.matches("[A-Za-z0-9_-]{1,63}");
        String connectable = canBeRepeated ? path + key : path + "(a member)";
        YamlValue value = new YamlValue(connectable, member.getValueNode(), problems);
        if (!canBeRepeated) {
            new YamlValue(connectable, member.getKeyNode(), problems).reject("has a name that no member has");
        } else if (members.putIfAbsent(key, value) != null) {
            new YamlValue(connectable, member.getKeyNode(), problems).reject("is given twice");
        }
    }

    /** No anchor, so that nothing refers to itself, and no type that somebody would have to construct. */
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
