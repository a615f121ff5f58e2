package io.omnibridge.adapters.providers.reads;

import java.util.List;

/** An API with the segments by which clients name it. */
record PrefixedApi(List<String> prefix, ReadableApi api) {

    boolean has(List<String> segments) {
        return segments.size() >= prefix.size()
                && segments.subList(0, prefix.size()).equals(prefix);
    }

    List<String> behindPrefix(List<String> segments) {
        return segments.subList(prefix.size(), segments.size());
    }
}
