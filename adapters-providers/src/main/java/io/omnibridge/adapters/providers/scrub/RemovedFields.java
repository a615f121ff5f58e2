package io.omnibridge.adapters.providers.scrub;

import io.omnibridge.adapters.providers.reads.FieldPath;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Fields to drop.
 *
 * @param paths those in one place
 * @param anywhere names of those at any depth
 */
record RemovedFields(List<FieldPath> paths, Set<String> anywhere) {

    static RemovedFields of(List<FieldPath> fields) {
        return new RemovedFields(
                fields.stream().filter(it -> it.anywhere().isEmpty()).toList(),
                fields.stream().flatMap(it -> it.anywhere().stream()).collect(Collectors.toUnmodifiableSet()));
    }
}
