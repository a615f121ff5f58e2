package io.omnibridge.adapters.providers.reads;

import io.omnibridge.adapters.support.json.MalformedJson;
import io.omnibridge.adapters.support.json.StrictJson;
import io.omnibridge.domain.use.ReadMethod;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Rules for the body of a request: JSON with a POST, nothing with any other method. */
final class ReadRequestBody {

    private static final int MAX_BYTES = 64 * 1024;

    private ReadRequestBody() {}

    /** @throws InvalidRequest if the body is missing, too large, no JSON object, or there although it must not */
    static void check(ReadMethod method, Optional<String> body) throws InvalidRequest {
        if (method != ReadMethod.POST) {
            if (body.filter(it -> !it.isEmpty()).isPresent()) {
                throw new InvalidRequest("This read takes no body.");
            }
            return;
        }
        byte[] utf8 = body.orElseThrow(() -> new InvalidRequest("This read takes a JSON object as its body."))
                .getBytes(StandardCharsets.UTF_8);
        if (utf8.length > MAX_BYTES) {
            throw new InvalidRequest("The body is larger than 64 KiB.");
        }
        try {
            boolean hasRefused =
                    StrictJson.readObject(utf8).properties().stream().anyMatch(it -> Query.isRefused(it.getKey()));
            if (hasRefused) {
                throw new InvalidRequest("The body has a member that no read takes.");
            }
        } catch (MalformedJson e) {
            throw new InvalidRequest(e.getMessage());
        }
    }
}
