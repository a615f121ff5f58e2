package io.omnibridge.adapters.providers.scrub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Random;

/** Random documents, and what a filter leaves of them: an independent statement of the rule, on trees. */
final class RandomJson {

    private static final List<String> NAMES = List.of("a", "b", "removed", "", "\u00e9", "c\"d");

    private RandomJson() {}

    static JsonNode document(Random random, String signed) {
        return random.nextBoolean() ? object(random, signed, 0) : array(random, signed, 0);
    }

    private static ObjectNode object(Random random, String signed, int depth) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (int i = random.nextInt(5); i > 0; i--) {
            object.set(NAMES.get(random.nextInt(NAMES.size())), value(random, signed, depth));
        }
        return object;
    }

    private static ArrayNode array(Random random, String signed, int depth) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (int i = random.nextInt(5); i > 0; i--) {
            array.add(value(random, signed, depth));
        }
        return array;
    }

    private static JsonNode value(Random random, String signed, int depth) {
        return switch (random.nextInt(depth > 3 ? 6 : 8)) {
            case 0 -> TextNode.valueOf(signed);
            case 1 -> TextNode.valueOf("https://plain.example/");
            case 2 -> TextNode.valueOf("text \u00e9 \\ \" \n");
            case 3 -> JsonNodeFactory.instance.numberNode(random.nextInt());
            case 4 -> JsonNodeFactory.instance.booleanNode(random.nextBoolean());
            case 5 -> JsonNodeFactory.instance.nullNode();
            case 6 -> object(random, signed, depth + 1);
            default -> array(random, signed, depth + 1);
        };
    }

    /** Returns the tree without signed URLs, and without {@code removed} at the top and one level below. */
    static JsonNode expected(JsonNode node, String signed, int depth) {
        if (node instanceof ObjectNode object) {
            ObjectNode left = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(it -> {
                boolean isRemoved = it.getKey().equals("removed") && depth < 2;
                if (!isRemoved && !it.getValue().asText().equals(signed)) {
                    left.set(it.getKey(), expected(it.getValue(), signed, depth + 1));
                }
            });
            return left;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode left = JsonNodeFactory.instance.arrayNode();
            array.forEach(it -> {
                if (!it.asText().equals(signed)) {
                    left.add(expected(it, signed, depth + 1));
                }
            });
            return left;
        }
        return node;
    }
}
