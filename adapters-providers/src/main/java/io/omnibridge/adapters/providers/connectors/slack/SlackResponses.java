package io.omnibridge.adapters.providers.connectors.slack;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.providers.connectors.ReadResults;
import io.omnibridge.adapters.providers.connectors.ResponseFields;
import io.omnibridge.application.port.ReadPlan;
import io.omnibridge.application.port.ReadResult;
import io.omnibridge.domain.use.ApiRequest;
import io.omnibridge.domain.use.UseFailure;
import java.util.List;
import java.util.function.Function;

/** What Slack's responses mean: their status is 200 in any case, and {@code ok} tells whether the call succeeded. */
final class SlackResponses {

    private SlackResponses() {}

    /** Plans one read, and goes on with its response if Slack says that it succeeded. */
    static <T> ReadPlan<T> read(ApiRequest request, Function<JsonNode, ReadPlan<T>> then) {
        return new ReadPlan.Reads<>(List.of(request), results -> ok(results.get(0), then));
    }

    /** Goes on with a response that Slack says succeeded; everything else fails the plan. */
    static <T> ReadPlan<T> ok(ReadResult result, Function<JsonNode, ReadPlan<T>> then) {
        return ReadResults.json(
                result,
                response -> response.path("ok").asBoolean()
                        ? then.apply(response)
                        : ReadResults.failed(
                                reason(ResponseFields.text(response, "/error").orElse(""))));
    }

    private static UseFailure reason(String error) {
        return switch (error) {
            case "missing_scope", "no_permission", "not_allowed_token_type", "access_denied" -> UseFailure.NOT_GRANTED;
            case "channel_not_found", "message_not_found", "thread_not_found" -> UseFailure.NOT_FOUND;
            default -> UseFailure.PROVIDER_ERROR;
        };
    }
}
