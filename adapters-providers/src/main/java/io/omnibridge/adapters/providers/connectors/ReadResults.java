package io.omnibridge.adapters.providers.connectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.support.json.MalformedJson;
import io.omnibridge.adapters.support.json.StrictJson;
import io.omnibridge.application.port.ReadPlan;
import io.omnibridge.application.port.ReadResult;
import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.use.ApiRequest;
import io.omnibridge.domain.use.UseFailure;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** What connectors make of the results of reads. A response that is not what the provider's documentation says fails the plan. */
public final class ReadResults {

    private ReadResults() {}

    /** Plans one read, and goes on with its JSON object if it succeeds. */
    public static <T> ReadPlan<T> json(ApiRequest request, Function<JsonNode, ReadPlan<T>> then) {
        return new ReadPlan.Reads<>(List.of(request), results -> json(results.get(0), then));
    }

    /** Goes on with the JSON object of a successful response; everything else fails the plan. */
    public static <T> ReadPlan<T> json(ReadResult result, Function<JsonNode, ReadPlan<T>> then) {
        return response(result, response -> {
            try {
                return then.apply(StrictJson.readForeignObject(response.bytes()));
            } catch (MalformedJson | InvalidValue e) {
                return failed(UseFailure.PROVIDER_ERROR);
            }
        });
    }

    /** Goes on with a successful response; everything else fails the plan. */
    public static <T> ReadPlan<T> response(ReadResult result, Function<ReadResult.Response, ReadPlan<T>> then) {
        if (result instanceof ReadResult.Response response) {
            return response.isSuccess() ? then.apply(response) : failed(reason(response.status()));
        }
        ReadResult.Failed failed = (ReadResult.Failed) result;
        return new ReadPlan.Failed<>(failed.reason(), failed.retryAfter());
    }

    /** Returns a plan that has no result. */
    public static <T> ReadPlan<T> failed(UseFailure reason) {
        return new ReadPlan.Failed<>(reason, Duration.ZERO);
    }

    private static UseFailure reason(int status) {
        return switch (status) {
            case 403 -> UseFailure.NOT_GRANTED;
            case 404, 410 -> UseFailure.NOT_FOUND;
            case 503 -> UseFailure.PROVIDER_UNAVAILABLE;
            default -> UseFailure.PROVIDER_ERROR;
        };
    }
}
