package io.omnibridge.adapters.providers.reads;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What one provider's API does differently from others.
 *
 * @param isAnyParameterTaken whether its reads take any parameters but those that are always refused
 * @param hasFunctions whether path parameters must not contain what calls a function or addresses by path
 * @param linkFields names of JSON fields with the URL of a next page
 * @param removedFields JSON fields to drop
 * @param limit name of the rate limit of reads that name none; {@code each} if every read has its own
 */
public record ApiQuirks(
        boolean isAnyParameterTaken,
        boolean hasFunctions,
        Set<String> linkFields,
        List<FieldPath> removedFields,
        Optional<ApiErrors> errors,
        Optional<String> limit) {
    public ApiQuirks {
        linkFields = Set.copyOf(linkFields);
        removedFields = List.copyOf(removedFields);
        Objects.requireNonNull(errors, "errors");
        Objects.requireNonNull(limit, "limit");
    }
}
