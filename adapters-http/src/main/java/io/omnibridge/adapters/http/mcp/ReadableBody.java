package io.omnibridge.adapters.http.mcp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.omnibridge.adapters.http.route.UseProblems;
import io.omnibridge.application.port.ApiReadResult;
import io.omnibridge.application.port.ReadResult;
import io.omnibridge.application.use.CollectedBody;
import io.omnibridge.domain.use.UseFailure;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The body of a provider's response, as far as a model can read it: JSON or text, and not much of it. */
record ReadableBody(String contentType, JsonNode value) {

    /** The maximum size in bytes. */
    static final int MAX_SIZE = 256 * 1024;

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Pattern JSON = Pattern.compile("application/([a-z0-9.+-]+\\+)?json(;.*)?");
    private static final Pattern TEXT = Pattern.compile("text/[a-z0-9.+-]+(;.*)?");
    private static final ObjectMapper READER = new ObjectMapper();

    /**
     * Collects the body of a response. A body that is not returned is cancelled.
     *
     * @throws ToolFault if the response is an error, is neither JSON nor text, is too large, or does not come in time
     */
    static ReadableBody collect(ApiReadResult.Response response) {
        String type = response.contentType().orElse("").toLowerCase(Locale.ROOT);
        String sentence = response.status() >= 400
                ? "The provider responded with the status " + response.status() + "; look at path and query."
                : "The response is neither JSON nor text, so this tool does not return it.";
        if (response.status() >= 400 || !isReadable(type)) {
            response.body().subscribe(new CancelledBody());
            throw new ToolFault(sentence);
        }
        return new ReadableBody(type, value(type, collected(response)));
    }

    private static byte[] collected(ApiReadResult.Response response) {
        CollectedBody body = new CollectedBody(MAX_SIZE);
        response.body().subscribe(body);
        ReadResult outcome = body.await(response.status(), Optional.empty(), TIMEOUT);
        if (outcome instanceof ReadResult.Response whole) {
            return whole.bytes();
        }
        UseFailure reason = ((ReadResult.Failed) outcome).reason();
        throw reason == UseFailure.RESPONSE_TOO_LARGE
                ? new ToolFault("The response is larger than 256 KiB; ask for a smaller page or for fewer fields.")
                : ToolFault.of(UseProblems.failed(reason, Duration.ZERO));
    }

    private static boolean isReadable(String type) {
        return JSON.matcher(type).matches() || TEXT.matcher(type).matches();
    }

    /** Returns the JSON value, or a text: also for a body that is no JSON although its type says so. */
    private static JsonNode value(String type, byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        if (!JSON.matcher(type).matches()) {
            return TextNode.valueOf(text);
        }
        try {
            JsonNode parsed = READER.readTree(text);
            return parsed.isMissingNode() ? TextNode.valueOf(text) : parsed;
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(text);
        }
    }
}
