package io.omnibridge.adapters.providers.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.providers.catalogue.ProviderEntry;
import io.omnibridge.adapters.providers.transport.ProviderResponse;
import java.util.Optional;
import java.util.Set;

/** Recognizes responses that say nothing of the request: another one may succeed later. */
final class TemporaryFailure {

    private static final int FORBIDDEN = 403;
    private static final Set<Integer> STATUSES = Set.of(408, 425, 429);

    private TemporaryFailure() {}

    /** Returns whether a response is one, by its status or by the name of its error. */
    static boolean isOne(ProviderEntry entry, ProviderResponse response) {
        boolean isExhausted = response.status() == FORBIDDEN
                && (response.header("retry-after").isPresent()
                        || response.header("x-ratelimit-remaining")
                                .filter("0"::equals)
                                .isPresent());
        return response.status() >= 500
                || STATUSES.contains(response.status())
                || isExhausted
                || isNamed(entry, ProviderJson.object(response));
    }

    /** Reads an error that stands in a body of any status; one that is not known as lasting may end. */
    private static boolean isNamed(ProviderEntry entry, Optional<JsonNode> json) {
        boolean isDenied = json.map(it -> it.path("ok"))
                .filter(it -> it.isBoolean() && !it.booleanValue())
                .isPresent();
        return entry.reads().apis().stream()
                .flatMap(api -> api.quirks().errors().stream())
                .anyMatch(errors -> json.map(it -> it.at(errors.pointer()).asText())
                        .filter(name -> errors.limited().contains(name)
                                || (isDenied && !errors.dead().contains(name)))
                        .isPresent());
    }
}
