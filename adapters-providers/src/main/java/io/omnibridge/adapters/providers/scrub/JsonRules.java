package io.omnibridge.adapters.providers.scrub;

import io.omnibridge.adapters.providers.reads.FieldPath;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a {@link JsonFilter} changes.
 *
 * @param removed fields to drop
 * @param linkFields names of fields whose texts are links to rewrite
 * @param rewriter returns the link in place of one; empty to drop the field
 */
public record JsonRules(List<FieldPath> removed, Set<String> linkFields, Function<String, Optional<String>> rewriter) {

    public JsonRules {
        removed = List.copyOf(removed);
        linkFields = Set.copyOf(linkFields);
    }
}
