package io.omnibridge.adapters.providers.scrub;

import io.omnibridge.adapters.providers.reads.FieldPath;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Where in a JSON document a filter stands, and what may come next (RFC 8259 §2). Not thread-safe. */
final class JsonNesting {

    private static final int MAX_DEPTH = 512;

    /** What may come next. */
    private enum Place {
        VALUE,
        VALUE_OR_END,
        NAME,
        NAME_OR_END,
        COLON,
        COMMA_OR_END,
        DONE
    }

    private final Deque<JsonFrame> frames = new ArrayDeque<>();
    private final RemovedFields removed;
    private Place place = Place.VALUE;

    JsonNesting(List<FieldPath> removed) {
        this.removed = RemovedFields.of(removed);
    }

    boolean takesName() {
        return place == Place.NAME || place == Place.NAME_OR_END;
    }

    boolean takesColon() {
        return place == Place.COLON;
    }

    boolean takesComma() {
        return place == Place.COMMA_OR_END;
    }

    boolean takesValue() {
        return place == Place.VALUE || place == Place.VALUE_OR_END;
    }

    boolean takesEnd(boolean ofObject) {
        Place ofEmpty = ofObject ? Place.NAME_OR_END : Place.VALUE_OR_END;
        return innermost().filter(it -> it.isObject == ofObject).isPresent()
                && (place == Place.COMMA_OR_END || place == ofEmpty);
    }

    boolean isDone() {
        return place == Place.DONE;
    }

    /** Returns the innermost open container; empty at the top. */
    Optional<JsonFrame> innermost() {
        return Optional.ofNullable(frames.peek());
    }

    int depth() {
        return frames.size();
    }

    /** Returns the name of the member whose value comes next; empty if it is no member. */
    Optional<String> member() {
        return innermost().filter(it -> it.isObject).map(it -> it.name);
    }

    /** Returns whether the value that comes next is to be dropped for its place. */
    boolean isRemoved() {
        JsonFrame frame = frames.peek();
        if (frame == null) {
            return false;
        }
        return (frame.isObject && removed.anywhere().contains(frame.name))
                || paths().stream().anyMatch(it -> it.parts().size() == depth());
    }

    private List<FieldPath> paths() {
        return innermost().map(JsonFrame::pathsToCurrent).orElse(removed.paths());
    }

    void begin(boolean isObject) throws UnreadableResponse {
        if (depth() >= MAX_DEPTH) {
            throw new UnreadableResponse("the JSON is nested too deep");
        }
        frames.push(new JsonFrame(isObject, paths(), depth()));
        place = isObject ? Place.NAME_OR_END : Place.VALUE_OR_END;
    }

    void end() {
        frames.pop();
    }

    void named(String name) {
        frames.element().name = name;
        place = Place.COLON;
    }

    void colon() {
        place = Place.VALUE;
    }

    void comma() {
        JsonFrame frame = frames.element();
        frame.nextElement();
        place = frame.isObject ? Place.NAME : Place.VALUE;
    }

    void valueEnded() {
        place = frames.isEmpty() ? Place.DONE : Place.COMMA_OR_END;
    }
}
