package io.omnibridge.adapters.providers.scrub;

import io.omnibridge.adapters.providers.reads.FieldPath;
import java.util.List;

/** One open object or array of a document that is filtered. Not thread-safe. */
final class JsonFrame {

    final boolean isObject;

    /** Paths that lead into this container. */
    final List<FieldPath> paths;

    final int depth;

    /** Whether a member or an element was kept. */
    boolean hasKept;

    /** Name of the current member; for an array, the number of the current element. */
    String name = "0";

    private int index;

    JsonFrame(boolean isObject, List<FieldPath> paths, int depth) {
        this.isObject = isObject;
        this.paths = paths;
        this.depth = depth;
    }

    /** Returns the paths that lead to the current member or element. */
    List<FieldPath> pathsToCurrent() {
        return paths.isEmpty()
                ? paths
                : paths.stream().filter(it -> it.fits(depth, name)).toList();
    }

    /** Goes on to the next element of an array. */
    void nextElement() {
        index++;
        name = Integer.toString(index);
    }
}
